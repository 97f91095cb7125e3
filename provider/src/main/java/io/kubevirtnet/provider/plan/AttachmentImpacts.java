package io.kubevirtnet.provider.plan;

import io.kubevirtnet.attachment.DefinitionChange;
import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.ImpactBook.Cause;
import io.kubevirtnet.provider.plan.ImpactBook.Machine;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What it does to a machine that a definition changes which it names. */
final class AttachmentImpacts {
  private final Map<String, ChangedAttachment> changed;
  private final ClusterSide before;
  private final PlanScene scene;
  private final ImpactBook book;

  AttachmentImpacts(ClusterSide before, ClusterSide after, PlanScene scene, ImpactBook book) {
    this.changed = ChangedAttachment.between(before, after);
    this.before = before;
    this.scene = scene;
    this.book = book;
  }

  /**
   * @param machines as they are after the change
   */
  void write(Collection<PlannedMachine> machines) {
    if (changed.isEmpty()) {
      return;
    }
    for (var machine : machines) {
      for (var use : machine.uses()) {
        var change = changed.get(use.definition());
        if (change != null && (change.isGone() || had(machine, use))) {
          book.add(Machine.of(machine.reference()), cause(machine, use, change));
        }
      }
    }
  }

  /** What it gets only now, it gets as it is now. */
  private boolean had(PlannedMachine machine, MachineUse use) {
    return before
        .find(machine.reference())
        .filter(
            o ->
                before.declared(o.reference()).isEmpty()
                    || PlannedMachine.uses(o).stream()
                        .anyMatch(u -> u.definition().equals(use.definition())))
        .isPresent();
  }

  private Cause cause(PlannedMachine machine, MachineUse use, ChangedAttachment change) {
    var facts = PlannedMachine.facts(machine.reference(), scene);
    var reference = change.before().reference();
    if (change.isGone()) {
      return new Cause(
          reference,
          Effect.NEVER_LANDS,
          List.of(gone(reference, use, !facts.isStopped() && had(machine, use))),
          false);
    }
    if (facts.isStopped()) {
      return new Cause(
          reference,
          Effect.NOTHING,
          List.of(changes(use, change) + " It does not run, and gets it with its next start."),
          false);
    }
    if (change.reach() == Reach.AT_ONCE) {
      return new Cause(
          reference, Effect.LIVE, List.of(changes(use, change) + " " + atOnce(change)), true);
    }
    var command = machine.command(facts);
    return new Cause(
        reference,
        Effect.NEVER_LANDS,
        List.of(
            changes(use, change)
                + " It keeps the old network until it starts again or migrates, and KubeVirt does"
                + " not say so."
                + (command.isEmpty() ? "" : " " + command)),
        true);
  }

  private static String gone(ObjectReference definition, MachineUse use, boolean runs) {
    return use.network()
        + ": "
        + CheckedObject.title(definition)
        + " goes. "
        + (runs
            ? "It keeps its interface while it runs, and neither starts nor migrates any more."
            : "It does not start any more.");
  }

  private static String changes(MachineUse use, ChangedAttachment change) {
    return use.network()
        + ": "
        + CheckedObject.title(change.before().reference())
        + " changes ("
        + change.words()
        + ").";
  }

  private static String atOnce(ChangedAttachment change) {
    return change.changes().stream()
        .filter(c -> c.reach() == Reach.AT_ONCE)
        .map(DefinitionChange::consequence)
        .findFirst()
        .orElse("");
  }

  /** What it does to the machines of a node type. */
  void writeType(Machine type, List<MachineUse> uses) {
    for (var use : uses) {
      var change = changed.get(use.definition());
      if (change != null) {
        book.add(type, ofType(use, change));
      }
    }
  }

  private static Cause ofType(MachineUse use, ChangedAttachment change) {
    var reference = change.before().reference();
    if (change.isGone()) {
      return new Cause(
          reference,
          Effect.NEVER_LANDS,
          List.of(
              use.network()
                  + ": "
                  + CheckedObject.title(reference)
                  + " goes. No machine of this type starts or migrates any more."),
          false);
    }
    boolean atOnce = change.reach() == Reach.AT_ONCE;
    return new Cause(
        reference,
        atOnce ? Effect.LIVE : Effect.NEVER_LANDS,
        List.of(
            changes(use, change)
                + " "
                + (atOnce
                    ? atOnce(change)
                    : "Machines that there are keep the old network until they start again or"
                        + " migrate; new ones get the new one.")),
        false);
  }
}
