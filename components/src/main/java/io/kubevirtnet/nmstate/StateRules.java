package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;

/**
 * Judges a desired state as nmstate 2.2.62 does: first as its parser, then, when nothing was wrong
 * there, against what the node has. nmstate stops at its first error; here all are told. What it
 * takes although it can not work is told besides.
 */
public final class StateRules {
  private StateRules() {}

  /**
   * @param current what the node has; without it the state is judged alone, as {@code nmstatectl
   *     validate} without {@code -c} does
   * @param base where the state stands among the inputs
   */
  public static void check(
      Fields desired, Optional<NetworkState> current, PropertyPath base, Report report) {
    int before = report.findings().size();
    var state = StateSchema.STATE.readFields(desired, base, Reading.into(report));
    boolean readable = report.findings().size() == before;
    var now = current.map(c -> StateSchema.STATE.readFields(c.fields(), base, Reading.silent()));
    Advice.check(desired, state, now, base, report);
    if (readable) {
      merge(state, now, base, report);
    }
  }

  private static void merge(
      Fields state, Optional<Fields> current, PropertyPath base, Report report) {
    var refusals = new Refusals(report, current.isEmpty(), Ifaces.areOpen(state, base));
    var all =
        MergedIfaces.of(
            Ifaces.of(state, base), Ifaces.ofNode(current.orElse(LOOPBACK_ONLY), base), refusals);
    OvsRules.allowExtraPorts(all);
    MacRules.check(all);
    ControllerRules.checkWords(all);
    PortNames.resolve(all);
    PortChanges.settle(all);
    Priorities.check(all);
    ControllerRules.checkPorts(all);
    ParentRules.check(all);
    EthernetRules.checkExistence(all);
    AloneRules.checkScripts(all);
    AlternativeNames.check(all);
    all.all().filter(MergedIface::isChanged).forEach(i -> InterfaceRules.check(i, refusals));
    var whole = Part.of(base, state);
    RouteRules.check(whole.get("routes", "config"), all);
    PolicyRouteRules.check(whole.get("route-rules", "config"), all);
    OvnRules.checkMappings(whole.get("ovn", "bridge-mappings"), all);
    OvnRules.checkDatabase(whole.get("ovs-db"), refusals);
    DnsRules.check(whole.get("dns-resolver", "config"), all);
    AloneRules.check(whole.get("dns-resolver", "config"), all);
  }

  /** What nmstate assumes of a node that it does not know. */
  private static final Fields LOOPBACK_ONLY =
      Tree.of(
          "interfaces",
          Tree.items(
              Tree.of("name", "lo")
                  .with("type", "loopback")
                  .with("state", "up")
                  .with("ipv4", stack("127.0.0.1", 8))
                  .with("ipv6", stack("::1", 128))));

  private static Fields stack(String address, int length) {
    return Tree.of("enabled", true)
        .with("address", Tree.items(Tree.of("ip", address).with("prefix-length", length)));
  }
}
