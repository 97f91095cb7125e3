package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the handler of kubernetes-nmstate adds to a desired state before nmstate sees it: each port
 * of a Linux bridge that says nothing about VLANs becomes a trunk for all of them, {@code vlan: {}}
 * keeps it as it is.
 */
public final class HandlerDefaults {
  private static final int FIRST_VLAN = 2;
  private static final int LAST_VLAN = 4094;

  private HandlerDefaults() {}

  public static Fields apply(Fields desired) {
    return items(desired, "interfaces")
        .map(l -> desired.with("interfaces", mapped(l, HandlerDefaults::bridge)))
        .orElse(desired);
  }

  /** The handler looks at the state only where it is written. */
  private static Tree bridge(Tree entry) {
    if (!(entry instanceof Fields iface)
        || !is(iface, "type", Iface.LINUX_BRIDGE)
        || !is(iface, "state", Iface.UP)
        || !(iface.get("bridge").orElse(Fields.EMPTY) instanceof Fields bridge)) {
      return entry;
    }
    return items(bridge, "port")
        .map(
            l -> (Tree) iface.with("bridge", bridge.with("port", mapped(l, HandlerDefaults::port))))
        .orElse(entry);
  }

  private static Tree port(Tree entry) {
    return entry instanceof Fields port && port.get("vlan").isEmpty()
        ? port.with(
            "vlan",
            Tree.of("mode", "trunk")
                .with(
                    "trunk-tags",
                    Tree.items(
                        Tree.of("id-range", Tree.of("min", FIRST_VLAN).with("max", LAST_VLAN)))))
        : entry;
  }

  private static Items mapped(Items list, UnaryOperator<Tree> change) {
    return new Items(list.items().stream().map(change).toList(), list.marks());
  }

  private static Optional<Items> items(Fields fields, String name) {
    return fields.get(name).filter(Items.class::isInstance).map(Items.class::cast);
  }

  private static boolean is(Fields fields, String name, String value) {
    return fields.get(name).filter(t -> Scalars.text(t).equals(value)).isPresent();
  }
}
