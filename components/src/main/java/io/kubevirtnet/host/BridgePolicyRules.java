package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Mtu;
import io.kubevirtnet.value.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for one bridge on its nodes. */
public final class BridgePolicyRules {
  private static final Set<String> RESERVED =
      Set.of("br-ex", "br-int", "br-tun", "ovs-system", "cni0", "lo");
  private static final Pattern NETRIS = Pattern.compile("nbr-\\d{1,10}");
  private static final Pattern MAX_UNAVAILABLE =
      Pattern.compile("[1-9]\\d{0,8}|(?:[1-9]\\d?|100)%");
  private static final int MAX_POLICY_NAME = 63;

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
    rules.nodes();
  }

  private void names() {
    report.refuse(policy.bridgeName(), InterfaceName::problem, HostCatalogue.BRIDGE_NAME);
    report.require(
        policy.bridgeName(),
        name -> !isReserved(name),
        HostCatalogue.RESERVED_BRIDGE,
        policy.bridgeName().shown() + " is not a bridge of this program.");
    report.check(
        policy.policyName(),
        name -> {
          if (name.length() > MAX_POLICY_NAME || !KubernetesName.isSubdomain(name)) {
            report.add(policyName(name));
          }
        });
  }

  private Finding policyName(String name) {
    var finding =
        Finding.of(
            HostCatalogue.POLICY_NAME,
            policy.policyName().path(),
            "\"" + policy.policyName().shown() + "\" is not a policy name.",
            "Set policyName to " + KubernetesName.proposal(policy.policyName()));
    return name.length() > MAX_POLICY_NAME
        ? finding.inWordsOf(
            new Upstream(
                "nncp-validation-policy",
                "Invalid",
                "metadata.name",
                "invalid policy name: \""
                    + policy.policyName().shown()
                    + "\": must be no more than 63 characters or match label value format"))
        : finding;
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

  private void nodes() {
    report.check(
        policy.nodeSelector(),
        labels ->
            labels.forEach(
                (key, value) -> {
                  if (!KubernetesName.isLabelKey(key)) {
                    report.add(
                        HostCatalogue.NODE_SELECTOR,
                        value.path(),
                        "\"" + value.shownKey(key) + "\" is not a label key.");
                  }
                  report.check(
                      value,
                      v -> {
                        if (!KubernetesName.isLabelValue(v)) {
                          report.add(labelValue(value));
                        }
                      });
                }));
    report.require(
        policy.maxUnavailable(),
        text -> MAX_UNAVAILABLE.matcher(text).matches(),
        HostCatalogue.MAX_UNAVAILABLE,
        "\"" + policy.maxUnavailable().shown() + "\" is neither a number nor a percentage.");
  }

  private static Finding labelValue(Value<String> value) {
    return Finding.of(
            HostCatalogue.NODE_SELECTOR,
            value.path(),
            "\"" + value.shown() + "\" is not a label value.",
            HostCatalogue.NODE_SELECTOR.fix())
        .inWordsOf(
            new Upstream(
                "nncp-validation-policy",
                "Invalid",
                "spec.nodeSelector",
                "nodeSelector values must be valid label values"));
  }

  private static boolean isReserved(String name) {
    return RESERVED.contains(name) || NETRIS.matcher(name).matches();
  }
}
