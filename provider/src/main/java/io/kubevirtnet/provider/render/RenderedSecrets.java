package io.kubevirtnet.provider.render;

import io.kubevirtnet.platform.NodeCards;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The machine of a node with secret properties. What becomes the name of a field, or decides which
 * fields there are, can only be kept with all that is around it.
 *
 * @param node with what is secret
 * @param open the machine of the same with nothing that is secret, so that all names are known
 */
record RenderedSecrets(EffectiveNode node, Fields open) {
  private static final Marks SECRET = new Marks(true, Set.of());
  private static final List<String> INSTANCE = List.of("spec", "template", "spec");

  /** Everything in it that depends on a property whose parts are not leaves of the machine. */
  Fields machine() {
    if (isSecret(PropertyKey.MACHINE_TEMPLATE)) {
      return (Fields) hidden(open);
    }
    var machine = node.virtualMachine();
    if (NodeCards.of(node).injected().secret()) {
      machine = hiding(machine, "networks");
      machine = hiding(machine, "domain", "devices", "interfaces");
    }
    if (isSecret(PropertyKey.ROOT_DISK_TEMPLATE)) {
      machine = hiding(machine, "domain", "devices", "disks");
    }
    return isSecret(PropertyKey.DATA_VOLUME_TEMPLATE)
        ? (Fields) hiding(machine, open, List.of("spec", "dataVolumeTemplates"))
        : machine;
  }

  private boolean isSecret(PropertyKey key) {
    return node.properties()
        .find(key)
        .flatMap(p -> p.value().tree())
        .filter(t -> t.allMarks().secret())
        .isPresent();
  }

  private Fields hiding(Fields machine, String... inInstance) {
    return (Fields)
        hiding(machine, open, Stream.concat(INSTANCE.stream(), Stream.of(inInstance)).toList());
  }

  /** The machine with one of its parts, as it is without secrets, secret as a whole. */
  private static Tree hiding(Tree machine, Tree open, List<String> path) {
    if (path.isEmpty()) {
      return hidden(open);
    }
    var name = path.get(0);
    var inside = at(machine, name);
    var openInside = at(open, name);
    return inside.isPresent() && openInside.isPresent()
        ? ((Fields) machine)
            .with(name, hiding(inside.get(), openInside.get(), path.subList(1, path.size())))
        : machine;
  }

  private static Optional<Tree> at(Tree tree, String name) {
    return tree instanceof Fields f ? f.get(name) : Optional.empty();
  }

  /** The mark stands at the container itself, with everything in it. */
  private static Tree hidden(Tree tree) {
    if (tree instanceof Fields f) {
      return new Fields(f.fields(), SECRET);
    }
    return tree instanceof Items l ? new Items(l.items(), SECRET) : tree.marked(SECRET);
  }

  /** The same inputs as if nothing in them were secret. */
  static Tree bare(Tree tree) {
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Tree>();
      f.fields().forEach((name, value) -> fields.put(name, bare(value)));
      return new Fields(fields, Marks.NONE);
    }
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(RenderedSecrets::bare).toList(), Marks.NONE);
    }
    if (tree instanceof Scalar s) {
      return new Scalar(s.value(), Marks.NONE, s.written());
    }
    return tree instanceof Null ? tree : new Unknown(Marks.NONE);
  }
}
