package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.Mtu;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the CRDs of OVN-Kubernetes ask for beyond what a definition may say. */
final class UserDefinedNetworkRules {
  /** The CRD takes 65536, the kernel does not. */
  private static final int LOWEST_MTU = 576;

  private static final int MOST_EXCLUDED = 25;

  private final OvnPlug ovn;
  private final Report report;

  private UserDefinedNetworkRules(OvnPlug ovn, Report report) {
    this.ovn = ovn;
    this.report = report;
  }

  static void check(DesiredAttachment attachment, Report report) {
    if (attachment.isUserDefinedNetwork()) {
      attachment
          .plug()
          .filter(OvnPlug.class::isInstance)
          .map(OvnPlug.class::cast)
          .ifPresent(ovn -> new UserDefinedNetworkRules(ovn, report).all());
    }
  }

  private void all() {
    mtu();
    subnets();
    excludeSubnets();
  }

  private void mtu() {
    int lowest = families().contains(true) ? Mtu.MIN_IPV6 : LOWEST_MTU;
    ovn.mtu()
        .known()
        .filter(mtu -> Mtu.isValid(mtu) && mtu < lowest)
        .ifPresent(
            mtu ->
                refuse(ovn.mtu(), ovn.mtu().shown() + " is below the " + lowest + " of its CRD."));
  }

  private void subnets() {
    ovn.subnets()
        .ifKnown(
            all -> {
              if (all.isEmpty()) {
                refuse(ovn.subnets(), "subnets is empty.");
              } else if (all.size() > families().size() && all.stream().allMatch(this::isNetwork)) {
                refuse(ovn.subnets(), "There is more than one subnet of one IP version.");
              }
            });
  }

  private void excludeSubnets() {
    if (ovn.excludeSubnets().isAbsent()) {
      return;
    }
    if (!ovn.isLocalnet()) {
      refuse(ovn.excludeSubnets(), "A layer 2 network of this API has no excludeSubnets.");
    } else if (ovn.subnets().isAbsent()) {
      refuse(ovn.excludeSubnets(), "There are no subnets to exclude it from.");
    } else {
      ovn.excludeSubnets()
          .known()
          .filter(all -> all.isEmpty() || all.size() > MOST_EXCLUDED)
          .ifPresent(
              all ->
                  refuse(
                      ovn.excludeSubnets(),
                      "It takes 1 to " + MOST_EXCLUDED + " entries, not " + all.size() + "."));
    }
  }

  /** True for IPv6, false for IPv4: which of them the subnets have. */
  private Set<Boolean> families() {
    var families = new HashSet<Boolean>();
    for (var subnet : ovn.subnets().known().orElse(List.of())) {
      subnet.known().flatMap(IpNetwork::parse).ifPresent(n -> families.add(n.address().isIPv6()));
    }
    return families;
  }

  private boolean isNetwork(Value<String> subnet) {
    return subnet.known().flatMap(IpNetwork::parse).isPresent();
  }

  private void refuse(Value<?> at, String what) {
    report.add(TypedCatalogue.USER_DEFINED_NETWORK, at.path(), what);
  }
}
