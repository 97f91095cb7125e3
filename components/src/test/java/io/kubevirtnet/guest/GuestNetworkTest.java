package io.kubevirtnet.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.enums.CloudInitSource;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuestNetworkTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/guest");
  private static final PropertyPath INPUT = new PropertyPath("guestNetwork");

  /** The examples of src/test/resources/guest, by file. */
  @TestFactory
  Stream<DynamicTest> judgesAndWrites() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream()
          .flatMap(
              file ->
                  documents(file)
                      .map(
                          d ->
                              DynamicTest.dynamicTest(
                                  file.getFileName() + ": " + text(d, "name"), () -> judge(d))));
    }
  }

  static Stream<Rule> rules() {
    return GuestCatalogue.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) {
    var machine = (Fields) YamlStack.value(rule.example());
    var properties = (Fields) machine.get("properties").orElseThrow();

    var report = check(properties);

    assertThat(report.findings()).extracting(Finding::code).containsExactly(rule.code());
    assertThat(report.findings())
        .extracting(f -> f.path().text())
        .allMatch(
            p -> p.startsWith("guestNetwork") || p.equals("networkData") || p.equals("cloudInit"));
    assertThat(report.findings()).allMatch(f -> f.what().endsWith(".") && f.fix().endsWith("."));
  }

  @Test
  void printsNoSecretOfATextThatIsOne() {
    var text =
        "version: 2\nethernets:\n  s3cret0: {dhcp4: true}\n"
            + "  b: {match: {macaddress: \"02:99:00:00:00:01\"}}\n";
    var secret =
        new Value.Known<>(new PropertyPath("networkData"), text, new Marks(true, Set.of()));
    var report = new Report();

    GuestNetworkText.check(
        secret,
        List.of(
            GuestCard.of(
                Value.known(INPUT, "lan"),
                Value.known(INPUT, "02:00:00:00:00:01"),
                Optional.of("enp1s0"))),
        report);

    assertThat(report.findings()).hasSize(2);
    assertThat(report.findings()).extracting(Finding::line).noneMatch(l -> l.contains("s3cret0"));
    assertThat(report.findings()).extracting(Finding::line).noneMatch(l -> l.contains("02:99"));
  }

  /** Whatever else is wrong with it, it ends. */
  @Test
  void readsNoTextThatUnfoldsWithoutEnd() {
    var bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    var report = new Report();

    GuestNetworkText.check(Value.known(INPUT, bomb.toString()), List.of(), report);

    assertThat(report.findings()).extracting(Finding::code).containsExactly("KVN-V170");
  }

  private static void judge(Fields example) {
    var report = check(example);

    assertThat(report.findings())
        .extracting(GuestNetworkTest::line)
        .containsExactlyElementsOf(texts(example, "finds"));
    if (example.get("notChecked").isPresent()) {
      assertThat(report.notChecked())
          .extracting(n -> n.path().text().replaceFirst("^guestNetwork\\.?", ""))
          .containsExactlyElementsOf(texts(example, "notChecked"));
    }
    if (example.get("gives").isPresent()) {
      var made = GuestNetworkData.text(spec(example, new Report()), cards(example));
      assertThat(shown(made)).isEqualTo(text(example, "gives"));
    }
  }

  private static String shown(Tree made) {
    if (made instanceof Unknown) {
      return made.marks().secret() ? "secret and unknown" : "unknown";
    }
    return (made.marks().secret() ? "secret\n" : "") + ((Scalar) made).value();
  }

  private static String line(Finding finding) {
    return finding.code().substring(4)
        + " "
        + finding.path().text().replaceFirst("^guestNetwork\\.?", "")
        + ": "
        + finding.what();
  }

  private static Report check(Fields example) {
    var report = new Report();
    if (example.get("guestNetwork").isPresent()) {
      GuestNetworkData.check(spec(example, report), cards(example), report);
    }
    var root = Part.of(PropertyPath.ROOT, example);
    var text = root.get("networkData");
    GuestNetworkText.check(leaf(text), cards(example), report);
    Value<?> data = text.isSet() ? leaf(text) : Value.known(INPUT, example);
    root.get("cloudInit")
        .text()
        .flatMap(
            t -> Stream.of(CloudInitSource.values()).filter(s -> s.wire().equals(t)).findFirst())
        .ifPresent(
            s ->
                GuestNetworkText.checkDisk(
                    Value.known(new PropertyPath("cloudInit"), s), data, report));
    return report;
  }

  private static GuestNetworkSpec spec(Fields example, Report report) {
    return SpecReader.read(
        (Fields) example.get("guestNetwork").orElseThrow(), INPUT, report, GuestNetworkSpec::read);
  }

  /** Named as a q35 machine names virtio cards; of several none is certain. */
  static List<GuestCard> cards(Fields example) {
    var networks = Part.of(PropertyPath.ROOT, example).get("networks").items();
    return IntStream.range(0, networks.size())
        .mapToObj(i -> card(networks.get(i), i, networks.size() > 1))
        .toList();
  }

  private static GuestCard card(Part network, int position, boolean several) {
    var name =
        network.get("guestName").isSet()
            ? network.get("guestName").text().filter(n -> !n.isEmpty())
            : network.get("binding").is("sriov")
                ? Optional.<String>empty()
                : Optional.of("enp" + (position + 1) + "s0");
    var card = GuestCard.of(leaf(network.get("name")), leaf(network.get("macAddress")), name);
    if (several) {
      card = card.doubtful("There are several cards.");
    }
    if (network.get("pod").isSet()) {
      card =
          card.behind(
              new Masquerade(
                  leaf(network.get("pod", "cidr")), leaf(network.get("pod", "ipv6Cidr"))));
    }
    var mtu = network.get("mtu").number();
    return mtu.isPresent() ? card.withMtu(mtu.get().intValue()) : card;
  }

  private static Value<String> leaf(Part part) {
    if (!part.isSet()) {
      return new Value.Absent<>(part.path());
    }
    var marks = part.tree().orElseThrow().marks();
    return part.isOpen()
        ? new Value.Unknown<>(part.path(), marks)
        : new Value.Known<>(part.path(), part.text().orElseThrow(), marks);
  }

  private static String text(Fields example, String key) {
    return Part.of(PropertyPath.ROOT, example).get(key).text().orElseThrow();
  }

  private static List<String> texts(Fields example, String key) {
    return Part.of(PropertyPath.ROOT, example).get(key).items().stream()
        .map(p -> p.text().orElseThrow())
        .toList();
  }

  private static Stream<Fields> documents(Path file) {
    try (var documents =
        YamlStack.YAML.readerFor(Map.class).<Map<String, Object>>readValues(file.toFile())) {
      return documents.readAll().stream()
          .map(
              d -> {
                try {
                  return (Fields) YamlStack.value(YamlStack.YAML.writeValueAsString(d));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
