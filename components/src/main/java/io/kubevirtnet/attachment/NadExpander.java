package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;

/** From an attachment to its NetworkAttachmentDefinitions, and to what node types join. */
public final class NadExpander {
  public static final String API_VERSION = "k8s.cni.cncf.io/v1";
  public static final String KIND = "NetworkAttachmentDefinition";

  /** Every plugin and every Multus takes it; CHECK and GC, which later ones add, are not used. */
  private static final String CNI_VERSION = "0.3.1";

  private NadExpander() {}

  public static Fields definition(BridgeAttachment attachment, Value<String> namespace) {
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", KIND)
        .with("metadata", Tree.of("name", attachment.name()).with("namespace", namespace))
        .with("spec", Tree.of("config", Json.text(config(attachment))));
  }

  /** The typed output that node types take. */
  public static Fields attachment(BridgeAttachment attachment) {
    var references = Tree.fields();
    for (var namespace : attachment.namespaces()) {
      if (namespace.known().isPresent()) {
        references =
            references.with(
                namespace.known().orElseThrow(),
                attachment.name().map(n -> namespace.known().orElseThrow() + "/" + n));
      }
    }
    return Tree.of("name", attachment.name())
        .with("kind", AttachmentKind.LinuxBridge)
        .with("references", references)
        .with("bridgeName", attachment.bridgeName())
        .with("vlan", attachment.vlan())
        .with("mtu", attachment.mtu())
        .with("ipam", IpamKind.None);
  }

  /**
   * The pod's end of the link is left down until KubeVirt raises it, so that the pod does not
   * answer for the address of the guest.
   */
  private static Fields config(BridgeAttachment attachment) {
    return Tree.of("cniVersion", CNI_VERSION)
        .with("name", attachment.name())
        .with("type", "bridge")
        .with("bridge", attachment.bridgeName())
        .with("disableContainerInterface", true)
        .with("vlan", attachment.vlan())
        .with("mtu", attachment.mtu())
        .withIf(spoofCheck(attachment), "macspoofchk", attachment.macSpoofCheck());
  }

  private static boolean spoofCheck(BridgeAttachment attachment) {
    return attachment.macSpoofCheck().known().orElse(attachment.macSpoofCheck().isUnknown());
  }
}
