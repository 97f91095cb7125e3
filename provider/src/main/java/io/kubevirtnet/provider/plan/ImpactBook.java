package io.kubevirtnet.provider.plan;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.CheckedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what happens to each machine, whatever it comes from. */
final class ImpactBook {
  /** From here on machines that wait for the same are one risk. */
  private static final int MANY = 50;

  private static final String NOT_KNOWN =
      "Whether it runs is not known, so it is taken as running.";

  private final PlanScene scene;
  private final SortedMap<Machine, List<Cause>> causes =
      new TreeMap<>(
          Comparator.comparing(Machine::reference, ClusterSide.BY_NAME)
              .thenComparing(Machine::type));

  ImpactBook(PlanScene scene) {
    this.scene = scene;
  }

  /**
   * A machine of its own, or those of a node type.
   *
   * @param type empty for the former
   */
  record Machine(ObjectReference reference, String type) {
    static Machine of(ObjectReference reference) {
      return new Machine(reference, "");
    }
  }

  /**
   * What one changed object does to a machine.
   *
   * @param asks whether somebody should agree to it
   */
  record Cause(ObjectReference because, Effect effect, List<String> lines, boolean asks) {}

  void add(Machine machine, Cause cause) {
    causes.computeIfAbsent(machine, m -> new ArrayList<>()).add(cause);
  }

  void write(Draft draft) {
    causes.forEach((machine, all) -> draft.add(impact(machine, all)));
    risks(draft);
  }

  private MachineImpact impact(Machine machine, List<Cause> all) {
    var effect = worst(own(machine, all));
    var because = new TreeSet<>(ClusterSide.BY_NAME);
    var lines = new LinkedHashSet<String>();
    for (var cause : all) {
      because.add(cause.because());
      lines.addAll(cause.lines());
    }
    if (effect != Effect.NOTHING && isGuess(machine)) {
      lines.add(NOT_KNOWN);
    }
    return new MachineImpact(
        machine.reference(), machine.type(), effect, List.copyOf(because), List.copyOf(lines));
  }

  private static Effect worst(List<Cause> causes) {
    return causes.stream().map(Cause::effect).reduce(Effect.NOTHING, Effect::and);
  }

  /** Where the machine starts again or moves by its own change, it waits for nothing else. */
  private static List<Cause> own(Machine machine, List<Cause> all) {
    boolean moves =
        all.stream()
            .filter(c -> c.because().equals(machine.reference()))
            .anyMatch(c -> c.effect() == Effect.MIGRATION || c.effect() == Effect.RESTART);
    return moves
        ? all.stream()
            .filter(
                c ->
                    c.because().equals(machine.reference())
                        || !c.asks()
                        || c.effect() != Effect.NEVER_LANDS)
            .toList()
        : all;
  }

  /** Of templates nobody would ask it. */
  private boolean isGuess(Machine machine) {
    var kind = machine.reference().kind();
    boolean one =
        kind.equals(MachineKind.VIRTUAL_MACHINE.wire()) || kind.equals(MachineKind.INSTANCE.wire());
    return one && PlannedMachine.facts(machine.reference(), scene).running().isEmpty();
  }

  private void risks(Draft draft) {
    var alike = new LinkedHashMap<ObjectReference, List<Machine>>();
    causes.forEach((machine, all) -> risk(machine, asking(own(machine, all)), alike, draft));
    alike.forEach(
        (definition, machines) -> {
          if (machines.size() > MANY) {
            draft.add(
                Risk.of(
                    Risk.Kind.RESTART,
                    name(definition),
                    machines.size()
                        + " machines wait for a restart or a migration, since "
                        + CheckedObject.title(definition)
                        + " changes; KubeVirt does not say so."));
          } else {
            machines.forEach(m -> draft.add(waits(m)));
          }
        });
  }

  private static List<Cause> asking(List<Cause> all) {
    return all.stream().filter(Cause::asks).toList();
  }

  private static void risk(
      Machine machine, List<Cause> asking, Map<ObjectReference, List<Machine>> alike, Draft draft) {
    if (asking.isEmpty() || !machine.type().isEmpty()) {
      return;
    }
    var title = CheckedObject.title(machine.reference());
    var effect = worst(asking);
    switch (effect) {
      // Who is cut off is told by the risk of the bridge.
      case NOTHING, LIVE, HOTPLUG, CUT_OFF -> {}
      case MIGRATION ->
          draft.add(risk(Risk.Kind.MIGRATION, machine, title + " moves to another node."));
      case RESTART -> draft.add(risk(Risk.Kind.RESTART, machine, title + " has to be restarted."));
      case NEVER_LANDS -> {
        var causes = asking.stream().map(Cause::because).distinct().toList();
        if (causes.size() == 1 && causes.get(0).kind().equals(NadExpander.KIND)) {
          alike.computeIfAbsent(causes.get(0), c -> new ArrayList<>()).add(machine);
        } else {
          draft.add(waits(machine));
        }
      }
      case RECREATE -> draft.add(risk(Risk.Kind.RECREATE, machine, title + " is made anew."));
      case DELETED -> draft.add(risk(Risk.Kind.RECREATE, machine, title + " is deleted."));
    }
  }

  private static Risk waits(Machine machine) {
    return risk(
        Risk.Kind.RESTART,
        machine,
        CheckedObject.title(machine.reference())
            + " waits for its next start, and KubeVirt does not say so.");
  }

  private static Risk risk(Risk.Kind kind, Machine machine, String what) {
    return Risk.of(kind, name(machine.reference()), what);
  }

  private static String name(ObjectReference object) {
    return object.namespace().isEmpty() ? object.name() : object.namespace() + "/" + object.name();
  }
}
