package io.kubevirtnet.platform;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.InterfaceBinding;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestNetworkData;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.CloudControllersSpec;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NetrisNodesSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.spec.PluginBindingSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;

/** From a node type to the typed output that a provider takes. */
public final class NodeTypeExpander {
  private NodeTypeExpander() {}

  public static Fields nodeType(KubeVirtNodeTypeSpec spec, String resourceName) {
    var machine = NodeMachine.of(spec);
    var texts = texts(spec);
    boolean findsCards = spec.guestNetwork().isGiven() || needsGuestInterface(spec);
    if (findsCards && !machine.merged()) {
      texts = withCards(texts, spec, cards(tree(spec, resourceName, machine, texts)));
    }
    return tree(spec, resourceName, machine, texts);
  }

  /** The same as a provider reads it. */
  static NodeTypeSpec typed(KubeVirtNodeTypeSpec spec, String resourceName) {
    return typed(nodeType(spec, resourceName));
  }

  private static NodeTypeSpec typed(Fields nodeType) {
    return SpecReader.read(nodeType, PropertyPath.ROOT, new Report(), NodeTypeSpec::read);
  }

  private static NodeCards cards(Fields nodeType) {
    return DesiredNode.alone(typed(nodeType)).cards();
  }

  private static Fields tree(
      KubeVirtNodeTypeSpec spec, String resourceName, NodeMachine machine, NodeProperties texts) {
    var addresses = spec.guestAddresses();
    var named = NamedAttachments.of(spec);
    return Tree.of("name", spec.name().orDefault(resourceName))
        .with("displayName", spec.displayName())
        .with("labels", spec.labels())
        .with("annotations", spec.annotations())
        .with("resources", spec.resources())
        .with("kubeReserved", spec.kubeReserved())
        .with("podNetwork", spec.podNetwork())
        .with("attachment", spec.attachment())
        .with("attachmentName", spec.attachmentName())
        .with("properties", texts.and(spec.properties()))
        .with(machine.field(), machine.tree())
        .with("guestCidr", addresses.flatMap(GuestAddressesSpec::cidr))
        .with("guestRanges", addresses.flatMap(GuestAddressesSpec::ranges))
        .with("maxCapacity", spec.maxCapacity())
        .with("cost", spec.cost())
        .withIf(machine.merged(), "guestNetwork", spec.guestNetwork())
        .withIf(!named.items().isEmpty(), "namedAttachments", named)
        .with("origins", NodeTypePlaces.origins(spec, texts));
  }

  static boolean isAttached(KubeVirtNodeTypeSpec spec) {
    return spec.attachment().isGiven()
        || spec.attachmentName().isGiven()
        || spec.properties().isUnknown()
        || isOfNetris(spec);
  }

  /** The platform makes the attachment of a server cluster. */
  private static boolean isOfNetris(KubeVirtNodeTypeSpec spec) {
    return spec.netris().isGiven() || says(spec, PropertyKey.NETRIS_SERVER_CLUSTER);
  }

  private static boolean says(KubeVirtNodeTypeSpec spec, PropertyKey key) {
    return NodeTypePlaces.property(spec, key).isPresent();
  }

  private static boolean needsGuestInterface(KubeVirtNodeTypeSpec spec) {
    var given =
        spec.guestAddresses()
            .flatMap(GuestAddressesSpec::guestInterface)
            .or(spec.netris().flatMap(NetrisNodesSpec::guestInterface));
    return given.isAbsent()
        && !says(spec, PropertyKey.GUEST_INTERFACE)
        && (spec.guestAddresses().isGiven() || says(spec, PropertyKey.CIDR) || isOfNetris(spec));
  }

  /** All of the platform's strings but the attachment's, whose form depends on the provider. */
  private static NodeProperties texts(KubeVirtNodeTypeSpec spec) {
    var netris = spec.netris();
    var clouds = spec.cloudControllers();
    return binding(NodeProperties.NONE.image(spec.image()), spec)
        .addresses(spec.guestAddresses())
        .with(PropertyKey.NETRIS_SERVER_CLUSTER, netris.flatMap(NetrisNodesSpec::serverCluster))
        .list(PropertyKey.NAMESERVERS, netris.flatMap(NetrisNodesSpec::nameservers))
        .with(PropertyKey.GUEST_INTERFACE, netris.flatMap(NetrisNodesSpec::guestInterface))
        .networkData(spec.networkData())
        .with(PropertyKey.NETWORK_DATA_TEMPLATE, spec.networkDataTemplate())
        .sshKeys(spec.sshKeys())
        .userData(spec.userData())
        .with(PropertyKey.USER_DATA_TEMPLATE, spec.userDataTemplate())
        .with(PropertyKey.ENVIRONMENT_NAME, spec.environment())
        .with(PropertyKey.CCM_ENABLED, flag(clouds.flatMap(CloudControllersSpec::ccm)))
        .with(PropertyKey.CSI_ENABLED, flag(clouds.flatMap(CloudControllersSpec::csi)))
        .with(
            PropertyKey.CCM_LOAD_BALANCER,
            flag(clouds.flatMap(CloudControllersSpec::loadBalancer)));
  }

  private static Value<String> flag(Value<Boolean> flag) {
    return flag.map(String::valueOf);
  }

  /** What the platform makes of the injected network and interface. */
  private static NodeProperties binding(NodeProperties texts, KubeVirtNodeTypeSpec spec) {
    if (!isAttached(spec)) {
      return texts;
    }
    var plugin = spec.plugin().flatMap(PluginBindingSpec::name).or(spec.pluginName());
    var byDefault = spec.multusDefault().or(spec.podNetwork().map(c -> c == PodNetworkChoice.None));
    return texts
        .withIf(plugin.isAbsent(), PropertyKey.BINDING, usualBinding(spec))
        .withIf(
            plugin.isGiven() || spec.interfaceTemplate().isGiven(),
            PropertyKey.INTERFACE_TEMPLATE,
            template(spec, plugin))
        .withIf(byDefault.known().orElse(true), PropertyKey.MULTUS_DEFAULT, flag(byDefault));
  }

  /** An SR-IOV attachment can only be passed through, and nothing else can be. */
  private static Value<InterfaceBinding> usualBinding(KubeVirtNodeTypeSpec spec) {
    return spec.binding()
        .or(
            spec.attachment()
                .flatMap(AttachmentSpec::kind)
                .map(
                    k ->
                        k == AttachmentKind.Sriov
                            ? InterfaceBinding.Sriov
                            : InterfaceBinding.Bridge))
        .orDefault(InterfaceBinding.Bridge);
  }

  private static Tree template(KubeVirtNodeTypeSpec spec, Value<String> plugin) {
    var written = spec.interfaceTemplate().tree();
    if (spec.interfaceTemplate().isUnknown()) {
      return written;
    }
    var template = spec.interfaceTemplate().isGiven() ? (Fields) written : Fields.EMPTY;
    return NodeProperties.text(
            template.withIf(plugin.isGiven(), "binding", Tree.of("name", plugin)))
        .writtenAt(
            spec.interfaceTemplate().isGiven() ? spec.interfaceTemplate().path() : plugin.path());
  }

  private static NodeProperties withCards(
      NodeProperties texts, KubeVirtNodeTypeSpec spec, NodeCards cards) {
    var named =
        needsGuestInterface(spec)
            ? texts.with(PropertyKey.GUEST_INTERFACE, cards.name(NodeCards.INJECTED))
            : texts;
    return spec.guestNetwork().isGiven() && spec.networkData().isAbsent()
        ? named.with(
            PropertyKey.NETWORK_DATA, guestNetwork(spec.guestNetwork(), spec.attachment(), cards))
        : named;
  }

  /** All of it is one text, which is secret when anything in it is. */
  static Tree guestNetwork(
      Value<GuestNetworkSpec> network, Value<AttachmentSpec> attachment, NodeCards cards) {
    var mtu = attachment.flatMap(AttachmentSpec::mtu);
    var marks = Tree.of(network).allMarks().and(cards.marks());
    return network
        .known()
        .filter(n -> !cards.isOpen())
        .map(n -> GuestNetworkData.text(n, cards.all(mtu)))
        .filter(Scalar.class::isInstance)
        .<Tree>map(
            text ->
                new Scalar(NodeProperties.packed(String.valueOf(text.plain())), marks)
                    .writtenAt(network.path()))
        .orElseGet(() -> new Unknown(marks));
  }
}
