package io.kubevirtnet.cni;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a virtual machine of KubeVirt gets on with the interface that a plugin makes.
 *
 * @param bindings what can connect the machine to it; none when no binding works
 * @param mac who sees to it that the machine has the MAC address that was asked for
 */
public record KubeVirtFit(Set<Binding> bindings, Mac mac) {

  /** How KubeVirt connects a machine, as it is written in an interface of its spec. */
  public enum Binding {
    BRIDGE("bridge"),
    SRIOV("sriov"),
    /** A binding plugin, {@code binding: {name: …}}. */
    PLUGIN("binding");

    private final String wire;

    Binding(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  /** Support for a MAC address that is asked for. */
  public enum Mac {
    /** The plugin takes it from Multus. */
    NATIVE,
    /** The plugin tuning, chained after it with the capability mac, sets it. */
    WITH_TUNING,
    /** The device has it anyway. */
    NOT_NEEDED,
    /** Traffic with another address than its own does not pass. */
    NEVER,
    /** Nobody has said. */
    UNKNOWN
  }

  private static final Set<Binding> BRIDGE = Set.of(Binding.BRIDGE);
  private static final Set<Binding> NONE = Set.of();

  private static final Map<String, KubeVirtFit> BY_TYPE =
      Map.ofEntries(
          Map.entry("bridge", new KubeVirtFit(BRIDGE, Mac.NATIVE)),
          Map.entry("cnv-bridge", new KubeVirtFit(BRIDGE, Mac.NATIVE)),
          Map.entry("ovs", new KubeVirtFit(Set.of(Binding.BRIDGE, Binding.SRIOV), Mac.NATIVE)),
          Map.entry(
              OvnPlugin.TYPE, new KubeVirtFit(Set.of(Binding.BRIDGE, Binding.PLUGIN), Mac.NATIVE)),
          Map.entry("kube-ovn", new KubeVirtFit(BRIDGE, Mac.NATIVE)),
          Map.entry("sriov", new KubeVirtFit(Set.of(Binding.SRIOV), Mac.NOT_NEEDED)),
          Map.entry("ib-sriov", new KubeVirtFit(Set.of(Binding.SRIOV), Mac.NOT_NEEDED)),
          Map.entry("macvtap", new KubeVirtFit(Set.of(Binding.PLUGIN), Mac.NATIVE)),
          Map.entry("flannel", new KubeVirtFit(BRIDGE, Mac.WITH_TUNING)),
          Map.entry("ptp", new KubeVirtFit(BRIDGE, Mac.WITH_TUNING)),
          Map.entry("vlan", new KubeVirtFit(BRIDGE, Mac.UNKNOWN)),
          Map.entry("host-device", new KubeVirtFit(BRIDGE, Mac.UNKNOWN)),
          Map.entry("bond", new KubeVirtFit(BRIDGE, Mac.UNKNOWN)),
          Map.entry("calico", new KubeVirtFit(BRIDGE, Mac.UNKNOWN)),
          Map.entry("macvlan", new KubeVirtFit(NONE, Mac.NEVER)),
          Map.entry("ipvlan", new KubeVirtFit(NONE, Mac.NEVER)),
          Map.entry("tap", new KubeVirtFit(NONE, Mac.NATIVE)),
          Map.entry("dummy", new KubeVirtFit(NONE, Mac.UNKNOWN)),
          Map.entry("loopback", new KubeVirtFit(NONE, Mac.UNKNOWN)));

  public KubeVirtFit {
    bindings = Set.copyOf(bindings);
  }

  /** Nothing for a plugin of which nothing is known. */
  public static Optional<KubeVirtFit> of(String cniType) {
    return Optional.ofNullable(BY_TYPE.get(cniType));
  }

  public boolean fits(Binding binding) {
    return bindings.contains(binding);
  }
}
