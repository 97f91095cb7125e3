package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.provider.manifest.NodePreview;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.provider.report.Excerpt;
import io.kubevirtnet.provider.report.Paragraph;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.vcluster.Assumption;
import io.kubevirtnet.vcluster.EffectiveNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machines of node types as a person reads them. */
final class PreviewText {
  private static final String INDENT = "  ";
  private static final List<String> PLUMBING = List.of("name", "state", "macAddress", "model");

  private final NodePreview.Machine machine;
  private final StringBuilder text = new StringBuilder();

  private PreviewText(NodePreview.Machine machine) {
    this.machine = machine;
  }

  static String of(NodePreview preview) {
    var text = new StringBuilder();
    preview.machines().forEach(m -> text.append(new PreviewText(m).machine()));
    return text.append(CheckText.of(preview.checked())).toString();
  }

  private String machine() {
    var object = machine.node().machine().object();
    var namespace = object.get("metadata", "namespace").shown();
    text.append(
            machine.type().isEmpty() ? "" : "Node type " + Columns.printable(machine.type()) + ": ")
        .append("VirtualMachine ")
        .append(namespace.isEmpty() ? "" : namespace + "/")
        .append(object.get("metadata", "name").shown())
        .append('\n');
    networks();
    properties();
    networkData();
    part("VirtualMachine:", ManifestYaml.document(PreviewTree.plain(node().virtualMachine())));
    assumptions();
    return text.append('\n').toString();
  }

  private EffectiveNode node() {
    return machine.node();
  }

  private void networks() {
    var table =
        new Columns().row("NETWORK", "CONNECTS TO", "BINDING", "IN THE GUEST", "WRITTEN IN");
    var networks = node().machine().networks();
    for (var network : networks) {
      var name = network.get("name").shown();
      table.row(
          name,
          target(network),
          nic(name).map(PreviewText::binding).orElse(""),
          machine.guestNames().find(name).orElse(""),
          machine.source(network.path()));
    }
    if (networks.isEmpty()) {
      text.append(INDENT).append("networks: KubeVirt's default\n");
    } else {
      text.append('\n').append(table.text());
    }
  }

  private Optional<Part> nic(String network) {
    return node().machine().interfaces().stream()
        .filter(i -> i.get("name").is(network))
        .findFirst();
  }

  private static String target(Part network) {
    var multus = network.get("multus");
    if (multus.isSet()) {
      return multus.get("networkName").shown()
          + (multus.get("default").isTrue() ? " (default)" : "");
    }
    return network.get("pod").isSet() ? "pod" : "";
  }

  private static String binding(Part nic) {
    if (nic.get("binding").isSet()) {
      return "plugin " + nic.get("binding", "name").shown();
    }
    return nic.tree()
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .flatMap(
            f ->
                f.fields().entrySet().stream()
                    .filter(e -> !PLUMBING.contains(e.getKey()) && e.getValue() instanceof Fields)
                    .map(Map.Entry::getKey)
                    .findFirst())
        .orElse("");
  }

  private void properties() {
    var table = new Columns().row("PROPERTY", "VALUE", "FROM");
    var properties = node().properties().properties().values();
    properties.forEach(p -> table.row(p.key(), Excerpt.of(PreviewTree.text(p)), p.origin().wire()));
    if (!properties.isEmpty()) {
      text.append('\n').append(table.text());
    }
  }

  private void networkData() {
    if (node().networkData().isPresent()) {
      part(
          "Network data:",
          PreviewTree.networkData(node())
              .orElse("The platform makes it of what is not known here.\n"));
    }
  }

  private void assumptions() {
    if (!node().assumptions().isEmpty()) {
      text.append("\nNot documented, and taken to be so:\n");
      node().assumptions().stream()
          .map(Assumption::text)
          .forEach(a -> Paragraph.lines(a, INDENT, INDENT + INDENT).forEach(this::line));
    }
  }

  private void part(String title, String lines) {
    text.append('\n').append(title).append('\n');
    lines.lines().map(l -> INDENT + Columns.printable(l)).forEach(this::line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
