package io.kubevirtnet.attachment;

import io.kubevirtnet.cni.ConfigText;
import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A config that an author writes as a whole.
 *
 * @param config what was written; unknown when a preview can not tell yet, or when it can not be
 *     read
 */
record RawPlug(PropertyPath path, Tree config) implements Plug {

  static RawPlug of(Value<Map<String, Value<Tree>>> raw) {
    return new RawPlug(raw.path(), Tree.of(raw));
  }

  static RawPlug ofText(Value<String> text) {
    var config =
        text.known()
            .flatMap(t -> ConfigText.read(t, text.path(), new Report()))
            .<Tree>map(fields -> fields.marked(text.marks()))
            .orElseGet(() -> new Unknown(text.marks()));
    return new RawPlug(text.path(), config);
  }

  /** What is wrong with a text that can not be read; a secret one is not described. */
  static void check(Value<String> text, Report report) {
    var said = new Report();
    report.check(text, t -> ConfigText.read(t, text.path(), said));
    boolean secret = text.marks().secret();
    said.findings().forEach(f -> report.add(secret ? withoutDetails(f).at(text.path()) : f));
  }

  private static Finding withoutDetails(Finding finding) {
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.path(),
        Part.SECRET + " can not be read.",
        finding.why(),
        finding.fix(),
        finding.resource(),
        Optional.empty());
  }

  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Other;
  }

  /** Of the first plugin; unknown as long as the config is. */
  @Override
  public Value<String> type() {
    return first().get("type").text().isPresent()
        ? Value.known(path, first().get("type").text().get())
        : new Value.Unknown<>(path, config.allMarks());
  }

  /** What must agree is filled in where the author left it out. */
  @Override
  public Wording config(Frame frame) {
    if (!(config instanceof Fields written)) {
      return frame.head().with("type", new Unknown(config.marks()));
    }
    var whole = written;
    for (var head : frame.head().config().fields().entrySet()) {
      whole =
          whole.get(head.getKey()).isPresent() ? whole : whole.with(head.getKey(), head.getValue());
    }
    boolean ovn = part().get("type").is(OvnPlug.TYPE);
    if (ovn && written.get("netAttachDefName").isEmpty()) {
      whole = whole.with("netAttachDefName", Reference.of(frame.namespace(), frame.name()));
    }
    return new Wording(Canonical.config(whole), Map.of());
  }

  /** What an author wrote as a whole has the same places as what came of it. */
  @Override
  public PropertyPath input(Wording wording, String place) {
    var known = wording.inputs().get(place);
    if (known != null) {
      return known;
    }
    boolean index = place.isEmpty() || place.startsWith("[");
    return new PropertyPath(path + (index ? "" : ".") + place);
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.EMPTY;
  }

  @Override
  public Value<Integer> vlan() {
    return number("vlan").or(number("vlanID"));
  }

  @Override
  public Value<Integer> mtu() {
    return number("mtu");
  }

  @Override
  public Value<IpamKind> ipam(Value<IpamKind> typed) {
    var ipam = first().get("ipam", "type");
    if (ipam.isOpen()) {
      return new Value.Unknown<>(path, config.allMarks());
    }
    boolean subnets = first().get("type").is(OvnPlug.TYPE) && first().get("subnets").isSet();
    return new Value.Known<>(
        path,
        subnets
            ? IpamKind.Ovn
            : ipam.text().filter(t -> !t.isEmpty()).map(RawPlug::ipam).orElse(IpamKind.None),
        config.allMarks());
  }

  private static IpamKind ipam(String type) {
    return Stream.of(IpamKind.values())
        .filter(kind -> kind.wire().equals(type))
        .findFirst()
        .orElse(IpamKind.Other);
  }

  private Value<Integer> number(String key) {
    var part = first().get(key);
    return part.isOpen()
        ? new Value.Unknown<>(path, config.allMarks())
        : part.number()
            .filter(n -> n == n.intValue())
            .<Value<Integer>>map(
                n -> new Value.Known<>(part.written(), n.intValue(), part.tree().get().marks()))
            .orElse(new Value.Absent<>(path));
  }

  private Part part() {
    return Part.of(path, config);
  }

  private Part first() {
    var listed = Optional.of(part().get("plugins")).filter(Part::isSet);
    return listed.flatMap(l -> l.items().stream().findFirst()).orElse(part());
  }
}
