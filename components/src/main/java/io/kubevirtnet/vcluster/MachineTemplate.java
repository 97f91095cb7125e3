package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that a node type starts from, before properties come in.
 *
 * @param tree a VirtualMachine, empty as long as nobody has written one
 * @param places where in the sources it is written what stands at a place of it
 * @param faults why Kubernetes refuses what is to be merged
 */
record MachineTemplate(Fields tree, Places places, List<PatchFault> faults) {
  static final List<String> REQUESTS =
      List.of("spec", "template", "spec", "domain", "resources", "requests");

  static MachineTemplate of(
      NodeSources sources, EffectiveProperties properties, Assumptions assumptions) {
    var inline = properties.set(PropertyKey.MACHINE_TEMPLATE);
    if (inline.isPresent()) {
      var text = parsed(inline.get());
      return of(
          StrategicMerge.of(
              new MergedTemplate(Fields.EMPTY, Places.EMPTY, List.of()), text, false));
    }
    var merged = merged(sources);
    var property = properties.set(PropertyKey.MACHINE_MERGE_TEMPLATE);
    if (property.isPresent()) {
      assumptions.add(Assumption.MERGED_PROPERTY);
      merged = StrategicMerge.of(merged, parsed(property.get()), false);
    }
    return of(merged).sized(sources.type().get("resources"));
  }

  /** A template of the type's own takes the place of all others. */
  private static MergedTemplate merged(NodeSources sources) {
    var own = sources.type().get("virtualMachineTemplate");
    if (own.isSet()) {
      return StrategicMerge.of(own);
    }
    var base =
        StrategicMerge.of(sources.provider().get("spec", "kubeVirt", "virtualMachineTemplate"));
    var patch = sources.type().get("mergeVirtualMachineTemplate");
    return patch.isSet() ? StrategicMerge.of(base, patch, true) : base;
  }

  private static Part parsed(NodeProperty property) {
    var value = property.value();
    var marks = value.tree().map(Tree::allMarks).orElse(Marks.NONE);
    Optional<Tree> tree =
        value.isOpen()
            ? value.tree()
            : YamlText.readPatch(value.text().orElse(""))
                .tree()
                .map(t -> t.writtenAt(value.written()).marked(marks));
    return new Part(value.written(), tree);
  }

  private static MachineTemplate of(MergedTemplate template) {
    Fields tree =
        template.tree() instanceof Fields f
            ? f
            : template.tree() instanceof Unknown
                ? Tree.of("metadata", template.tree()).with("spec", template.tree())
                : Fields.EMPTY;
    return new MachineTemplate(tree, template.places(), template.faults());
  }

  /** What the type says of its size takes the place of what the template requests. */
  private MachineTemplate sized(Part resources) {
    var machine = new MachineDraft(tree, places);
    if (resources.isOpen()) {
      machine.put(REQUESTS, resources.tree().orElseThrow());
    }
    if (resources.tree().isPresent() && resources.tree().get() instanceof Fields f) {
      f.fields().keySet().forEach(name -> request(name, resources.get(name), machine));
    }
    return new MachineTemplate(machine.tree(), machine.places(), faults);
  }

  private static void request(String name, Part amount, MachineDraft machine) {
    var at = Stream.concat(REQUESTS.stream(), Stream.of(name)).toList();
    machine.put(at, amount.tree().orElseThrow());
    machine.place(MachineDraft.path(at), amount.written());
  }
}
