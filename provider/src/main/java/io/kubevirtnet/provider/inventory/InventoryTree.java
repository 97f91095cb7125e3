package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.provider.cluster.NetworkUser;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Optional;

/** The network attachments of a cluster as the result of the function. */
final class InventoryTree {
  private static final String RESOURCE_NAME = "k8s.v1.cni.cncf.io/resourceName";

  private InventoryTree() {}

  static Fields of(ListedCluster cluster) {
    return Tree.of(
            "attachments", cluster.attachments().stream().map(InventoryTree::attachment).toList())
        .withIf(!cluster.reason().isEmpty(), "skipped", cluster.reason())
        .with("notRead", cluster.notRead());
  }

  private static Fields attachment(ListedAttachment attachment) {
    var definition = attachment.definition();
    var summary = definition.summary();
    var fields =
        Tree.of("reference", definition.reference())
            .with("namespace", definition.namespace())
            .with("name", definition.name())
            .with("type", summary.type())
            .withIf(!summary.bridge().isEmpty(), "bridge", summary.bridge())
            .withIf(!summary.vlan().isEmpty(), "vlan", summary.vlan())
            .withIf(!summary.ipam().isEmpty(), "ipam", summary.ipam());
    var resource = text(definition.object(), "metadata", "annotations", RESOURCE_NAME);
    return fields
        .withIf(resource.isPresent(), "resourceName", resource.orElse(""))
        .with("config", text(definition.object(), "spec", "config").orElse(""))
        .with("usedBy", attachment.users().stream().map(InventoryTree::user).toList());
  }

  private static Fields user(NetworkUser user) {
    return Tree.of("kind", user.kind())
        .withIf(!user.namespace().isEmpty(), "namespace", user.namespace())
        .with("name", user.name());
  }

  private static Optional<String> text(Tree tree, String... path) {
    Optional<Tree> at = Optional.of(tree);
    for (var name : path) {
      at = at.filter(Fields.class::isInstance).flatMap(t -> ((Fields) t).get(name));
    }
    return at.filter(Scalar.class::isInstance).map(t -> String.valueOf(t.plain()));
  }
}
