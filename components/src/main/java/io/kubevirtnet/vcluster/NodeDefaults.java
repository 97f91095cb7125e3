package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;
import java.util.Optional;
import java.util.stream.Stream;

/** What the platform adds to the properties of one machine, where it matters. */
final class NodeDefaults {
  private final NodeSources sources;
  private final Assumptions assumptions;

  NodeDefaults(NodeSources sources, Assumptions assumptions) {
    this.sources = sources;
    this.assumptions = assumptions;
  }

  EffectiveProperties added(EffectiveProperties said) {
    var properties = netris(said);
    var attachment = properties.set(PropertyKey.ATTACHMENT);
    if (attachment.isPresent()) {
      if (!hasOwnBinding(properties)) {
        properties =
            properties.withDefault(
                PropertyKey.BINDING, InjectedInterface.DEFAULT_BINDING, attachment.get());
      }
      properties = properties.withDefault(PropertyKey.MULTUS_DEFAULT, "false", attachment.get());
    }
    if (NodeNetworkData.isGenerated(properties)) {
      var because =
          properties.set(PropertyKey.CIDR).or(() -> said.set(PropertyKey.RANGES)).orElseThrow();
      properties =
          properties.withDefault(
              PropertyKey.GUEST_INTERFACE, GeneratedNetworkData.DEFAULT_INTERFACE, because);
    }
    return properties;
  }

  private static boolean hasOwnBinding(EffectiveProperties properties) {
    return properties.set(PropertyKey.BINDING).isPresent()
        || properties.isOpen(PropertyKey.INTERFACE_TEMPLATE)
        || properties
            .text(PropertyKey.INTERFACE_TEMPLATE)
            .flatMap(t -> YamlText.read(t).tree())
            .filter(InjectedInterface::hasBinding)
            .isPresent();
  }

  /** With a server cluster and no attachment of the author's own, the platform makes one. */
  private EffectiveProperties netris(EffectiveProperties said) {
    var cluster = said.set(PropertyKey.NETRIS_SERVER_CLUSTER);
    if (cluster.isEmpty() || said.set(PropertyKey.ATTACHMENT).isPresent()) {
      return said;
    }
    assumptions.add(Assumption.NETRIS_ATTACHMENT);
    var server = cluster.get().value();
    var provider = sources.provider().get("metadata", "name");
    var marks =
        Marks.all(Stream.of(server, provider).flatMap(p -> p.tree().stream()).map(Tree::allMarks));
    Optional<Tree> name =
        provider
            .text()
            .flatMap(p -> server.text().map(s -> NetrisName.definition(p, s)))
            .map(n -> new Scalar(n, marks, Optional.of(server.written())));
    return said.with(
        new NodeProperty(
            PropertyKey.ATTACHMENT.key(),
            Part.of(server.path(), name.orElseGet(() -> new Unknown(marks))),
            PropertyOrigin.NETRIS));
  }
}
