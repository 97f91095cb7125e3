package io.kubevirtnet.component;

import io.kubevirtnet.attachment.AttachmentOutput;
import io.kubevirtnet.attachment.DesiredAttachment;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.BridgePolicy;
import io.kubevirtnet.host.PolicyExpander;
import io.kubevirtnet.netris.ControllerRules;
import io.kubevirtnet.netris.FactsRules;
import io.kubevirtnet.netris.KubeVipValues;
import io.kubevirtnet.netris.NetrisAddressRules;
import io.kubevirtnet.netris.NetrisBridge;
import io.kubevirtnet.netris.NetrisDefinitions;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.netris.NetrisRules;
import io.kubevirtnet.netris.NodeTypeProperties;
import io.kubevirtnet.platform.VclusterValuesExpander;
import io.kubevirtnet.spec.NetrisKubeVipSpec;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules, children and outputs of the network of a server cluster: those of the bridge and the
 * attachments that it stands for, said at its own inputs.
 */
final class NetrisParts {
  private final NetrisInputs inputs;
  private final String name;
  private final NetrisBridge bridge;
  private final NetrisDefinitions definitions;

  private NetrisParts(NetrisInputs inputs, String name) {
    this.inputs = inputs;
    this.name = name;
    this.bridge = new NetrisBridge(inputs, name);
    this.definitions =
        new NetrisDefinitions(
            inputs,
            name,
            bridge,
            bridge.made().map(made -> PolicyExpander.hostBridge(BridgePolicy.all(made, name))));
  }

  static void check(NetrisInputs inputs, Surroundings around, Report report) {
    var parts = new NetrisParts(inputs, around.name());
    NetrisRules.check(inputs, parts.definitions, report);
    inputs.spec().controller().ifKnown(c -> ControllerRules.check(c, report));
    AnswerFindings.add(inputs, report);
    FactsRules.check(inputs, report);
    NetrisAddressRules.check(inputs, report);
    parts.bridge(around, report);
    parts.machines(around, report);
    parts
        .definitions
        .ofKubeVip()
        .ifPresent(vip -> attach(vip, parts.definitions.placesOfKubeVip(), around, report));
    new NetrisAddressClaims(inputs, parts.definitions, around).claim(report);
  }

  /** The policy has the name of the definition, whose rules are the stricter ones. */
  private void bridge(Surroundings around, Report report) {
    bridge
        .made()
        .ifPresent(
            made -> {
              var said = new Report();
              Blueprints.bridgeNetwork(made, around, said);
              report.addNews(
                  said.only(f -> !f.path().top().equals("policyName"))
                      .moved(bridge.places()::input));
            });
  }

  private void machines(Surroundings around, Report report) {
    var machines = definitions.ofMachines();
    if (definitions.isOwn()) {
      attach(machines, definitions.placesOfMachines(), around, report);
    } else {
      join(machines, around, report);
    }
  }

  private static void attach(
      NetworkAttachmentSpec spec, Places places, Surroundings around, Report report) {
    var said = new Report();
    AttachmentParts.networkAttachment(spec, around, said);
    report.addNews(said.moved(places::input));
  }

  /** What the platform will make is there for others to find, and is not judged. */
  private void join(NetworkAttachmentSpec spec, Surroundings around, Report report) {
    var attachment = DesiredAttachment.of(spec, name);
    var said = new Report();
    for (var definition : attachment.definitions()) {
      around.run().definition(around.claimant(), definition, said);
    }
    report.addNews(said.moved(definitions.placesOfMachines()::input));
  }

  static List<Child> children(NetrisInputs inputs, String name) {
    return new NetrisParts(inputs, name).children();
  }

  /**
   * None of them, and no name of one, depends on the facts. Definitions wait for the bridge, which
   * does not go while they use it.
   */
  private List<Child> children() {
    var children = new ArrayList<Child>();
    bridge.made().ifPresent(made -> children.addAll(Blueprints.policies(made, name)));
    if (definitions.isOwn()) {
      following(AttachmentParts.definitions(definitions.ofMachines(), name), children);
    }
    definitions
        .ofKubeVip()
        .ifPresent(vip -> following(AttachmentParts.definitions(vip, name + "-kubevip"), children));
    if (inputs.spec().rollout().known().filter(r -> r == Rollout.Plain).isEmpty()) {
      children.add(new Child(Blueprints.NETRIS_SERVER_CLUSTER.type(), name, kept()));
    }
    return children;
  }

  private static void following(List<Child> definitions, List<Child> children) {
    definitions.stream().map(Child::following).forEach(children::add);
  }

  private Fields kept() {
    var spec = inputs.spec();
    return Tree.of("serverCluster", spec.serverCluster())
        .with("facts", inputs.facts().spec())
        .with("hostModel", spec.hostModel())
        .with("bridgeName", bridge.name())
        .with("definitions", definitions.references())
        .with("suppress", spec.suppress());
  }

  static Fields outputs(NetrisInputs inputs, String name) {
    return new NetrisParts(inputs, name).outputs();
  }

  private Fields outputs() {
    var facts = inputs.facts();
    return Tree.of(
            "attachment", AttachmentOutput.of(DesiredAttachment.of(definitions.ofMachines(), name)))
        .with("bridge", definitions.bridge().orElseGet(bridge::foreign))
        .with("nodeTypeProperties", NodeTypeProperties.of(inputs, definitions.isOwn()))
        .with("facts", facts.spec())
        .with("vnet", facts.vnet())
        .with("gateway", facts.gateway())
        .with("subnet", facts.subnet())
        .with("vlan", facts.vlan())
        .with("vxlan", facts.vxlan())
        .with("vclusterValues", inputs.spec().kubeVip().map(this::values));
  }

  private Fields values(NetrisKubeVipSpec vip) {
    var values = new KubeVipValues(inputs, vip, definitions, bridge.name());
    return values.isByPlatform()
        ? Tree.of("integrations", values.integrations())
        : Tree.of("controlPlane", VclusterValuesExpander.controlPlane(values.fixed()));
  }

  /** What can be lowered is said by the network that has the facts. */
  static void checkFacts(NetrisServerClusterSpec spec, Surroundings around, Report report) {
    FactsRules.refusals(spec.facts(), report);
  }
}
