package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** KubeVirt admitter: netiface.go. Ranges of ports, since 1.9. */
final class PortRangeRules {
  private static final int MOST = 10;
  private static final int TOO_LARGE = 65536;

  private final Nic nic;
  private final Place ranges;
  private final Admission admission;

  private PortRangeRules(Nic nic, Place ranges, Admission admission) {
    this.nic = nic;
    this.ranges = ranges;
    this.admission = admission;
  }

  private record Range(long start, long end, String shown) {}

  static void check(Nic nic, Wiring wiring, Admission admission) {
    var ranges = nic.place.get("portRanges");
    if (!ranges.isThere() || !wiring.config.release().isAtLeast(KubeVirtRelease.V1_9)) {
      return;
    }
    var rules = new PortRangeRules(nic, ranges, admission);
    if (wiring.config.isOn(FeatureGates.PORT_RANGES)) {
      if (wiring.isOnPod(nic) == Truth.YES) {
        rules.check();
      }
    } else if (!wiring.config.open()) {
      rules.refuse(
          FieldCatalogue.RANGES_GATE,
          "portRanges is set, and the feature gate for it is off.",
          "portRanges is specified on interface but the PortRangesSpec feature gate is not enabled");
    }
  }

  private void check() {
    if (nic.place.get("ports").isThere()) {
      refuse(
          FieldCatalogue.RANGES_AND_PORTS,
          "ports and portRanges are both set.",
          "Cannot define both ports and portRanges on interface");
    }
    if (nic.masquerade.isMissing()) {
      refuse(
          FieldCatalogue.RANGES_BINDING,
          "portRanges is set, and the binding is not masquerade.",
          "portRanges are only supported on masquerade interfaces");
    }
    var items = ranges.items();
    if (items.size() > MOST) {
      admission.refuse(
          FieldCatalogue.MANY_RANGES,
          ranges,
          "There are " + items.size() + " ranges.",
          Cause.INVALID,
          "No more than 10 portRanges are allowed");
      return;
    }
    var tcp = new ArrayList<Range>();
    var udp = new ArrayList<Range>();
    for (var item : items) {
      if (isRange(item)) {
        (item.get("protocol").is("TCP") ? tcp : udp).add(range(item));
      }
    }
    overlaps("TCP", tcp);
    overlaps("UDP", udp);
  }

  private static Range range(Place item) {
    var start = item.get("start");
    var end = item.get("end");
    return new Range(start.number(), end.number(), "[" + start.shown() + "-" + end.shown() + "]");
  }

  private void refuse(Rule rule, String what, String message) {
    admission.refuse(
        rule, ranges, what, rule.fix(), Cause.INVALID, admission.field(nic.name), message);
  }

  /** Only the first thing that is wrong with it counts. */
  private boolean isRange(Place item) {
    var protocol = item.get("protocol");
    var start = item.get("start");
    var end = item.get("end");
    if (protocol.isOpen()) {
      return false;
    }
    if (!PortRules.isProtocol(protocol)) {
      PortRules.refuseProtocol(protocol, admission);
      return false;
    }
    return isPort(start, "Start") && isPort(end, "End") && isForward(start, end);
  }

  private boolean isPort(Place port, String called) {
    if (port.isOpen()) {
      return false;
    }
    if (port.number() > 0 && port.number() < TOO_LARGE) {
      return true;
    }
    admission.refuse(
        FieldCatalogue.RANGE,
        port,
        port.isSet() ? port.shown() + " is no port." : "The port is left out.",
        Cause.INVALID,
        called + " must be a valid port number, 0 < x < 65536");
    return false;
  }

  private boolean isForward(Place start, Place end) {
    if (start.number() <= end.number()) {
      return true;
    }
    admission.refuse(
        FieldCatalogue.RANGE,
        start,
        start.shown() + " is larger than " + end.shown() + ".",
        Cause.INVALID,
        "Start must be less than or equal to end");
    return false;
  }

  private void overlaps(String protocol, List<Range> all) {
    all.sort(Comparator.comparingLong(Range::start).thenComparingLong(Range::end));
    for (int i = 1; i < all.size(); i++) {
      var before = all.get(i - 1);
      var range = all.get(i);
      if (range.start() <= before.end()) {
        var both = before.shown() + " and " + range.shown();
        admission.refuse(
            FieldCatalogue.RANGES_OVERLAP,
            ranges,
            "The ranges " + both + " of " + protocol + " overlap.",
            Cause.INVALID,
            protocol + " portRanges " + both + " overlap");
      }
    }
  }
}
