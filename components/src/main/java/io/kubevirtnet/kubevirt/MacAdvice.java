package io.kubevirtnet.kubevirt;

import static java.util.stream.Collectors.joining;

import io.kubevirtnet.finding.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;

/** MAC addresses, of which KubeVirt's admitter looks at the form alone. */
final class MacAdvice {
  private static final int OCTETS = 6;
  private static final int MULTICAST = 1;

  /** libvirt gives it to the host's end of the same link. */
  private static final int RESERVED = 0xfe;

  private final Wiring wiring;
  private final Report report;

  private MacAdvice(Wiring wiring, Report report) {
    this.wiring = wiring;
    this.report = report;
  }

  static void check(Machine machine, Wiring wiring, Report report) {
    var advice = new MacAdvice(wiring, report);
    wiring.nics.forEach(advice::usable);
    advice.twice();
    advice.copied(machine);
    advice.left();
  }

  private void usable(Nic nic) {
    var octets = octets(nic.mac);
    if (octets.isEmpty()) {
      return;
    }
    int first = Integer.parseInt(octets.substring(0, 2), 16);
    var problem =
        (first & MULTICAST) == MULTICAST
            ? " is the address of a group."
            : first == RESERVED
                ? " starts with fe, which the host keeps for itself."
                : octets.chars().allMatch(c -> c == '0') ? " is no address." : "";
    if (!problem.isEmpty()) {
      report.add(AdviceCatalogue.MAC_UNUSABLE, nic.mac.written(), nic.mac.shown() + problem);
    }
  }

  private void twice() {
    var seen = new HashMap<String, Nic>();
    for (var nic : wiring.nics) {
      var octets = octets(nic.mac);
      if (!octets.isEmpty() && seen.putIfAbsent(octets, nic) != null) {
        report.add(
            AdviceCatalogue.MAC_TWICE,
            nic.mac.written(),
            "Another interface of the machine has " + nic.mac.shown() + ", too.");
      }
    }
  }

  /** What is made many times from one template. */
  private void copied(Machine machine) {
    var place = Place.root(machine.object()).get("spec", "replicas");
    boolean many =
        (machine.kind() == MachineKind.REPLICA_SET || machine.kind() == MachineKind.POOL)
            && place.number() > 1;
    if (!many) {
      return;
    }
    for (var nic : wiring.nics) {
      if (!octets(nic.mac).isEmpty()) {
        report.add(
            AdviceCatalogue.MAC_COPIED,
            nic.mac.written(),
            place.shown() + " machines come from this template, all with " + nic.mac.shown() + ".");
      }
    }
  }

  /** One finding for all of them: most machines have some. */
  private void left() {
    var left = new ArrayList<Nic>();
    for (var nic : wiring.nics) {
      boolean bridged = nic.bridge.isThere() && wiring.isOnPod(nic) == Truth.NO;
      if (bridged && nic.mac.isMissing() && !nic.state.is("absent")) {
        left.add(nic);
      }
    }
    if (!left.isEmpty()) {
      report.add(
          AdviceCatalogue.MAC_LEFT,
          left.get(0).place.written(),
          left.stream().map(n -> "\"" + n.name.shown() + "\"").collect(joining(", "))
              + (left.size() == 1 ? " has" : " have")
              + " no macAddress.");
    }
  }

  /** In lower case without anything between; empty when it is none that KubeVirt would take. */
  private static String octets(Place mac) {
    var octets = mac.isThere() ? mac.text().toLowerCase(Locale.ROOT).replaceAll("[-:.]", "") : "";
    return octets.length() == 2 * OCTETS && octets.chars().allMatch(MacAdvice::isHex) ? octets : "";
  }

  private static boolean isHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }
}
