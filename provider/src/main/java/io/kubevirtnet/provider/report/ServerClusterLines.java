package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The facts of a server cluster that a network is made with. */
final class ServerClusterLines {
  private final Peek kept;

  ServerClusterLines(Peek kept) {
    this.kept = kept;
  }

  List<Fact> facts() {
    var facts = kept.at("facts");
    if (facts.fields().isEmpty()) {
      return List.of(Fact.of("facts", facts.text()));
    }
    var lines = new ArrayList<Fact>();
    lines.add(
        Fact.of("V-Net", facts.at("vnet").text() + id("VLAN", "vlan") + id("VXLAN", "vxlan")));
    lines.add(Fact.of("gateway", facts.at("gateway").text()));
    lines.add(Fact.of("bridge", kept.at("bridgeName").text()));
    if (facts.at("dhcpRanges").isPresent()) {
      lines.add(Fact.of("DHCP", texts(facts.at("dhcpRanges"))));
    }
    if (facts.at("servers").isPresent()) {
      lines.add(Fact.of("members", members(facts.at("servers"))));
    }
    return lines;
  }

  private String id(String what, String fact) {
    var id = kept.at("facts", fact);
    return id.isPresent() ? ", " + what + Paragraph.FIRM_SPACE + id.text() : "";
  }

  private static String texts(Peek list) {
    return list.items().stream().map(Peek::text).collect(Collectors.joining(", "));
  }

  private static String members(Peek servers) {
    return servers.items().stream()
        .map(s -> s.at("name").text() + (s.at("shared").is(true) ? "" : " (dedicated)"))
        .collect(Collectors.joining(", "));
  }
}
