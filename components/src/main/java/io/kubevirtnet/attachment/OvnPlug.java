package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.OvnLayer2Spec;
import io.kubevirtnet.spec.OvnLocalnetSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A network of OVN-Kubernetes, by the plugin {@code ovn-k8s-cni-overlay}.
 *
 * @param networkName CNI name of the network, where it is not that of the attachment
 * @param localnet the physical network; absent for a switch inside the cluster
 * @param host the bridge that the physical network is mapped to, where a program manages it
 */
record OvnPlug(
    AttachmentKind kind,
    PropertyPath path,
    String topology,
    Value<String> networkName,
    Value<String> localnet,
    Value<HostBridgeSpec> host,
    Value<Integer> vlan,
    Value<Integer> mtu,
    Value<List<Value<String>>> subnets,
    Value<List<Value<String>>> excludeSubnets,
    Value<Boolean> persistentIps)
    implements Plug {
  static final String TYPE = "ovn-k8s-cni-overlay";

  static OvnPlug layer2(Value<OvnLayer2Spec> spec) {
    return new OvnPlug(
        AttachmentKind.OvnLayer2,
        spec.path(),
        "layer2",
        spec.flatMap(OvnLayer2Spec::networkName),
        new Value.Absent<>(spec.path()),
        new Value.Absent<>(spec.path()),
        new Value.Absent<>(spec.path()),
        spec.flatMap(OvnLayer2Spec::mtu),
        spec.flatMap(OvnLayer2Spec::subnets),
        spec.flatMap(OvnLayer2Spec::excludeSubnets),
        spec.flatMap(OvnLayer2Spec::persistentIps));
  }

  static OvnPlug localnet(Value<OvnLocalnetSpec> spec) {
    return new OvnPlug(
        AttachmentKind.OvnLocalnet,
        spec.path(),
        "localnet",
        spec.flatMap(OvnLocalnetSpec::networkName),
        spec.flatMap(OvnLocalnetSpec::localnet),
        spec.flatMap(OvnLocalnetSpec::bridge),
        spec.flatMap(OvnLocalnetSpec::vlan),
        spec.flatMap(OvnLocalnetSpec::mtu),
        spec.flatMap(OvnLocalnetSpec::subnets),
        spec.flatMap(OvnLocalnetSpec::excludeSubnets),
        spec.flatMap(OvnLocalnetSpec::persistentIps));
  }

  boolean isLocalnet() {
    return kind == AttachmentKind.OvnLocalnet;
  }

  @Override
  public Value<String> type() {
    return Value.known(path, TYPE);
  }

  @Override
  public Value<IpamKind> ipam(Value<IpamKind> typed) {
    return subnets.isGiven() ? subnets.map(s -> IpamKind.Ovn) : typed;
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("topology", topology)
        .with("netAttachDefName", Reference.of(frame.namespace(), frame.name()))
        .with("physicalNetworkName", physicalNetwork(frame.name()))
        .with("vlanID", vlan)
        .with("mtu", mtu)
        .with("subnets", joined(subnets))
        .with("excludeSubnets", joined(excludeSubnets))
        .withOn("allowPersistentIPs", persistentIps);
  }

  /** OVN takes the CNI name where nothing is said, and its older releases know only that. */
  private Value<String> physicalNetwork(Value<String> name) {
    var network = networkName.or(name);
    boolean same = network.known().isPresent() && network.known().equals(localnet.known());
    boolean told = same && !network.marks().secret() && !localnet.marks().secret();
    return told ? new Value.Absent<>(localnet.path()) : localnet;
  }

  /** OVN has lists as one text with commas. */
  private static Value<String> joined(Value<List<Value<String>>> list) {
    return list.flatMap(
        all -> {
          Value<String> text = all.isEmpty() ? new Value.Absent<>(list.path()) : all.get(0);
          for (var more : all.subList(Math.min(1, all.size()), all.size())) {
            text = text.with(more, (a, b) -> a + "," + b);
          }
          return text;
        });
  }

  @Override
  public Optional<BridgeJoin> bridge() {
    return isLocalnet()
        ? Optional.of(
            new BridgeJoin(
                host,
                host.flatMap(HostBridgeSpec::name),
                BridgeKind.OvsBridge,
                vlan,
                trunk(),
                mtu,
                localnet))
        : Optional.empty();
  }
}
