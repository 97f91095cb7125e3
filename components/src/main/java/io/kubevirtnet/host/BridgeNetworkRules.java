package io.kubevirtnet.host;

import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.StateCatalogue;
import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.spec.NodeGroupSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules for a bridge on all its groups of nodes. */
public final class BridgeNetworkRules {
  private static final Pattern CAPTURE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private final BridgeNetworkSpec spec;
  private final List<BridgePolicy> policies;

  private BridgeNetworkRules(BridgeNetworkSpec spec, String resourceName) {
    this.spec = spec;
    this.policies = BridgePolicy.all(spec, resourceName);
  }

  /** What groups share is looked at for each of them, and said once. */
  public static void check(BridgeNetworkSpec spec, String resourceName, Report report) {
    var rules = new BridgeNetworkRules(spec, resourceName);
    var all = new Report();
    rules.check(all);
    rules.nmstate(all);
    all.findings().stream().distinct().forEach(report::add);
    all.notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
  }

  private void check(Report report) {
    GroupRules.check(spec, policies, report);
    captures(report);
    for (var policy : policies) {
      InterfaceRules.bridge(policy.bridgeName(), report);
      UplinkRules.check(policy, report);
      PortRules.check(policy, report);
      new AddressRules(policy, report).check();
      InterfaceRules.mtu(policy.mtu(), report);
      policy.group().map(NodeGroupSpec::macAddress).ifPresent(m -> InterfaceRules.mac(m, report));
      names(policy, report);
      HostPolicyRules.check(PolicyExpander.hostPolicy(policy), report);
    }
    InterfaceRules.macChoice(spec.macAddress(), spec.copyMacFrom(), report);
    otherKind(report);
  }

  /**
   * What nmstate says about what comes out. With errors in the inputs much of it only follows from
   * these: then just the errors about other inputs are told.
   */
  private void nmstate(Report report) {
    var wrong =
        report.findings().stream()
            .filter(Finding::isError)
            .map(f -> f.path().top())
            .collect(Collectors.toSet());
    for (var policy : policies) {
      var said = new Report();
      DesiredStateRules.check(PolicyExpander.hostPolicy(policy), PropertyPath.ROOT, said);
      said.findings().stream()
          .filter(f -> !f.code().equals(StateCatalogue.SAME_ENTRY.code()))
          .filter(
              f -> wrong.isEmpty() || f.isError() && isInput(f) && !wrong.contains(f.path().top()))
          .forEach(report::add);
      said.notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
    }
  }

  private static boolean isInput(Finding finding) {
    return !finding.path().top().equals("desiredState");
  }

  private void captures(Report report) {
    boolean taken = policies.stream().anyMatch(p -> p.takeover().isWanted());
    report.check(
        spec.capture(),
        captures ->
            captures.forEach(
                (name, expression) -> {
                  if (!CAPTURE_NAME.matcher(name).matches()
                      || (taken && Takeover.NAMES.contains(name))) {
                    report.add(
                        HostCatalogue.CAPTURE_NAME,
                        expression.path(),
                        "\"" + expression.shownKey(name) + "\" is not free for a capture.");
                  }
                }));
  }

  /** The bridge, a bond, a VLAN interface, internal ports, and what an author adds. */
  private void names(BridgePolicy policy, Report report) {
    var uplink = policy.uplink();
    var made = new HashSet<String>();
    policy.bridgeName().ifKnown(made::add);
    uplink.bond().ifKnown(bond -> once(bond.name(), made, report));
    if (uplink.vlanId().isGiven()) {
      uplink.base().ifKnown(base -> notTheBase(uplink.vlanName(), base, report));
      once(uplink.vlanName(), made, report);
    }
    uplink.interfaces(policy.mtu()).stream()
        .flatMap(entry -> entry.get("name").stream())
        .filter(name -> !name.hasUnknown())
        .forEach(name -> made.add(String.valueOf(name.plain())));
    spec.ports()
        .known()
        .orElse(List.of())
        .forEach(
            p ->
                p.known()
                    .filter(port -> OvsBridge.isInternal(port) || port.bond().isGiven())
                    .ifPresent(port -> once(port.name(), made, report)));
    report.check(
        spec.interfaces(),
        entries -> entries.forEach(entry -> ExtraInterface.check(entry, made, report)));
  }

  private static void notTheBase(Value<String> vlan, String base, Report report) {
    once(vlan, new HashSet<>(List.of(base)), report);
  }

  private static void once(Value<String> name, Set<String> made, Report report) {
    name.ifKnown(
        n -> {
          if (!made.add(n)) {
            report.add(
                PortCatalogue.NAME_TWICE,
                name.path(),
                name.shown() + " is the name of another interface here, too.");
          }
        });
  }

  private void otherKind(Report report) {
    if (spec.kind().known().filter(k -> k == BridgeKind.OvsBridge).isPresent()) {
      ofOtherKind(spec.stp(), "stp is an option of a Linux bridge.", report);
      ofOtherKind(spec.options(), "options are those of a Linux bridge.", report);
    } else {
      ofOtherKind(spec.ovsOptions(), "ovsOptions are those of an OVS bridge.", report);
      ofOtherKind(spec.localnets(), "OVN maps localnets to OVS bridges only.", report);
    }
  }

  static void ofOtherKind(Value<?> setting, String what, Report report) {
    if (setting.isGiven()) {
      report.add(
          Finding.of(
              PortCatalogue.OTHER_KIND, setting.path(), what, PortCatalogue.OTHER_KIND.fix()));
    }
  }
}
