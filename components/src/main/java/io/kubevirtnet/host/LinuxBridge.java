package io.kubevirtnet.host;

import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.spec.BridgeOptionsSpec;
import io.kubevirtnet.spec.BridgePortSpec;
import io.kubevirtnet.spec.StpSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/** The entry of a bridge of the kernel. */
final class LinuxBridge {
  private LinuxBridge() {}

  static Fields entry(BridgePolicy policy) {
    var start =
        Tree.of("name", policy.bridgeName()).with("description", policy.spec().description());
    return Entries.host(policy, start, "linux-bridge")
        .with("bridge", Tree.of("options", options(policy.spec())).with("port", ports(policy)));
  }

  private static Tree options(BridgeNetworkSpec spec) {
    if (spec.options().isUnknown()) {
      return Tree.of(spec.options());
    }
    var options = spec.options().known().map(LinuxBridge::options).orElse(Tree.fields());
    return spec.stp().isAbsent()
        ? options.with("stp", Tree.of("enabled", false))
        : options.with("stp", spec.stp().map(LinuxBridge::stp));
  }

  private static Fields stp(StpSpec stp) {
    return Tree.of("enabled", stp.enabled())
        .with("forward-delay", stp.forwardDelay())
        .with("hello-time", stp.helloTime())
        .with("max-age", stp.maxAge())
        .with("priority", stp.priority());
  }

  private static Fields options(BridgeOptionsSpec o) {
    return Tree.fields()
        .with("group-addr", o.groupAddr())
        .with("group-forward-mask", o.groupForwardMask())
        .with("hash-max", o.hashMax())
        .with("mac-ageing-time", o.macAgeingTime())
        .with("multicast-router", o.multicastRouter())
        .with("multicast-snooping", o.multicastSnooping())
        .with("multicast-querier", o.multicastQuerier())
        .with("multicast-querier-interval", o.multicastQuerierInterval())
        .with("multicast-query-interval", o.multicastQueryInterval())
        .with("multicast-query-response-interval", o.multicastQueryResponseInterval())
        .with("multicast-query-use-ifaddr", o.multicastQueryUseIfaddr())
        .with("multicast-last-member-count", o.multicastLastMemberCount())
        .with("multicast-last-member-interval", o.multicastLastMemberInterval())
        .with("multicast-membership-interval", o.multicastMembershipInterval())
        .with("multicast-startup-query-count", o.multicastStartupQueryCount())
        .with("multicast-startup-query-interval", o.multicastStartupQueryInterval())
        .with("vlan-protocol", o.vlanProtocol())
        .with("vlan-default-pvid", o.vlanDefaultPvid());
  }

  private static Tree ports(BridgePolicy policy) {
    return Entries.ports(policy, LinuxBridge::uplink, LinuxBridge::port, List.of());
  }

  private static Fields uplink(Uplink uplink) {
    var spec = uplink.spec();
    return Tree.of("name", uplink.port())
        .with("stp-hairpin-mode", spec.flatMap(UplinkSpec::hairpin))
        .with("stp-path-cost", spec.flatMap(UplinkSpec::stpPathCost))
        .with("stp-priority", spec.flatMap(UplinkSpec::stpPriority))
        .with("vlan", new PortFilter(spec.flatMap(UplinkSpec::vlan)).onLinux());
  }

  private static Fields port(BridgePortSpec port) {
    return Tree.of("name", port.name())
        .with("stp-hairpin-mode", port.hairpin())
        .with("stp-path-cost", port.stpPathCost())
        .with("stp-priority", port.stpPriority())
        .with("vlan", new PortFilter(port.vlan()).onLinux());
  }
}
