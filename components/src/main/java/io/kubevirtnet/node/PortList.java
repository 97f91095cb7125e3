package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The ports that a controller lists, under whichever of its names. */
final class PortList {
  static final List<String> SECTIONS = List.of("bridge", "link-aggregation", "vrf");
  private static final List<String> KEYS = List.of("port", "ports");

  private PortList() {}

  /** {@code ports} is another name of {@code port}. */
  static Fields canonical(Fields controller) {
    var changed = controller;
    for (var section : SECTIONS) {
      var in = Parts.object(changed, section);
      var alias = in.get("ports");
      if (alias.isPresent()) {
        changed = changed.with(section, Parts.without(in, "ports").with("port", alias.get()));
      }
    }
    return changed;
  }

  /** A preview cannot tell all of its ports yet. */
  static boolean isOpen(Fields controller) {
    return SECTIONS.stream()
        .map(s -> controller.get(s))
        .flatMap(Optional::stream)
        .anyMatch(s -> s instanceof Unknown || s instanceof Fields f && isOpenSection(f));
  }

  private static boolean isOpenSection(Fields section) {
    return Stream.concat(KEYS.stream(), Stream.of("ports-config"))
        .flatMap(k -> section.get(k).stream())
        .anyMatch(l -> l instanceof Unknown || l.parts().anyMatch(PortList::isOpenEntry));
  }

  private static boolean isOpenEntry(Tree entry) {
    return entry instanceof Unknown
        || entry instanceof Fields f
            && (f.get("name").filter(Unknown.class::isInstance).isPresent()
                || Parts.fields(f.get("link-aggregation"))
                    .filter(PortList::isOpenSection)
                    .isPresent());
  }

  static Fields without(Fields controller, String port) {
    return changed(
        controller,
        items -> {
          var rest = new ArrayList<Tree>();
          for (var item : items) {
            without(item, port).ifPresent(rest::add);
          }
          return rest;
        });
  }

  static Fields with(Fields controller, String port) {
    var type = Parts.text(controller, "type").orElse("");
    var section =
        switch (type) {
          case "bond" -> "link-aggregation";
          case "vrf" -> "vrf";
          default -> "bridge";
        };
    Object entry = section.equals("bridge") ? Tree.of("name", port) : port;
    var in = Parts.object(controller, section);
    var items = new ArrayList<>(Parts.list(in, "port"));
    items.add(Tree.of(entry));
    return controller.with(section, in.with("port", items));
  }

  private static Optional<Tree> without(Tree item, String port) {
    if (Parts.text(item).filter(port::equals).isPresent()) {
      return Optional.empty();
    }
    if (!(item instanceof Fields f)) {
      return Optional.of(item);
    }
    var bond = Parts.fields(f.get("link-aggregation"));
    if (bond.isPresent()) {
      return Optional.of(f.with("link-aggregation", inSection(bond.get(), l -> rest(l, port))));
    }
    return Parts.text(f, "name").filter(port::equals).isPresent()
        ? Optional.empty()
        : Optional.of(item);
  }

  private static List<Tree> rest(List<Tree> items, String port) {
    return items.stream().flatMap(i -> without(i, port).stream()).toList();
  }

  private static Fields changed(Fields controller, UnaryOperator<List<Tree>> change) {
    var changed = controller;
    for (var section : SECTIONS) {
      if (controller.get(section).isPresent()) {
        changed = changed.with(section, inSection(Parts.object(changed, section), change));
      }
    }
    return changed;
  }

  private static Fields inSection(Fields section, UnaryOperator<List<Tree>> change) {
    var changed = section;
    for (var key : KEYS) {
      if (section.get(key).orElse(Fields.EMPTY) instanceof Items l) {
        changed = changed.with(key, new Items(change.apply(l.items()), l.marks()));
      }
    }
    var configs = Parts.list(section, "ports-config");
    return configs.isEmpty() ? changed : changed.with("ports-config", change.apply(configs));
  }
}
