package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.Mtu;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for one bridge on its nodes. */
public final class BridgePolicyRules {
  private static final Set<String> RESERVED =
      Set.of("br-ex", "br-int", "br-tun", "ovs-system", "cni0", "lo");
  private static final Pattern NETRIS = Pattern.compile("nbr-\\d{1,10}");

  private final BridgePolicy policy;
  private final Report report;

  private BridgePolicyRules(BridgePolicy policy, Report report) {
    this.policy = policy;
    this.report = report;
  }

  public static void check(BridgePolicy policy, Report report) {
    var rules = new BridgePolicyRules(policy, report);
    rules.names();
    rules.uplink();
    rules.mtu();
    HostPolicyRules.check(PolicyExpander.hostPolicy(policy), report);
  }

  private void names() {
    report.refuse(policy.bridgeName(), InterfaceName::problem, HostCatalogue.BRIDGE_NAME);
    report.require(
        policy.bridgeName(),
        name -> !isReserved(name),
        HostCatalogue.RESERVED_BRIDGE,
        policy.bridgeName().shown() + " is not a bridge of this program.");
  }

  private void uplink() {
    report.refuse(policy.nic(), InterfaceName::problem, HostCatalogue.NIC_NAME);
    report.require(
        policy.nic(),
        nic -> !isReserved(nic),
        HostCatalogue.UPLINK_NOT_A_NIC,
        policy.nic().shown() + " is not a network card.");
    policy
        .bridgeName()
        .ifBothKnown(
            policy.nic(),
            (bridge, nic) -> {
              if (bridge.equals(nic)) {
                report.add(
                    HostCatalogue.UPLINK_IS_BRIDGE,
                    policy.nic().path(),
                    policy.nic().shown() + " is the name of the bridge, too.");
              }
            });
  }

  private void mtu() {
    report.require(
        policy.mtu(),
        Mtu::isValid,
        HostCatalogue.MTU_RANGE,
        policy.mtu().shown() + " is not an MTU.");
    boolean ipv6 = policy.ipv6().known().filter(m -> m != IpMode.None).isPresent();
    policy
        .mtu()
        .known()
        .filter(mtu -> ipv6 && Mtu.isValid(mtu) && mtu < Mtu.MIN_IPV6)
        .ifPresent(mtu -> report.add(mtuBelowIpv6()));
  }

  private Finding mtuBelowIpv6() {
    return Finding.of(
            HostCatalogue.MTU_IPV6,
            policy.mtu().path(),
            policy.mtu().shown() + " is too small for the IPv6 addresses of this bridge.",
            HostCatalogue.MTU_IPV6.fix())
        .inWordsOf(
            new Upstream(
                "nmstate",
                "InvalidArgument",
                "mtu",
                "MTU should be >= 1280 when IPv6 is enabled on interface "
                    + policy.bridgeName().shown()
                    + ", but got mtu: "
                    + policy.mtu().shown()));
  }

  private static boolean isReserved(String name) {
    return RESERVED.contains(name) || NETRIS.matcher(name).matches();
  }
}
