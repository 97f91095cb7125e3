package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.provider.manifest.NodeTypes;
import io.kubevirtnet.provider.manifest.NodeTypes.MachineOfType;
import io.kubevirtnet.provider.plan.ImpactBook.Cause;
import io.kubevirtnet.provider.plan.ImpactBook.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What it does to the machines of node types that their sources change. */
final class NodeTypeImpacts {
  private final ClusterSide before;
  private final ClusterSide after;
  private final PlanScene scene;
  private final ImpactBook book;

  NodeTypeImpacts(ClusterSide before, ClusterSide after, PlanScene scene, ImpactBook book) {
    this.before = before;
    this.after = after;
    this.scene = scene;
    this.book = book;
  }

  void write(AttachmentImpacts attachments) {
    var now = types(after);
    if (!List.copyOf(before.platform()).equals(List.copyOf(after.platform()))) {
      var old = types(before);
      for (var name : ClusterSide.union(old.keySet(), now.keySet(), String::compareTo)) {
        compare(Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name)));
      }
    }
    now.values().forEach(t -> attachments.writeType(machine(t), uses(t)));
  }

  /** By full name. */
  private SortedMap<String, MachineOfType> types(ClusterSide side) {
    var types = new TreeMap<String, MachineOfType>();
    NodeTypes.of(List.copyOf(side.platform()), scene.rules().release())
        .forEach(t -> types.put(t.fullName(), t));
    return types;
  }

  static List<MachineUse> uses(MachineOfType type) {
    return MachineUse.of(type.node().machine(), type.namespace());
  }

  private static Machine machine(MachineOfType type) {
    return new Machine(type.provider(), type.name());
  }

  private void compare(Optional<MachineOfType> old, Optional<MachineOfType> now) {
    if (now.isEmpty()) {
      var gone = old.orElseThrow();
      add(
          gone,
          Effect.NOTHING,
          List.of("The node type goes: no machine is made of it any more." + claims(gone)));
    } else if (old.isEmpty()) {
      add(now.get(), Effect.NOTHING, List.of());
    } else {
      var config = scene.rules().cluster();
      var lines =
          new ArrayList<>(
              NodeTypeChange.lines(
                  NodeTypeWiring.of(old.get(), config),
                  NodeTypeWiring.of(now.get(), config),
                  config));
      if (!lines.isEmpty()) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + claims(now.get()) + " New ones get it.");
        add(now.get(), Effect.RECREATE, lines);
      }
    }
  }

  /** How many machines of the type the claims tell of. */
  private String claims(MachineOfType type) {
    long claims =
        before.objects().values().stream()
            .filter(o -> NodeTypes.claimed(o).filter(type.fullName()::equals).isPresent())
            .count();
    return claims == 0
        ? ""
        : claims == 1 ? " One NodeClaim asks for it." : " " + claims + " NodeClaims ask for it.";
  }

  private void add(MachineOfType type, Effect effect, List<String> lines) {
    book.add(machine(type), new Cause(type.provider(), effect, lines, false));
  }
}
