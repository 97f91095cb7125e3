package io.kubevirtnet.platform;

import io.kubevirtnet.enums.NamespaceStrategy;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.kubevirt.NamedBridge;
import io.kubevirtnet.kubevirt.NamedNetworks;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attachments of node types that are only named, so that somebody else makes them. A type is
 * the output of a resource itself, so that it has to say which of its references are.
 */
final class NamedAttachments {
  private NamedAttachments() {}

  /** The references that a type names. */
  static Items of(KubeVirtNodeTypeSpec spec) {
    var own =
        Fields.EMPTY
            .with("attachmentName", spec.attachmentName())
            .with("properties", spec.properties());
    var inputs = Part.of(PropertyPath.ROOT, (Tree) own);
    var template = Part.of(PropertyPath.ROOT, NodeMachine.of(spec).tree());
    var machine = new Machine(MachineKind.VIRTUAL_MACHINE, template);
    return Tree.items(
        Stream.concat(
                Stream.of(
                        inputs.get("attachmentName"),
                        inputs.get("properties", PropertyKey.ATTACHMENT.key()))
                    .flatMap(part -> part.tree().stream()),
                NamedNetworks.references(machine))
            .filter(NamedNetworks::isNamed)
            .distinct()
            .toArray());
  }

  /**
   * The networks of its machine that name one; in whose namespace a bare name is has to be sure.
   */
  static Items networks(DesiredNode node) {
    var also =
        node.type().namedAttachments().known().orElse(List.of()).stream()
            .flatMap(r -> r.known().stream())
            .collect(Collectors.toSet());
    boolean apart =
        node.provider()
            .namespaceStrategy()
            .known()
            .filter(s -> s != NamespaceStrategy.Provider)
            .isPresent();
    Set<String> typed = node.type().attachment().isGiven() ? Set.of(NodeCards.INJECTED) : Set.of();
    return NamedNetworks.of(node.effective().machine(), typed, also, !apart);
  }

  /** The bridge of the injected network, where that is only named. */
  static Fields bridges(DesiredNode node) {
    return Fields.EMPTY.with(NodeCards.INJECTED, NamedBridge.of(node.type().attachment()));
  }
}
