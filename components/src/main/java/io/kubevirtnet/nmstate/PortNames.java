package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the ports of controllers are called, and which interface each one is. */
final class PortNames {
  private static final String BOND = "link-aggregation";

  private PortNames() {}

  static Iface renamed(Iface controller, String from, String to) {
    return edited(controller, p -> Optional.of(renamed(p, from, to)), true);
  }

  /**
   * nmstate takes no port out of a bond inside OVS, and out of a bond or a Linux bridge only the
   * first of that name.
   */
  static Iface removed(Iface controller, String port) {
    boolean once = controller.isType(Iface.LINUX_BRIDGE) || controller.isType(Iface.BOND);
    var seen = new ArrayList<Tree>();
    return edited(
        controller,
        p -> {
          boolean goes = nameOf(p).filter(port::equals).isPresent() && !(once && !seen.isEmpty());
          if (goes) {
            seen.add(p);
          }
          return goes ? Optional.empty() : Optional.of(p);
        },
        false);
  }

  private static Iface edited(
      Iface controller, Function<Tree, Optional<Tree>> edit, boolean alsoConfigs) {
    return switch (controller.type()) {
      case Iface.LINUX_BRIDGE, Iface.OVS_BRIDGE -> edited(controller, edit, "bridge", "port");
      case Iface.VRF -> edited(controller, edit, "vrf", "port");
      case Iface.BOND -> {
        var changed = edited(controller, edit, BOND, "port");
        yield alsoConfigs ? edited(changed, edit, BOND, "ports-config") : changed;
      }
      default -> controller;
    };
  }

  private static Iface edited(
      Iface controller, Function<Tree, Optional<Tree>> edit, String section, String list) {
    var ports = controller.part(section, list);
    return ports.isList()
        ? controller.with(
            new Items(
                ports.items().stream()
                    .flatMap(p -> edit.apply(p.tree().orElseThrow()).stream())
                    .toList(),
                Marks.NONE),
            section,
            list)
        : controller;
  }

  private static Tree renamed(Tree port, String from, String to) {
    if (!(port instanceof Fields fields)) {
      return Scalars.text(port).equals(from) ? Scalars.like(port, to) : port;
    }
    if (nameOf(port).filter(from::equals).isPresent()) {
      return fields.with("name", to);
    }
    return fields
        .get(BOND)
        .filter(Fields.class::isInstance)
        .flatMap(b -> ((Fields) b).get("port").map(p -> inBond(fields, (Fields) b, p, from, to)))
        .orElse(port);
  }

  private static Tree inBond(Fields port, Fields bond, Tree ports, String from, String to) {
    return ports instanceof Items items
        ? port.with(
            BOND,
            bond.with(
                "port",
                new Items(
                    items.items().stream().map(p -> renamed(p, from, to)).toList(), items.marks())))
        : port;
  }

  private static Optional<String> nameOf(Tree port) {
    return port instanceof Fields f
        ? f.get("name").map(Scalars::text)
        : Optional.of(Scalars.text(port));
  }

  /** Lets every port and parent stand under the name that the kernel knows. */
  static void resolve(MergedIfaces all) {
    Stream.concat(all.kernel.values().stream(), all.user.values().stream())
        .filter(i -> i.desired.filter(Iface::isUp).isPresent())
        .toList()
        .forEach(i -> resolvePorts(i, all));
    all.kernel.values().stream()
        .filter(i -> i.desired.filter(Iface::isUp).isPresent())
        .forEach(i -> resolveParent(i, all));
  }

  private static void resolvePorts(MergedIface controller, MergedIfaces all) {
    var iface = controller.desired.orElseThrow();
    var seen = new HashSet<String>();
    for (var part : iface.portParts().orElse(List.of())) {
      var port = part.text().orElse("");
      var meant = part.text().isEmpty() ? List.<String>of() : all.names.get(port);
      if (meant.contains(port)) {
        if (!seen.add(port)) {
          all.refusals.add(
              InterfaceCatalogue.PORT_TWICE,
              part,
              iface.name() + " lists " + port + " twice.",
              controllerWords(iface)
                  + " has multiple ports pointing to the same kernel interface "
                  + port);
        }
      } else if (meant.size() > 1) {
        all.refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            part,
            "Several interfaces have a profile " + port + ".",
            controllerWords(iface)
                + " has port with profile name "
                + port
                + " but multiple interfaces are sharing the this profile name");
      } else if (!meant.isEmpty()) {
        if (!seen.add(meant.get(0))) {
          all.refusals.add(
              InterfaceCatalogue.PORT_TWICE,
              part,
              port + " is " + meant.get(0) + ", which " + iface.name() + " lists already.",
              controllerWords(iface)
                  + " has "
                  + port
                  + " pointing to the kernel interface "
                  + meant.get(0)
                  + ", but "
                  + meant.get(0)
                  + " is already defined in this controller port list");
        }
        controller.desired = controller.desired.map(i -> renamed(i, port, meant.get(0)));
        controller.applied = controller.applied.map(i -> renamed(i, port, meant.get(0)));
        controller.merged = renamed(controller.merged, port, meant.get(0));
      }
    }
  }

  private static void resolveParent(MergedIface child, MergedIfaces all) {
    var iface = child.desired.orElseThrow();
    var parent = iface.parent();
    if (parent.isEmpty()) {
      return;
    }
    var meant = all.names.get(parent.get());
    if (meant.contains(parent.get())) {
      return;
    }
    if (meant.size() > 1) {
      all.refusals.add(
          InterfaceCatalogue.NOT_RESOLVED,
          iface.part(iface.type(), "base-iface"),
          "Several interfaces have a profile " + parent.get() + ".",
          "Interface "
              + iface.name()
              + " ("
              + iface.type()
              + ") defined with parent "
              + parent.get()
              + " but multiple interfaces are sharing the this profile name");
    } else if (!meant.isEmpty() && iface.part(iface.type()).isObject()) {
      child.desired = child.desired.map(i -> i.with(meant.get(0), i.type(), "base-iface"));
      child.applied = child.applied.map(i -> i.with(meant.get(0), i.type(), "base-iface"));
      child.merged = child.merged.with(meant.get(0), iface.type(), "base-iface");
    }
  }

  private static String controllerWords(Iface iface) {
    return "Controller " + iface.name() + " (" + iface.type() + ")";
  }
}
