package io.kubevirtnet.e2e.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.GuestNetworkData;
import io.kubevirtnet.guest.GuestNetworkText;
import io.kubevirtnet.guest.Masquerade;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cloud-init and netplan make of our network data is what its author wrote. */
class GuestConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.guest.seed", 1_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.guest.cases", 600L);

  private static final PropertyPath INPUT = new PropertyPath("networkData");

  private final CloudInit cloudInit = CloudInit.start();

  @AfterEach
  void end() throws IOException {
    cloudInit.close();
  }

  @Test
  void givesTheGuestWhatItsAuthorWroteWithEveryRenderer() {
    var problems = new ArrayList<String>();
    var counts = new TreeMap<String, Integer>();
    for (long seed : LongStream.range(FIRST, FIRST + CASES).toArray()) {
      var guest = GuestGenerator.next(seed);
      for (var renderer : Renderer.values()) {
        var answers = render(guest);
        renderer
            .problems(guest, answers)
            .forEach(p -> problems.add(guest.described(renderer + ": " + p)));
      }
      count(guest, counts);
    }
    System.out.printf("guests: %d, %d problems; %s%n", CASES, problems.size(), counts);

    assertThat(problems).isEmpty();
    assertThat(counts.values()).allMatch(n -> n > CASES / 20);
  }

  /** IPv4 by DHCP and a fixed IPv6 address behind a masquerade; then IPv6 alone. */
  @Test
  void readsTheNetworkDataThatKubeVirtsDocumentsShow() {
    var both =
        """
        version: 2
        ethernets:
          eth0:
            dhcp4: true
            addresses: [fd10:0:2::2/120]
            gateway6: fd10:0:2::1
        """;
    for (var text : List.of(both, both.replace("dhcp4: true", "dhcp4: false"))) {
      var report = new Report();
      var card =
          GuestCard.of(known("default"), new Value.Absent<>(INPUT), Optional.of("eth0"))
              .behind(new Masquerade(new Value.Absent<>(INPUT), new Value.Absent<>(INPUT)));
      GuestNetworkText.check(known(text), List.of(card), report);
      var answers = cloudInit.render(text, Map.of());

      assertThat(report.findings()).isEmpty();
      for (var renderer : Renderer.values()) {
        assertThat(renderer.interfaces(answers).get("eth0"))
            .as("%s", renderer)
            .isEqualTo(
                new Wanted(
                    Optional.empty(),
                    text.equals(both),
                    false,
                    Set.of("fd10:0:2::2/120"),
                    Set.of("fd10:0:2::1"),
                    Set.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Set.of()));
      }
    }
  }

  @Test
  void failsWhereWeSayThatItWould() {
    var noVersion = cloudInit.render("ethernets: {eth0: {dhcp4: true}}", Map.of());
    var number =
        cloudInit.render(
            "{version: 2, ethernets: {a: {match: {macaddress: 52:54:00:12:34:56}, dhcp4: true}}}",
            Map.of("52:54:00:12:34:56", "eth0"));
    var route =
        cloudInit.render(
            "{version: 2, ethernets: {eth0: {addresses: ['2001:db8::7/64'],"
                + " routes: [{to: '::/0', via: '2001:db8::1'}]}}}",
            Map.of());

    var byName =
        cloudInit.render(
            "{version: 2, ethernets: {eth0: {addresses: [10.1.0.7/24],"
                + " routes: [{to: default, via: 10.1.0.1}]}}}",
            Map.of());

    assertThat(failure(byName, "networkd")).isPresent();
    assertThat(failure(noVersion, "eni")).isPresent();
    assertThat(failure(number, "eni")).isPresent();
    assertThat(Renderer.NETWORKD.interfaces(route).values())
        .flatExtracting(Wanted::routes)
        .containsExactly("::/64 via 2001:db8::1");
    assertThat(failure(route, "drive").orElse("")).contains("BrokenMetadata");
  }

  private Map<String, CloudInit.Answer> render(GeneratedGuest guest) {
    var report = new Report();
    GuestNetworkData.check(guest.spec(), guest.machine(), report);
    assertThat(report.findings().stream().filter(Finding::isError))
        .as(guest.described("errors"))
        .isEmpty();
    var text = (Scalar) GuestNetworkData.text(guest.spec(), guest.machine());
    return cloudInit.render((String) text.value(), guest.cards());
  }

  /** So that a generator that forgets something is found. */
  private static void count(GeneratedGuest guest, Map<String, Integer> counts) {
    guest.inputs().keySet().forEach(k -> counts.merge(k, 1, Integer::sum));
    var all = List.copyOf(guest.wanted().values());
    merge(counts, "mac", all.stream().anyMatch(w -> w.mac().isPresent()));
    merge(counts, "dhcp4", all.stream().anyMatch(Wanted::dhcp4));
    merge(counts, "dhcp6", all.stream().anyMatch(Wanted::dhcp6));
    merge(counts, "addresses", all.stream().anyMatch(w -> w.addresses().size() > 1));
    merge(counts, "gateways", all.stream().anyMatch(w -> !w.gateways().isEmpty()));
    merge(counts, "routes", all.stream().anyMatch(w -> !w.routes().isEmpty()));
    merge(counts, "mtu", all.stream().anyMatch(w -> w.mtu().isPresent()));
    merge(counts, "dns", all.stream().anyMatch(w -> !w.dns().isEmpty()));
  }

  private static void merge(Map<String, Integer> counts, String kind, boolean has) {
    counts.merge(kind, has ? 1 : 0, Integer::sum);
  }

  private static Value<String> known(String text) {
    return Value.known(INPUT, text);
  }

  private static Optional<String> failure(Map<String, CloudInit.Answer> answers, String by) {
    return Optional.ofNullable(answers.get(by)).orElseThrow().failure();
  }
}
