package io.kubevirtnet.provider.plan;

import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.DefinitionManifest;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network definition, as far as it says what it hangs on.
 *
 * @param definition nothing while its config is not known, or can not be read
 * @param config the part of the object that has its text
 */
record Attachment(ObjectReference reference, Optional<Definition> definition, Part config) {
  private static final String LINUX_BRIDGE = "cni0";

  static Attachment of(KubernetesObject object) {
    var config = Part.of(PropertyPath.ROOT, object.fields()).get("spec", "config");
    var read = DefinitionManifest.read(object, new Report());
    return new Attachment(
        object.reference(),
        config.tree().filter(t -> t.marks().secret()).isPresent()
            ? read.map(d -> marked(d, config))
            : read,
        config);
  }

  /** What stands in a secret text is as secret. */
  private static Definition marked(Definition read, Part config) {
    return new Definition(
        read.name(),
        read.namespace(),
        read.annotations(),
        read.config().marked(config.tree().orElse(Fields.EMPTY).marks()),
        read.path());
  }

  /** {@code namespace/name}, as machines call it. */
  String fullName() {
    return reference.namespace() + "/" + reference.name();
  }

  boolean isOpen() {
    return config.isOpen();
  }

  /** The plugin that makes the interface: the only one, or the first of a list. */
  Part plugin() {
    if (definition.isEmpty()) {
      return new Part(PropertyPath.ROOT, Optional.empty());
    }
    var whole = Part.of(definition.get().path(), definition.get().config());
    var plugins = whole.get("plugins").items();
    return whole.get("type").isSet() || plugins.isEmpty() ? whole : plugins.get(0);
  }

  String type() {
    return plugin().get("type").text().orElse("");
  }

  /** The bridge of the node that it plugs into, where that is known and no secret. */
  Optional<String> bridge() {
    var plugin = plugin();
    return switch (type()) {
      case "bridge", "cnv-bridge" ->
          plugin.get("bridge").isSet() ? plain(plugin.get("bridge")) : Optional.of(LINUX_BRIDGE);
      case "ovs" -> plain(plugin.get("bridge"));
      default -> Optional.empty();
    };
  }

  /** What a mapping leads to a bridge of the node. */
  Optional<String> localnet() {
    var plugin = plugin();
    if (!type().equals("ovn-k8s-cni-overlay") || !plugin.get("topology").is("localnet")) {
      return Optional.empty();
    }
    return plain(plugin.get("physicalNetworkName"))
        .or(() -> plain(Part.of(PropertyPath.ROOT, definition.orElseThrow().config()).get("name")))
        .or(() -> Optional.of(reference.name()));
  }

  /** The card of the node that it stands on without a bridge. */
  Optional<String> master() {
    return bridge().isPresent() ? Optional.empty() : plain(plugin().get("master"));
  }

  private static Optional<String> plain(Part part) {
    return part.text()
        .filter(t -> !t.isEmpty())
        .filter(t -> part.tree().filter(tree -> tree.marks().secret()).isEmpty());
  }

  /** {@code VLAN 100}; empty for none. */
  String vlan() {
    var plugin = plugin();
    for (var key : List.of("vlan", "vlanID", "vlanId")) {
      var vlan = plugin.get(key);
      if (vlan.isOpen()) {
        return "VLAN known after apply";
      }
      if (vlan.isSet() && !vlan.is("0")) {
        return "VLAN " + vlan.shown();
      }
    }
    var trunk = plugin.get(plugin.get("trunk").isSet() ? "trunk" : "vlanTrunk");
    var tags = trunk.items().stream().map(Attachment::tags).collect(Collectors.joining(", "));
    return tags.isEmpty() ? "" : "VLANs " + tags;
  }

  private static String tags(Part entry) {
    return entry.get("id").isSet()
        ? entry.get("id").shown()
        : entry.get("minID").shown() + "-" + entry.get("maxID").shown();
  }

  /** Short lines for a drawing. */
  List<String> details() {
    if (definition.isEmpty()) {
      return List.of(config.isOpen() ? "known after apply" : "its config can not be read");
    }
    var lines = new ArrayList<String>();
    var plugin = plugin();
    lines.add(plugin.get("type").isOpen() ? "known after apply" : plugin.get("type").shown());
    add(lines, vlan());
    if (plugin.get("mtu").isSet() && !plugin.get("mtu").is("0")) {
      lines.add("MTU " + shown(plugin.get("mtu")));
    }
    if (plugin.get("ipam", "type").isSet()) {
      lines.add("IPAM " + shown(plugin.get("ipam", "type")));
    }
    return lines;
  }

  private static void add(List<String> lines, String line) {
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  private static String shown(Part part) {
    return part.isOpen() ? "known after apply" : part.shown();
  }
}
