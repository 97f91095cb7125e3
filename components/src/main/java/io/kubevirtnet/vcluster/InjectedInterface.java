package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The interface that belongs to the injected network.
 *
 * @param tree unknown as long as nobody can tell how it is connected
 * @param sources the properties that its fields come from
 * @param bindingReplaced the interface template took the place of another binding
 */
record InjectedInterface(Tree tree, Map<String, PropertyPath> sources, boolean bindingReplaced) {
  static final String NAME = "multus";
  static final String DEFAULT_BINDING = "bridge";

  /** Of these an interface has exactly one. */
  private static final Set<String> BINDINGS =
      Set.of(
          "bridge", "masquerade", "sriov", "binding", "passtBinding", "passt", "slirp", "macvtap");

  /**
   * @param attachment the property that asks for the interface
   */
  static InjectedInterface of(EffectiveProperties properties, NodeProperty attachment) {
    var binding = properties.set(PropertyKey.BINDING);
    var template = properties.set(PropertyKey.INTERFACE_TEMPLATE);
    var marks = binding.flatMap(b -> b.value().tree()).map(Tree::allMarks).orElse(Marks.NONE);
    boolean isOpen =
        binding.filter(b -> b.value().isOpen()).isPresent()
            || template.filter(t -> t.value().isOpen()).isPresent();
    // A binding is the name of a field, which could not be kept secret.
    if (isOpen || marks.secret()) {
      return new InjectedInterface(new Unknown(marks), Map.of(), false);
    }
    var sources = new LinkedHashMap<String, PropertyPath>();
    var member = binding.flatMap(b -> b.value().text()).orElse(DEFAULT_BINDING);
    sources.put(member, binding.orElse(attachment).value().written());
    Fields nic = Tree.of(member, Fields.EMPTY);
    var patch = template.flatMap(InjectedInterface::patch);
    boolean byTemplate = patch.filter(InjectedInterface::hasBinding).isPresent();
    if (patch.isPresent()) {
      var place = template.orElseThrow().value().written();
      patch.get().fields().keySet().forEach(name -> sources.put(name, place));
      nic = DeepMerge.of(byTemplate ? onlyIn(patch.get(), nic) : nic, patch.get());
    }
    var name = Tree.of((Object) NAME).writtenAt(attachment.value().written());
    boolean replaced = byTemplate && patch.get().get(member).isEmpty();
    return new InjectedInterface(first("name", name, nic), sources, replaced);
  }

  private static Optional<Fields> patch(NodeProperty template) {
    var value = template.value();
    var marks = value.tree().map(Tree::allMarks).orElse(Marks.NONE);
    return YamlText.readPatch(value.text().orElse(""))
        .tree()
        .map(t -> (Fields) t.writtenAt(value.written()).marked(marks));
  }

  static boolean hasBinding(Fields patch) {
    return patch.fields().entrySet().stream()
        .anyMatch(e -> BINDINGS.contains(e.getKey()) && !(e.getValue() instanceof Null));
  }

  /** What the template says of the same binding is merged with it; any other one goes. */
  private static Fields onlyIn(Fields patch, Fields nic) {
    var kept = new LinkedHashMap<>(nic.fields());
    kept.keySet().removeIf(name -> patch.get(name).isEmpty());
    return new Fields(kept, nic.marks());
  }

  /** The first field of it; the other's own name does not count. */
  private static Fields first(String name, Tree value, Fields others) {
    var all = new LinkedHashMap<String, Tree>();
    all.put(name, value);
    others.fields().forEach(all::putIfAbsent);
    return new Fields(all, others.marks());
  }
}
