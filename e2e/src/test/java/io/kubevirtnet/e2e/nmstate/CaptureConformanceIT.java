package io.kubevirtnet.e2e.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.nmstate.CaptureGenerator.Case;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.Captures;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our captures and templates against {@code nmstatectl policy}. */
class CaptureConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.nmstate.seed", 2_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.nmstate.cases", 1_000L);

  private final Nmstatectl tool = Nmstatectl.require();

  @Test
  void rendersAsNmstateDoes() {
    var disagreements = new ArrayList<String>();
    long rendered = 0;
    for (var policy : Stream.concat(written(), generated()).toList()) {
      var theirs =
          tool.policy(
              Map.of("capture", policy.capture(), "desiredState", policy.desired()),
              policy.current());
      rendered += theirs.ok() ? 1 : 0;
      var report = new Report();
      var ours = render(policy, report);
      // Printed by nmstate as well: only what is in it counts, not how it is spelled.
      var printed = ours.map(o -> tool.policy(Map.of("desiredState", o.plain()), policy.current()));
      boolean agree =
          printed
              .map(p -> p.ok() == theirs.ok() && p.state().equals(theirs.state()))
              .orElseGet(
                  () ->
                      theirs
                          .error()
                          .filter(e -> messages(report).stream().anyMatch(e::contains))
                          .isPresent());
      if (!agree) {
        disagreements.add(policy + ": nmstate " + theirs + "; we " + messages(report) + printed);
      }
    }
    System.out.printf(
        "policy: %d policies, %d of them rendered, %d disagreements%n",
        CASES + written().count(), rendered, disagreements.size());

    assertThat(disagreements).isEmpty();
    assertThat(rendered).isGreaterThan(CASES / 6);
  }

  private static Optional<Fields> render(Case policy, Report report) {
    var captures = Captures.parse(tree(policy.capture()), PropertyPath.ROOT, report);
    if (!report.findings().isEmpty()) {
      return Optional.empty();
    }
    return captures
        .resolve(new NetworkState(tree(policy.current())), report)
        .map(c -> Captures.render(tree(policy.desired()), c, PropertyPath.ROOT, report))
        .filter(d -> report.findings().isEmpty());
  }

  private static List<String> messages(Report report) {
    return Verdicts.messages(report.findings());
  }

  private static Fields tree(Map<String, Object> map) {
    return (Fields) Tree.of((Object) map);
  }

  private static Stream<Case> generated() {
    return LongStream.range(FIRST, FIRST + CASES).mapToObj(CaptureGenerator::next);
  }

  /** The bridge that takes over the addresses of the card with the default route. */
  private static Stream<Case> written() {
    Map<String, Object> node =
        Map.of(
            "interfaces",
            List.of(
                Map.of(
                    "name", "eth1",
                    "type", "ethernet",
                    "state", "up",
                    "mac-address", "02:00:00:00:00:01",
                    "ipv4",
                        Map.of(
                            "enabled", true,
                            "dhcp", false,
                            "address", List.of(Map.of("ip", "192.0.2.10", "prefix-length", 24)))),
                Map.of("name", "eth0", "type", "ethernet", "state", "up")),
            "routes",
            routes());
    Map<String, Object> takeover =
        Map.of(
            "interfaces",
            List.of(
                Map.of(
                    "name", "br1",
                    "type", "linux-bridge",
                    "state", "up",
                    "mac-address", "{{ capture.card.interfaces.0.mac-address }}",
                    "ipv4", "{{ capture.card.interfaces.0.ipv4 }}",
                    "bridge",
                        Map.of(
                            "port",
                            List.of(Map.of("name", "{{ capture.card.interfaces.0.name }}"))))),
            "routes",
            Map.of("config", "{{ capture.moved.routes.running }}"));
    Map<String, Object> captures =
        Map.of(
            "gateway", "routes.running.destination==\"0.0.0.0/0\"",
            "card", "interfaces.name==capture.gateway.routes.running.0.next-hop-interface",
            "through", "capture.gateway | routes.running.next-hop-interface == \"eth1\"",
            "moved", "capture.through | routes.running.next-hop-interface:=\"br1\"");
    return Stream.of(
        new Case(captures, takeover, node),
        new Case(
            Map.of(
                "cards",
                "interfaces.type==\"ethernet\"",
                "up",
                "capture.cards | interfaces.mtu := 1400"),
            Map.of("interfaces", "{{ capture.up.interfaces }}"),
            node),
        new Case(Map.of(), Map.of("interfaces", List.of(Map.of("name", "eth0"))), node));
  }

  private static Map<String, Object> routes() {
    var list =
        List.of(
            Map.of(
                "destination", "0.0.0.0/0",
                "next-hop-interface", "eth1",
                "next-hop-address", "192.0.2.254",
                "table-id", 254),
            Map.of(
                "destination", "198.51.100.0/24",
                "next-hop-interface", "eth0",
                "next-hop-address", "192.0.2.253"));
    return Map.of("running", list, "config", list);
  }
}
