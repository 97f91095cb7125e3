package io.kubevirtnet.provider.policy;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.BridgeUser;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lets a state through that takes bridges away when nobody uses them any more. */
final class UsersGate {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int SHOWN = 5;

  private final Scene scene;

  UsersGate(Scene scene) {
    this.scene = scene;
  }

  /** Waits for users that are being deleted; refuses because of others. */
  void pass(Collection<Fields> states) {
    var bridges = new TreeSet<String>();
    var localnets = new TreeSet<String>();
    for (var state : states) {
      bridges.addAll(States.removedBridges(state));
      localnets.addAll(States.removedLocalnets(state));
    }
    if (bridges.isEmpty() && localnets.isEmpty()) {
      return;
    }
    var deadline = scene.within(PATIENCE);
    while (true) {
      var users = scene.cluster().users(bridges, localnets);
      if (users.isEmpty()) {
        return;
      }
      if (deadline.isOver() || users.stream().anyMatch(u -> !u.deleting())) {
        throw new LifeProblem(LifeCatalogue.IN_USE, text(users));
      }
      scene.messages().status("waiting until " + text(users));
      deadline.pause();
    }
  }

  private static String text(List<BridgeUser> users) {
    Map<String, List<String>> byTarget = new TreeMap<>();
    users.stream()
        .filter(u -> !u.deleting() || users.stream().allMatch(BridgeUser::deleting))
        .forEach(
            u ->
                byTarget
                    .computeIfAbsent(u.target(), t -> new java.util.ArrayList<>())
                    .add(
                        u.kind()
                            + " "
                            + u.namespace()
                            + "/"
                            + u.name()
                            + (u.deleting() ? " (being deleted)" : "")));
    return byTarget.entrySet().stream()
            .map(e -> e.getKey() + " is used by " + shown(e.getValue()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String shown(List<String> users) {
    return FirstFew.of(users.stream().sorted().toList(), SHOWN);
  }
}
