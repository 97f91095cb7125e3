package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.vcluster.MachineDraft.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of the data volumes that a template makes: each machine of a type needs its own, so that of
 * the machine is put before them. A volume that no template makes is one for all machines.
 */
final class OwnDataVolumes {
  private final MachineDraft machine;
  private final MachineDisks disks;
  private final Map<String, Tree> renamed = new HashMap<>();

  OwnDataVolumes(MachineDraft machine) {
    this.machine = machine;
    this.disks = new MachineDisks(machine);
  }

  void rename() {
    change(MachineDisks.DATA_VOLUMES, this::renamedTemplate);
    if (!renamed.isEmpty()) {
      change(MachineDisks.VOLUMES, this::following);
    }
  }

  private interface Change {
    Tree of(Tree item, Part place);
  }

  private void change(List<String> list, Change change) {
    if (machine.at(list).isList()) {
      machine.putItems(
          list,
          machine.items(list).stream()
              .map(i -> new Item(change.of(i.tree(), part(i.tree())), i.before()))
              .toList());
    }
  }

  private static Part part(Tree tree) {
    return Part.of(PropertyPath.ROOT, tree);
  }

  private Tree renamedTemplate(Tree template, Part part) {
    var name = part.get("metadata", "name");
    if (!(template instanceof Fields) || !name.isSet()) {
      return template;
    }
    var own = disks.ownName(name);
    name.text().ifPresent(n -> renamed.put(n, own));
    return with(template, List.of("metadata", "name"), own);
  }

  private Tree following(Tree volume, Part part) {
    var name = part.get("dataVolume", "name").text();
    return name.flatMap(n -> Optional.ofNullable(renamed.get(n)))
        .map(own -> with(volume, List.of("dataVolume", "name"), own))
        .orElse(volume);
  }

  private static Tree with(Tree tree, List<String> steps, Tree value) {
    var draft = new MachineDraft((Fields) tree, Places.EMPTY);
    draft.put(steps, value);
    return draft.tree();
  }
}
