package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs that a machine in the cluster would have. What KubeVirt and what goes with it change
 * by themselves counts as the author's: cards that are absent are taken out, and a pool may have
 * given a MAC address.
 *
 * @param unplugged cards that are absent in the program and gone from the machine
 */
record LiveWiring(Fields inputs, List<String> unplugged) {
  private static final List<String> DEVICES =
      List.of("networkInterfaceMultiqueue", "autoattachPodInterface");
  private static final String INTERFACES = "interfaces";
  private static final String NETWORKS = "networks";
  private static final String MAC = "macAddress";

  static LiveWiring of(Fields machine, Fields program) {
    var spec = Part.of(PropertyPath.ROOT, machine).get("spec", "template", "spec");
    var live = spec.get("domain", "devices");
    var author = Part.of(PropertyPath.ROOT, program);
    var unplugged = new ArrayList<String>();
    var interfaces = new ArrayList<Tree>();
    for (var nic : live.get(INTERFACES).items()) {
      interfaces.add(withoutGivenMac(nic, find(author.get(INTERFACES), name(nic))));
    }
    var networks = new ArrayList<Tree>(trees(spec.get(NETWORKS)));
    for (var nic : author.get(INTERFACES).items()) {
      var name = name(nic);
      if (nic.get("state").is("absent") && find(live.get(INTERFACES), name).isEmpty()) {
        unplugged.add(name);
        nic.tree().ifPresent(interfaces::add);
        if (find(spec.get(NETWORKS), name).isEmpty()) {
          find(author.get(NETWORKS), name).flatMap(Part::tree).ifPresent(networks::add);
        }
      }
    }
    var inputs =
        program
            .with(INTERFACES, marked(interfaces, author.get(INTERFACES)))
            .with(NETWORKS, marked(networks, author.get(NETWORKS)));
    return new LiveWiring(devices(inputs, live), unplugged);
  }

  private static Fields devices(Fields inputs, Part live) {
    var devices = Fields.EMPTY;
    for (var name : DEVICES) {
      var value = live.get(name).tree();
      if (value.isPresent()) {
        devices = devices.with(name, value.get());
      }
    }
    return devices.fields().isEmpty() && inputs.get("devices").isEmpty()
        ? inputs
        : inputs.with("devices", devices);
  }

  /** What was secret in the program stays so. */
  private static Tree marked(List<Tree> trees, Part author) {
    boolean secret = author.tree().filter(t -> t.allMarks().secret()).isPresent();
    var items = new Items(trees, Marks.NONE);
    return secret ? items.marked(new Marks(true, Set.of())) : items;
  }

  private static Tree withoutGivenMac(Part nic, Optional<Part> author) {
    var tree = (Fields) nic.tree().filter(Fields.class::isInstance).orElse(Fields.EMPTY);
    if (author.filter(a -> !a.get(MAC).isSet()).isEmpty()) {
      return tree;
    }
    var without = Fields.EMPTY;
    for (var field : tree.fields().entrySet()) {
      if (!field.getKey().equals(MAC)) {
        without = without.with(field.getKey(), field.getValue());
      }
    }
    return without;
  }

  private static Optional<Part> find(Part list, String name) {
    return list.items().stream().filter(p -> name(p).equals(name)).findFirst();
  }

  private static String name(Part part) {
    return part.get("name").text().orElse("");
  }

  private static List<Tree> trees(Part list) {
    return list.items().stream().flatMap(p -> p.tree().stream()).toList();
  }
}
