package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;

/** The typed output that virtual machines and node types take. */
public final class AttachmentOutput {
  private AttachmentOutput() {}

  public static Fields of(DesiredAttachment attachment) {
    var output = Tree.of("name", attachment.name());
    var plug = attachment.plug();
    if (plug.isEmpty()) {
      return output;
    }
    Value<String> none = new Value.Absent<>(plug.get().path());
    var bridge = plug.get().bridge();
    var namespace = attachment.namespaces().stream().findFirst();
    return output
        .with("kind", plug.get().kind())
        .with("references", references(attachment))
        .with("podAnnotation", attachment.name())
        .with(
            "networkName", namespace.map(ns -> attachment.networkName(plug.get(), ns)).orElse(none))
        .with("bridgeName", bridge.map(BridgeJoin::name).orElse(none))
        .withIf(bridge.filter(BridgeJoin::isNamed).isPresent(), "bridgeIsNamed", true)
        .with("localnet", bridge.map(BridgeJoin::localnet).orElse(none))
        .with("vlan", plug.get().vlan())
        .with("trunk", plug.get().trunk())
        .with("mtu", plug.get().mtu())
        .with("ipam", attachment.ipam())
        .with("resourceName", attachment.resource());
  }

  /** Unknown as a whole while a namespace is, by which they are found. */
  private static Tree references(DesiredAttachment attachment) {
    if (attachment.namespaces().stream().anyMatch(Value::isUnknown)) {
      return new Unknown(Marks.all(attachment.namespaces().stream().map(Value::marks)));
    }
    var references = Tree.fields();
    for (var namespace : attachment.namespaces()) {
      var known = namespace.known();
      if (known.isPresent()) {
        references = references.with(known.get(), Reference.of(namespace, attachment.name()));
      }
    }
    return references;
  }
}
