package io.kubevirtnet.machine;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.VmBinding;
import io.kubevirtnet.kubevirt.NamedBridge;
import io.kubevirtnet.link.AttachmentReferences;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.PluginBindingSpec;
import io.kubevirtnet.spec.PodNetworkSpec;
import io.kubevirtnet.spec.VmNetworkSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/**
 * One network of a machine with its interface, with every default in its place.
 *
 * @param spec what the author wrote
 * @param namespace of the machine
 * @param machine its name
 */
public record MachineNetwork(VmNetworkSpec spec, Value<String> namespace, Value<String> machine) {

  public Value<String> name() {
    return spec.name();
  }

  public PropertyPath path() {
    return spec.path();
  }

  public boolean isMultus() {
    return spec.attachment().isGiven() || spec.attachmentName().isGiven();
  }

  public boolean isDefault() {
    return spec.multusDefault().known().orElse(false);
  }

  /** The definition that Multus is told; absent for the pod network. */
  public Value<String> reference() {
    if (spec.attachmentName().isGiven()) {
      return spec.attachmentName();
    }
    return AttachmentReferences.from(
        namespace, spec.attachment().flatMap(AttachmentSpec::references), spec.attachment().path());
  }

  /** The bridge of the attachment where that is only named; absent otherwise. */
  Value<String> namedBridge() {
    return NamedBridge.of(spec.attachment());
  }

  /** MTU of the attachment, where it says one. */
  public Value<Integer> mtu() {
    return spec.attachment().flatMap(AttachmentSpec::mtu);
  }

  /** The address that was asked for, one way or the other. */
  public Value<String> mac() {
    var stable =
        spec.stableMac()
            .flatMap(
                on ->
                    on
                        ? spec.stableMac()
                            .with(namespace, (given, ns) -> ns)
                            .with(machine, (ns, vm) -> new String[] {ns, vm})
                            .with(spec.name(), (at, net) -> StableMac.of(at[0], at[1], net))
                        : new Value.Absent<String>(spec.stableMac().path()));
    return spec.macAddress().or(stable);
  }

  boolean hasPlugin() {
    return spec.plugin().isGiven() || spec.pluginName().isGiven();
  }

  /** The plugin that connects it; absent with a binding of KubeVirt's own. */
  public Value<String> plugin() {
    return spec.pluginName().or(spec.plugin().flatMap(PluginBindingSpec::name));
  }

  /** KubeVirt's own binding; absent with a plugin, and where none does what the kind needs. */
  public Value<VmBinding> binding() {
    if (hasPlugin()) {
      return new Value.Absent<>(spec.binding().path());
    }
    return spec.binding().or(usual());
  }

  private Value<VmBinding> usual() {
    var path = spec.binding().path();
    if (spec.pod().isGiven()) {
      return Value.known(path, VmBinding.Masquerade);
    }
    return spec.attachment().isGiven()
        ? usual(spec.attachment().flatMap(AttachmentSpec::kind), path)
        : Value.known(path, VmBinding.Bridge);
  }

  private static Value<VmBinding> usual(Value<AttachmentKind> kind, PropertyPath path) {
    if (kind.isUnknown()) {
      return new Value.Unknown<>(path, kind.marks());
    }
    return kind.known()
        .flatMap(MachineNetwork::binding)
        .<Value<VmBinding>>map(b -> new Value.Known<>(path, b, kind.marks()))
        .orElseGet(() -> new Value.Absent<>(path));
  }

  /** What connects a machine to an attachment of this kind, unless its author knows better. */
  static Optional<VmBinding> binding(AttachmentKind kind) {
    return switch (kind) {
      case Sriov -> Optional.of(VmBinding.Sriov);
      case LinuxBridge, Ovs, OvnLayer2, OvnLocalnet, HostDevice, Other ->
          Optional.of(VmBinding.Bridge);
      case Macvtap, Macvlan, Ipvlan -> Optional.empty();
    };
  }

  /** The interface; open as a whole while its binding, which is a key of it, is not known. */
  Tree toInterface() {
    var binding = binding();
    var written =
        attached(Tree.of("name", spec.name()), binding)
            .with("model", spec.model())
            .with("macAddress", mac())
            .with("pciAddress", spec.pciAddress())
            .with("acpiIndex", spec.acpiIndex())
            .with("bootOrder", spec.bootOrder())
            .with("ports", spec.ports())
            .with("portRanges", spec.portRanges())
            .with("dhcpOptions", spec.dhcpOptions())
            .with("tag", spec.tag())
            .with("state", spec.state())
            .marked(binding.marks());
    return binding.isUnknown() ? new Unknown(written.allMarks().and(binding.marks())) : written;
  }

  private Fields attached(Fields named, Value<VmBinding> binding) {
    if (hasPlugin()) {
      return named.with("binding", Tree.of("name", plugin()));
    }
    return binding.known().map(b -> named.with(b.wire(), Tree.fields())).orElse(named);
  }

  Tree toNetwork() {
    var network = Tree.of("name", spec.name());
    if (spec.pod().isGiven()) {
      network = network.with("pod", spec.pod().map(MachineNetwork::pod));
    }
    if (isMultus()) {
      network =
          network.with(
              "multus",
              Tree.fields().with("networkName", reference()).with("default", spec.multusDefault()));
    }
    return network;
  }

  private static Fields pod(PodNetworkSpec pod) {
    return Tree.fields()
        .with("vmNetworkCIDR", pod.cidr())
        .with("vmIPv6NetworkCIDR", pod.ipv6Cidr());
  }

  /** What stands in the interface under another name than in the inputs, or comes of none. */
  Places places(PropertyPath iface, PropertyPath network) {
    var places =
        Places.EMPTY
            .same(iface, spec.path())
            .same(network, spec.path())
            .at(iface.child("binding"), plugin().path())
            .at(
                network.child("multus"),
                spec.attachment().isGiven()
                    ? spec.attachment().path()
                    : spec.attachmentName().path())
            .at(network.child("multus").child("default"), spec.multusDefault().path())
            .at(network.child("pod"), spec.pod().path())
            .at(network.child("pod").child("vmNetworkCIDR"), spec.pod().path().child("cidr"))
            .at(
                network.child("pod").child("vmIPv6NetworkCIDR"),
                spec.pod().path().child("ipv6Cidr"))
            .at(
                iface.child("macAddress"),
                spec.stableMac().isGiven() && spec.macAddress().isAbsent()
                    ? spec.stableMac().path()
                    : spec.macAddress().path());
    for (var binding : VmBinding.values()) {
      places = places.at(iface.child(binding.wire()), spec.binding().path());
    }
    return places;
  }
}
