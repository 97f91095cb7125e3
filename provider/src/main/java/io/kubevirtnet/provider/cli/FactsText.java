package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of a server cluster's network as a person reads them. */
final class FactsText {
  private static final Map<String, String> LABELS =
      Map.of(
          "vnet", "V-Net",
          "gateway", "gateway",
          "vlan", "VLAN",
          "vxlan", "VXLAN",
          "vpc", "VPC",
          "site", "site",
          "dhcpRanges", "given out by DHCP",
          "usedAddresses", "used addresses",
          "servers", "servers");
  private static final int LONG_LIST = 8;

  private FactsText() {}

  /**
   * The facts, and below them what differs from others.
   *
   * @param compared whether there were others
   */
  static String of(Optional<Fields> facts, List<Finding> differences, boolean compared) {
    if (facts.isEmpty()) {
      return "";
    }
    var table = new Columns();
    facts
        .get()
        .fields()
        .forEach((name, fact) -> table.row(LABELS.getOrDefault(name, name), shown(fact)));
    var text = new StringBuilder(table.text());
    if (compared) {
      text.append(differences.isEmpty() ? "\nThe pinned facts are the same.\n" : "\n");
    }
    differences.forEach(f -> text.append(line(f)).append('\n'));
    return text.toString();
  }

  /** As the input of a NetrisNetwork. */
  static String yaml(Fields facts) {
    return ManifestYaml.document(Map.of("facts", facts.plain()));
  }

  /** A finding in the words of the command line. */
  static String line(Finding finding) {
    var option = ControllerOptions.option(finding.path().text());
    var there = option.startsWith("--") ? option : finding.path().text();
    return finding.severity().wire()
        + ": "
        + Columns.printable(finding.at(new PropertyPath(there)).line());
  }

  private static String shown(Tree fact) {
    if (fact instanceof Tree.Items list) {
      return FirstFew.of(list.items().stream().map(FactsText::item).toList(), LONG_LIST);
    }
    return String.valueOf(fact.plain());
  }

  private static String item(Tree item) {
    return item instanceof Fields server
        ? server.get("name").map(n -> String.valueOf(n.plain())).orElse("")
            + (server.get("shared").map(Tree::plain).filter(Boolean.TRUE::equals).isPresent()
                ? " (shared)"
                : "")
        : String.valueOf(item.plain());
  }
}
