package io.kubevirtnet.node;

import io.kubevirtnet.node.InterfaceChange.Kind;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The interfaces that are not as they were, in the order of the node, new ones last. */
final class InterfaceDiff {
  private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

  private final Links before;
  private final Links after;

  private InterfaceDiff(Links before, Links after) {
    this.before = before;
    this.after = after;
  }

  static List<InterfaceChange> of(Links before, Links after) {
    var diff = new InterfaceDiff(before, after);
    var changes = new ArrayList<InterfaceChange>();
    for (var link : before.all()) {
      var now = after.get(link.key());
      if (now.isEmpty()) {
        changes.add(diff.removed(link));
      } else if (now.get().fields() != link.fields()) {
        diff.changed(link, now.get()).ifPresent(changes::add);
      }
    }
    for (var link : after.all()) {
      if (before.get(link.key()).isEmpty()) {
        changes.add(created(link));
      }
    }
    return changes;
  }

  private static InterfaceChange created(Link link) {
    var over = link.base().isEmpty() ? link.ports() : List.of(link.base());
    return new InterfaceChange(
        link.name(),
        link.type(),
        Kind.CREATED,
        Optional.empty(),
        Optional.empty(),
        controller(link),
        List.of(),
        over.stream().filter(p -> !p.equals(link.name())).toList(),
        List.of());
  }

  private InterfaceChange removed(Link link) {
    return new InterfaceChange(
        link.name(),
        link.type(),
        Kind.REMOVED,
        because(link),
        controller(link),
        Optional.empty(),
        lost(link, Optional.empty()),
        List.of(),
        List.of());
  }

  private Optional<String> because(Link link) {
    if (!link.base().isEmpty() && isGone(link.base())) {
      return Optional.of(link.base());
    }
    if (!link.peer().isEmpty() && isGone(link.peer()) && link.name().compareTo(link.peer()) > 0) {
      return Optional.of(link.peer());
    }
    return link.type().equals("ovs-interface") && !link.controller().isEmpty()
        ? Optional.of(link.controller())
        : Optional.empty();
  }

  private boolean isGone(String name) {
    return before.kernel(name).isPresent() && after.kernel(name).isEmpty();
  }

  private Optional<InterfaceChange> changed(Link link, Link now) {
    var lost = lost(link, Optional.of(now));
    var from = controller(link);
    var to = controller(now);
    boolean becomesPort = to.isPresent() && !from.equals(to);
    boolean down = now.state().equals("down") && !link.state().equals("down");
    var fields = new ArrayList<FieldChange>();
    // An address that goes is said already; that it is switched off says nothing more.
    var told = becomesPort || down ? Set.of("controller", "ipv4", "ipv6") : Set.of("controller");
    fields("", Parts.without(link.fields(), told), Parts.without(now.fields(), told), fields);
    if (from.equals(to) && lost.isEmpty() && fields.isEmpty() && !down) {
      return Optional.empty();
    }
    return Optional.of(
        new InterfaceChange(
            link.name(),
            link.type(),
            down ? Kind.DOWN : Kind.CHANGED,
            Optional.empty(),
            from,
            to,
            lost,
            List.of(),
            fields));
  }

  private static Optional<String> controller(Link link) {
    return Optional.of(link.controller()).filter(c -> !c.isEmpty());
  }

  private static List<String> lost(Link link, Optional<Link> now) {
    var lost = new ArrayList<String>();
    for (var family : FAMILIES) {
      var had = link.ip(family);
      if (!Parts.isTrue(had, "enabled")) {
        continue;
      }
      var has = now.map(n -> n.ip(family)).orElse(Fields.EMPTY);
      var addresses = IpMerge.stated(all(had)).stream().map(IpMerge::text).toList();
      if (Parts.isTrue(has, "enabled")) {
        var kept = all(has).stream().map(IpMerge::text).toList();
        addresses.stream()
            .filter(a -> !kept.contains(a) && !kept.contains("?/?"))
            .forEach(lost::add);
      } else if (!has.hasUnknown()) {
        var source =
            IpMerge.isDynamic(had) ? (Parts.isTrue(had, "dhcp") ? "DHCP" : "autoconf") : "";
        addresses.forEach(a -> lost.add(source.isEmpty() ? a : a + " (" + source + ")"));
        if (addresses.isEmpty() && !source.isEmpty()) {
          lost.add("its " + (family.equals("ipv4") ? "IPv4" : "IPv6") + " address from " + source);
        }
      }
    }
    return lost;
  }

  private static List<Tree> all(Fields ip) {
    return Parts.list(ip, "address").stream()
        .map(a -> a instanceof Fields f ? (Tree) Parts.without(f, Known.QUERY_ONLY) : a)
        .toList();
  }

  private void fields(String path, Fields a, Fields b, List<FieldChange> into) {
    for (var entry : a.fields().entrySet()) {
      var other = b.get(entry.getKey());
      if (other.isEmpty() || other.get() != entry.getValue()) {
        field(path, entry.getKey(), Optional.of(entry.getValue()), other, into);
      }
    }
    for (var entry : b.fields().entrySet()) {
      if (a.get(entry.getKey()).isEmpty()) {
        field(path, entry.getKey(), Optional.empty(), Optional.of(entry.getValue()), into);
      }
    }
  }

  private void field(
      String path, String key, Optional<Tree> a, Optional<Tree> b, List<FieldChange> into) {
    if (Known.QUERY_ONLY.contains(key)
        || a.isPresent() && b.isPresent() && Lenient.same(key, a.get(), b.get())) {
      return;
    }
    if (a.or(() -> b).filter(v -> Known.isDefault(key, v)).isPresent()
        && (a.isEmpty() || b.isEmpty())) {
      return;
    }
    var at = path.isEmpty() ? key : path + "." + key;
    boolean objects = Stream.of(a, b).flatMap(Optional::stream).allMatch(Fields.class::isInstance);
    if (objects) {
      fields(at, Parts.fields(a).orElse(Fields.EMPTY), Parts.fields(b).orElse(Fields.EMPTY), into);
    } else if (key.equals("port") || key.equals("ports-config") || key.equals("vfs")) {
      entries(at, key, items(a), items(b), into);
    } else {
      into.add(new FieldChange(at, Shown.orNone(a), Shown.orNone(b)));
    }
  }

  /** Ports by name; one that comes or goes is told at its own interface, where there is one. */
  private void entries(String at, String key, List<Tree> a, List<Tree> b, List<FieldChange> into) {
    for (var x : a) {
      var y = find(b, id(x));
      if (y.isPresent()) {
        if (x instanceof Fields f && y.get() instanceof Fields g) {
          fields(at + "[" + id(x) + "]", f, g, into);
        }
      } else if (key.equals("vfs") || !isTold(id(x))) {
        into.add(new FieldChange(at + "[" + id(x) + "]", "there", Shown.NONE));
      }
    }
    for (var y : b) {
      if (find(a, id(y)).isEmpty() && (key.equals("vfs") || !isTold(id(y)))) {
        into.add(
            new FieldChange(
                at + "[" + id(y) + "]",
                Shown.NONE,
                y instanceof Unknown || key.equals("vfs") ? Shown.text(y) : "there"));
      }
    }
  }

  private boolean isTold(String port) {
    return before.kernel(port).isPresent() || after.kernel(port).isPresent();
  }

  private static List<Tree> items(Optional<Tree> tree) {
    return tree.isPresent() && tree.get() instanceof Tree.Items l ? l.items() : List.of();
  }

  private static Optional<Tree> find(List<Tree> entries, String id) {
    return entries.stream().filter(e -> id(e).equals(id)).findFirst();
  }

  private static String id(Tree entry) {
    return entry instanceof Fields f
        ? Parts.text(f, "name").or(() -> Parts.text(f, "id")).orElse("?")
        : Parts.text(entry).orElse("?");
  }
}
