package io.kubevirtnet.node;

import io.kubevirtnet.node.EntryChange.Action;
import io.kubevirtnet.node.InterfaceChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A change in short sentences, what can cut a node off first. */
final class ChangeLines {
  /** In the order of the lines. */
  private enum Danger {
    REMOVED,
    VANISHES,
    LOSES_ADDRESS,
    LOSES_DEFAULT_ROUTE,
    MOVES,
    LOSES_ENTRY,
    JOINS,
    CHANGES,
    CREATED,
    ADDED,
    OPEN
  }

  private record Line(Danger danger, String text) {}

  private ChangeLines() {}

  static List<String> of(NodeChange change) {
    var lines = new ArrayList<Line>();
    change.interfaces().forEach(i -> addInterface(i, lines));
    change.entries().forEach(e -> lines.add(entry(e)));
    change.open().forEach(o -> lines.add(new Line(Danger.OPEN, o)));
    return lines.stream()
        .sorted(Comparator.comparing(Line::danger))
        .map(Line::text)
        .distinct()
        .toList();
  }

  private static void addInterface(InterfaceChange change, List<Line> lines) {
    if (change.kind() == Kind.CREATED) {
      lines.add(new Line(Danger.CREATED, created(change)));
      return;
    }
    if (change.kind() == Kind.REMOVED) {
      lines.add(removed(change));
      return;
    }
    moved(change).ifPresent(lines::add);
    change.fields().forEach(f -> lines.add(new Line(Danger.CHANGES, change.name() + ": " + f)));
  }

  private static String created(InterfaceChange change) {
    var over = change.over().isEmpty() ? "" : " over " + String.join(", ", change.over());
    var in = change.to().map(c -> c.equals(change.name()) ? "" : " in " + c).orElse("");
    return named(change) + " is created" + in + over;
  }

  private static Line removed(InterfaceChange change) {
    var loss = loss(change, "with ");
    return change
        .because()
        .map(
            b ->
                new Line(
                    Danger.VANISHES, named(change) + " vanishes with " + cause(change, b) + loss))
        .orElse(new Line(Danger.REMOVED, named(change) + " is removed" + loss));
  }

  private static String cause(InterfaceChange change, String because) {
    return because.equals(change.name()) ? "the bridge of its name" : because;
  }

  private static String loss(InterfaceChange change, String word) {
    return change.lostAddresses().isEmpty()
        ? ""
        : " " + word + String.join(", ", change.lostAddresses());
  }

  private static Optional<Line> moved(InterfaceChange change) {
    var loss = change.lostAddresses().isEmpty() ? "" : " and" + loss(change, "loses ");
    var danger = loss.isEmpty() ? Danger.JOINS : Danger.LOSES_ADDRESS;
    if (change.kind() == Kind.DOWN) {
      return Optional.of(new Line(Danger.LOSES_ADDRESS, change.name() + " goes down" + loss));
    }
    if (change.from().isPresent() && change.to().isPresent() && change.movesController()) {
      var text =
          "%s moves from %s to %s".formatted(change.name(), change.from().get(), change.to().get());
      return Optional.of(new Line(Danger.MOVES, text + loss));
    }
    if (change.movesController()) {
      var text = change.to().map(c -> " joins " + c).orElse(" leaves " + change.from().orElse(""));
      return Optional.of(new Line(danger, change.name() + text + loss));
    }
    return loss.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(Danger.LOSES_ADDRESS, change.name() + loss(change, "loses ")));
  }

  private static Line entry(EntryChange change) {
    var verb = change.action() == Action.ADDED ? " is added" : " is removed";
    boolean isSentence =
        change.action() == Action.CHANGED || change.section() == EntryChange.Section.DNS;
    var text = isSentence ? change.what() : change.what() + verb;
    if (change.action() == Action.ADDED) {
      return new Line(Danger.ADDED, text);
    }
    return new Line(
        change.isDefaultRoute() ? Danger.LOSES_DEFAULT_ROUTE : Danger.LOSES_ENTRY, text);
  }

  private static String named(InterfaceChange change) {
    return switch (change.type()) {
      case "vlan", "vxlan", "vrf" -> Known.label(change.type()) + " " + change.name();
      default -> change.name();
    };
  }
}
