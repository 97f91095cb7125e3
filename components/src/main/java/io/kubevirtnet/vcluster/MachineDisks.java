package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.vcluster.MachineDraft.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of a machine that have to do with its disks. */
record MachineDisks(MachineDraft machine) {
  static final List<String> DATA_VOLUMES = List.of("spec", "dataVolumeTemplates");
  static final List<String> VOLUMES = List.of("spec", "template", "spec", "volumes");
  static final List<String> DISKS =
      List.of("spec", "template", "spec", "domain", "devices", "disks");

  /** A name that no disk and no volume of the machine has yet. */
  String free(String name) {
    var free = name;
    for (int i = 2; isTaken(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private boolean isTaken(String name) {
    return Stream.of(VOLUMES, DISKS)
        .flatMap(list -> machine.at(list).items().stream())
        .anyMatch(item -> item.get("name").is(name));
  }

  /** The name of the machine, before a name of something that it has for itself. */
  Tree ownName(Part name) {
    var owner = machine.at(List.of("metadata", "name"));
    var marks = marks(owner).and(marks(name));
    return owner
        .text()
        .flatMap(o -> name.text().map(n -> o + "-" + n))
        .<Tree>map(text -> new Scalar(text, marks, Optional.of(name.written())))
        .orElseGet(() -> new Unknown(marks));
  }

  private static Marks marks(Part part) {
    return part.tree().map(Tree::allMarks).orElse(Marks.NONE);
  }

  void first(List<String> list, Tree item, PropertyPath source) {
    put(list, Stream.concat(Stream.of(Item.added(item)), machine.items(list).stream()).toList());
    place(list, 0, source);
  }

  void last(List<String> list, Tree item, PropertyPath source) {
    int at = machine.items(list).size();
    put(list, Stream.concat(machine.items(list).stream(), Stream.of(Item.added(item))).toList());
    place(list, at, source);
  }

  private void put(List<String> list, List<Item> items) {
    machine.putItems(list, items);
  }

  private void place(List<String> list, int at, PropertyPath source) {
    if (machine.takesItems(list)) {
      machine.place(MachineDraft.path(list).index(at), source);
    }
  }
}
