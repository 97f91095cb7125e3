package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;

/** How a machine, or each one of a node type, is wired, as far as no other object says it. */
final class WiringFacts {
  private static final String OF_TYPE = "type";

  private final Peek wiring;

  WiringFacts(Peek wiring) {
    this.wiring = wiring;
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    if (wiring.at("nodeType").isPresent()) {
      facts.add(new Fact("networks", networks()));
      var others = otherProperties();
      if (!others.isEmpty()) {
        facts.add(new Fact("properties", others));
      }
    }
    facts.add(guest());
    return facts;
  }

  private Fact guest() {
    var data = wiring.at("networkData");
    return data.isPresent()
        ? new Fact("guest", data.text().lines().map(WiringFacts::firm).toList())
        : Fact.of("guest", "configures its cards itself");
  }

  /** {@code multus: vms/vm-lan, bridge, enp2s0 (attachment of bridge-vm)}. */
  private List<String> networks() {
    var lines = new ArrayList<String>();
    var networks = wiring.at("networks").items();
    for (int i = 0; i < networks.size(); i++) {
      var name = wiring.at("guestNames", networks.get(i).at("name").text()).text();
      var origin = wiring.at("origins", "networks[" + i + "]").text();
      lines.add(
          VirtualMachineFacts.network(networks.get(i), wiring.at("interfaces"))
              + (name.isEmpty() ? "" : ", " + name)
              + (origin.isEmpty() ? "" : " (" + origin + ")"));
    }
    return lines.isEmpty() ? List.of("KubeVirt's default") : lines;
  }

  /** Those that do not stand at the node type. */
  private List<String> otherProperties() {
    return wiring.at("properties").fields().entrySet().stream()
        .filter(p -> !p.getValue().at("origin").is(OF_TYPE))
        .map(
            p ->
                p.getKey()
                    + ": "
                    + p.getValue().at("value").text()
                    + " ("
                    + p.getValue().at("origin").text()
                    + ")")
        .toList();
  }

  /** YAML says by its indentation what belongs together. */
  private static String firm(String line) {
    return line.replace(' ', Paragraph.FIRM_SPACE);
  }
}
