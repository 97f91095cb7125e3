package io.kubevirtnet.component;

import io.kubevirtnet.attachment.AttachmentOutput;
import io.kubevirtnet.attachment.AttachmentRules;
import io.kubevirtnet.attachment.BridgeJoin;
import io.kubevirtnet.attachment.DefinitionChecks;
import io.kubevirtnet.attachment.DesiredAttachment;
import io.kubevirtnet.attachment.MacvtapPool;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.attachment.UserDefinedNetwork;
import io.kubevirtnet.attachment.VirtualFunctions;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.MacvtapDevicesSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.SriovNetworkSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** Rules and children of the components that make attachments. */
final class AttachmentParts {
  private AttachmentParts() {}

  static Fields output(DesiredAttachment attachment) {
    return Tree.of("attachment", AttachmentOutput.of(attachment));
  }

  static void networkAttachment(NetworkAttachmentSpec spec, Surroundings around, Report report) {
    var attachment = DesiredAttachment.of(spec, around.name());
    AttachmentRules.check(spec, attachment, report);
    attach(attachment, around, report);
    if (attachment.hasClusterObject()) {
      around.claim(UserDefinedNetwork.CLUSTER_KIND, "", attachment.name(), report);
    }
  }

  static void sriovNetwork(SriovNetworkSpec spec, Surroundings around, Report report) {
    var functions = VirtualFunctions.of(spec, around.name());
    functions.check(report);
    attach(functions.attachment(), around, report);
    around.claim(VirtualFunctions.NETWORK_KIND, spec.operatorNamespace(), functions.name(), report);
  }

  static void macvtapDevices(MacvtapDevicesSpec spec, Surroundings around, Report report) {
    var pool = MacvtapPool.of(spec, around.name());
    pool.check(report);
    attach(pool.attachment(), around, report);
    around.claim(MacvtapPool.KIND, spec.pluginNamespace(), spec.configMapName(), report);
  }

  /** Joins the bridge, and claims the definitions, whoever makes the objects. */
  static void attach(DesiredAttachment attachment, Surroundings around, Report report) {
    var said = new Report();
    var bridge =
        attachment
            .bridge()
            .map(BridgeJoin::bridge)
            .orElseGet(() -> new Value.Absent<>(PropertyPath.ROOT));
    for (var definition : attachment.definitions()) {
      around.run().definition(around.claimant(), definition, bridge, said);
    }
    DefinitionChecks.hand(attachment, said, report);
    for (var namespace : attachment.namespaces()) {
      around.claim(NadExpander.KIND, namespace, attachment.name(), report);
    }
  }

  static List<Child> definitions(NetworkAttachmentSpec spec, String name) {
    return definitions(DesiredAttachment.of(spec, name), spec.namespace().isGiven(), name);
  }

  static List<Child> definitions(DesiredAttachment attachment, boolean oneNamespace, String name) {
    return NadExpander.objects(attachment, oneNamespace).stream()
        .map(
            made ->
                Child.object(
                    made.namespace().isEmpty() ? name : name + "-" + made.namespace(),
                    made.object()))
        .toList();
  }

  static List<Child> sriovObjects(SriovNetworkSpec spec, String name) {
    var functions = VirtualFunctions.of(spec, name);
    return Stream.concat(
            functions.policy().stream().map(policy -> Child.object(name + "-pool", policy)),
            Stream.of(Child.object(name, functions.network())))
        .toList();
  }

  static List<Child> macvtapObjects(MacvtapDevicesSpec spec, String name) {
    var pool = MacvtapPool.of(spec, name);
    return Stream.concat(
            Stream.of(Child.object(name + "-devices", pool.configMap())),
            definitions(pool.attachment(), spec.namespace().isGiven(), name).stream())
        .toList();
  }
}
