package io.kubevirtnet.component;

import io.kubevirtnet.attachment.DesiredAttachment;
import io.kubevirtnet.attachment.MacvtapPool;
import io.kubevirtnet.attachment.VirtualFunctions;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.BridgeNetworkRules;
import io.kubevirtnet.host.BridgePolicy;
import io.kubevirtnet.host.DesiredStateRules;
import io.kubevirtnet.host.EntryRules;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.host.HostPolicyRules;
import io.kubevirtnet.host.ManagedPolicy;
import io.kubevirtnet.host.OperatorObject;
import io.kubevirtnet.host.PolicyExpander;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.machine.MachineOutputs;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.platform.ConfigTemplateExpander;
import io.kubevirtnet.platform.NodeClaimExpander;
import io.kubevirtnet.platform.NodeEnvironmentExpander;
import io.kubevirtnet.platform.OsImageExpander;
import io.kubevirtnet.spec.BindingPluginSpec;
import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.spec.KubeVirtNetworkSettingsSpec;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.MachineConfigTemplateSpec;
import io.kubevirtnet.spec.MacvtapDevicesSpec;
import io.kubevirtnet.spec.NMStateSpec;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.NodeClaimSpec;
import io.kubevirtnet.spec.NodeEnvironmentSpec;
import io.kubevirtnet.spec.NodeNetworkPolicySpec;
import io.kubevirtnet.spec.OSImageSpec;
import io.kubevirtnet.spec.SriovNetworkSpec;
import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/** The components that exist. */
public final class Blueprints {
  private static final String MODULE = "kubevirtnet:index:";

  private Blueprints() {}

  public static final Blueprint<BridgeNetworkSpec> BRIDGE_NETWORK =
      new Blueprint<>(
          MODULE + "BridgeNetwork",
          BridgeNetworkSpec::read,
          BridgeNetworkSpec::suppress,
          Blueprints::bridgeNetwork,
          Blueprints::policies,
          (spec, name) ->
              Tree.of("bridge", PolicyExpander.hostBridge(BridgePolicy.all(spec, name))));

  public static final Blueprint<NMStateSpec> NMSTATE =
      new Blueprint<>(
          MODULE + "NMState",
          NMStateSpec::read,
          NMStateSpec::suppress,
          Blueprints::nmstate,
          (spec, name) -> List.of(Child.object(name, OperatorObject.object(spec))),
          (spec, name) -> Tree.of("name", OperatorObject.NAME));

  /** A custom resource of the plugin: its child is the object that the plugin itself writes. */
  public static final Blueprint<NodeNetworkPolicySpec> NODE_NETWORK_POLICY =
      new Blueprint<>(
          MODULE + ManagedPolicy.KIND,
          NodeNetworkPolicySpec::read,
          NodeNetworkPolicySpec::suppress,
          Blueprints::nodeNetworkPolicy,
          (spec, name) -> List.of(Child.object(name, HostPolicy.of(spec, name).object())),
          (spec, name) -> Fields.EMPTY);

  /** A custom resource of the plugin, which makes nothing: its child is the part of the machine. */
  public static final Blueprint<VirtualMachineWiringSpec> VIRTUAL_MACHINE_WIRING =
      new Blueprint<>(
          MODULE + "VirtualMachineWiring",
          VirtualMachineWiringSpec::read,
          VirtualMachineWiringSpec::suppress,
          WiringParts::check,
          WiringParts::children,
          (spec, name) -> Fields.EMPTY);

  public static final Blueprint<NetworkAttachmentSpec> NETWORK_ATTACHMENT =
      new Blueprint<>(
          MODULE + "NetworkAttachment",
          NetworkAttachmentSpec::read,
          NetworkAttachmentSpec::suppress,
          AttachmentParts::networkAttachment,
          AttachmentParts::definitions,
          (spec, name) -> AttachmentParts.output(DesiredAttachment.of(spec, name)));

  public static final Blueprint<SriovNetworkSpec> SRIOV_NETWORK =
      new Blueprint<>(
          MODULE + "SriovNetwork",
          SriovNetworkSpec::read,
          SriovNetworkSpec::suppress,
          AttachmentParts::sriovNetwork,
          AttachmentParts::sriovObjects,
          (spec, name) -> AttachmentParts.output(VirtualFunctions.of(spec, name).attachment()));

  public static final Blueprint<MacvtapDevicesSpec> MACVTAP_DEVICES =
      new Blueprint<>(
          MODULE + "MacvtapDevices",
          MacvtapDevicesSpec::read,
          MacvtapDevicesSpec::suppress,
          AttachmentParts::macvtapDevices,
          AttachmentParts::macvtapObjects,
          (spec, name) -> AttachmentParts.output(MacvtapPool.of(spec, name).attachment()));

  public static final Blueprint<KubeVirtNodeTypeSpec> NODE_TYPE =
      new Blueprint<>(
          MODULE + "KubeVirtNodeType",
          KubeVirtNodeTypeSpec::read,
          KubeVirtNodeTypeSpec::suppress,
          NodeTypeParts::type,
          NodeTypeParts::ofType,
          NodeTypeParts::ofTypeOutputs);

  public static final Blueprint<KubeVirtNodeProviderSpec> NODE_PROVIDER =
      new Blueprint<>(
          MODULE + "KubeVirtNodeProvider",
          KubeVirtNodeProviderSpec::read,
          KubeVirtNodeProviderSpec::suppress,
          NodeTypeParts::provider,
          NodeTypeParts::ofProvider,
          NodeTypeParts::ofProviderOutputs);

  public static final Blueprint<NodeClaimSpec> NODE_CLAIM =
      new Blueprint<>(
          MODULE + NodeClaimExpander.KIND,
          NodeClaimSpec::read,
          NodeClaimSpec::suppress,
          NodeParts::claim,
          (spec, name) -> NodeParts.child(NodeClaimExpander.object(spec, name), name),
          (spec, name) -> NodeParts.name(spec.name(), name));

  public static final Blueprint<NodeEnvironmentSpec> NODE_ENVIRONMENT =
      new Blueprint<>(
          MODULE + NodeEnvironmentExpander.KIND,
          NodeEnvironmentSpec::read,
          NodeEnvironmentSpec::suppress,
          NodeParts::environment,
          (spec, name) -> NodeParts.child(NodeEnvironmentExpander.object(spec, name), name),
          (spec, name) -> NodeParts.name(spec.name(), name));

  public static final Blueprint<OSImageSpec> OS_IMAGE =
      new Blueprint<>(
          MODULE + OsImageExpander.KIND,
          OSImageSpec::read,
          OSImageSpec::suppress,
          NodeParts::osImage,
          (spec, name) -> NodeParts.child(OsImageExpander.object(spec, name), name),
          (spec, name) -> NodeParts.name(spec.name(), name));

  public static final Blueprint<MachineConfigTemplateSpec> MACHINE_CONFIG_TEMPLATE =
      new Blueprint<>(
          MODULE + ConfigTemplateExpander.KIND,
          MachineConfigTemplateSpec::read,
          MachineConfigTemplateSpec::suppress,
          NodeParts::configTemplate,
          (spec, name) -> NodeParts.child(ConfigTemplateExpander.object(spec, name), name),
          (spec, name) -> NodeParts.name(spec.name(), name));

  public static final Blueprint<BindingPluginSpec> BINDING_PLUGIN =
      new Blueprint<>(
          MODULE + "BindingPlugin",
          BindingPluginSpec::read,
          BindingPluginSpec::suppress,
          PluginParts::bindingPlugin,
          PluginParts::registration,
          PluginParts::outputs);

  public static final Blueprint<KubeVirtNetworkSettingsSpec> KUBEVIRT_NETWORK_SETTINGS =
      new Blueprint<>(
          MODULE + "KubeVirtNetworkSettings",
          KubeVirtNetworkSettingsSpec::read,
          KubeVirtNetworkSettingsSpec::suppress,
          PluginParts::networkSettings,
          PluginParts::settings,
          (spec, name) -> Tree.of("name", spec.kubevirtName()));

  public static final Blueprint<VirtualMachineSpec> VIRTUAL_MACHINE =
      new Blueprint<>(
          MODULE + DesiredMachine.KIND,
          VirtualMachineSpec::read,
          VirtualMachineSpec::suppress,
          MachineParts::machine,
          MachineParts::objects,
          (spec, name) -> MachineOutputs.of(DesiredMachine.of(spec, name)));

  public static final Blueprint<NetrisInputs> NETRIS_NETWORK =
      new Blueprint<>(
              MODULE + "NetrisNetwork",
              NetrisInputs::read,
              inputs -> inputs.spec().suppress(),
              NetrisParts::check,
              NetrisParts::children,
              NetrisParts::outputs)
          .asking(new NetrisQuestion());

  /** A custom resource of the plugin, which keeps facts and makes nothing. */
  public static final Blueprint<NetrisServerClusterSpec> NETRIS_SERVER_CLUSTER =
      new Blueprint<>(
          MODULE + "NetrisServerCluster",
          NetrisServerClusterSpec::read,
          NetrisServerClusterSpec::suppress,
          NetrisParts::checkFacts,
          (spec, name) -> List.of(),
          (spec, name) ->
              Tree.of("serverCluster", spec.serverCluster())
                  .with("facts", spec.facts())
                  .with("hostModel", spec.hostModel())
                  .with("bridgeName", spec.bridgeName())
                  .with("definitions", spec.definitions()));

  public static final List<Blueprint<?>> ALL =
      List.of(
          NMSTATE,
          BRIDGE_NETWORK,
          NODE_NETWORK_POLICY,
          VIRTUAL_MACHINE_WIRING,
          NETWORK_ATTACHMENT,
          SRIOV_NETWORK,
          MACVTAP_DEVICES,
          BINDING_PLUGIN,
          KUBEVIRT_NETWORK_SETTINGS,
          NODE_TYPE,
          NODE_PROVIDER,
          NODE_CLAIM,
          NODE_ENVIRONMENT,
          OS_IMAGE,
          MACHINE_CONFIG_TEMPLATE,
          NETRIS_NETWORK,
          NETRIS_SERVER_CLUSTER,
          VIRTUAL_MACHINE);

  public static Optional<Blueprint<?>> find(String type) {
    return ALL.stream().filter(b -> b.type().equals(type)).findFirst().map(b -> b);
  }

  private static void nmstate(NMStateSpec spec, Surroundings around, Report report) {
    OperatorObject.check(spec, report);
    var name = Value.known(PropertyPath.ROOT, OperatorObject.NAME);
    around.claim(OperatorObject.KIND, "", name, report);
  }

  static void bridgeNetwork(BridgeNetworkSpec spec, Surroundings around, Report report) {
    BridgeNetworkRules.check(spec, around.name(), report);
    for (var policy : BridgePolicy.all(spec, around.name())) {
      claim(PolicyExpander.hostPolicy(policy), around, report);
    }
  }

  private static void nodeNetworkPolicy(
      NodeNetworkPolicySpec spec, Surroundings around, Report report) {
    var policy = HostPolicy.of(spec, around.name());
    HostPolicyRules.check(policy, report);
    EntryRules.check(policy, PropertyPath.ROOT, report);
    DesiredStateRules.check(policy, PropertyPath.ROOT, report);
  }

  private static void claim(HostPolicy policy, Surroundings around, Report report) {
    around.run().policy(around.claimant(), policy, report);
    around.claim(HostPolicy.KIND, "", policy.name(), report);
  }

  static List<Child> policies(BridgeNetworkSpec spec, String name) {
    boolean plain = spec.rollout().known().filter(r -> r == Rollout.Plain).isPresent();
    return BridgePolicy.all(spec, name).stream().map(group -> policy(spec, group, plain)).toList();
  }

  private static Child policy(BridgeNetworkSpec spec, BridgePolicy group, boolean plain) {
    var policy = PolicyExpander.hostPolicy(group);
    return plain
        ? Child.object(group.childName(), policy.object())
        : new Child(
            NODE_NETWORK_POLICY.type(), group.childName(), ManagedPolicy.inputs(spec, policy));
  }
}
