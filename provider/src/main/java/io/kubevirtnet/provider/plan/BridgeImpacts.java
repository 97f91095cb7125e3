package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.ImpactBook.Cause;
import io.kubevirtnet.provider.plan.ImpactBook.Machine;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What it does to machines that run when the bridge below them changes. */
final class BridgeImpacts {
  private final ClusterSide before;
  private final ClusterSide after;
  private final PlanScene scene;
  private final ImpactBook book;
  private final Draft draft;

  BridgeImpacts(
      ClusterSide before, ClusterSide after, PlanScene scene, ImpactBook book, Draft draft) {
    this.before = before;
    this.after = after;
    this.scene = scene;
    this.book = book;
    this.draft = draft;
  }

  /**
   * A definition that gets nowhere on the nodes of a policy.
   *
   * @param kept the nodes on which nothing happens
   */
  private record Cut(
      HostSide host, ObjectReference because, String reason, Optional<NodeSelector> kept) {}

  /**
   * @param machines as they are before the change
   * @param staying those that are there after it
   */
  void write(Supplier<Collection<PlannedMachine>> machines, Collection<ObjectReference> staying) {
    var cuts = cuts();
    if (cuts.isEmpty()) {
      return;
    }
    for (var machine : machines.get()) {
      var facts = PlannedMachine.facts(machine.reference(), scene);
      if (facts.isStopped() || !staying.contains(machine.reference())) {
        continue;
      }
      for (var use : machine.uses()) {
        cuts.getOrDefault(use.definition(), List.of()).stream()
            .filter(c -> mayRunOn(machine, c))
            .forEach(c -> book.add(Machine.of(machine.reference()), cause(use, c)));
      }
    }
  }

  private static Cause cause(MachineUse use, Cut cut) {
    return new Cause(
        cut.because(),
        Effect.CUT_OFF,
        List.of(
            use.network()
                + ": it is cut off from "
                + use.definition()
                + " at once: "
                + cut.reason()
                + " ("
                + CheckedObject.title(cut.because())
                + ")"),
        false);
  }

  /** By definition. */
  private Map<String, List<Cut>> cuts() {
    var cuts = new TreeMap<String, List<Cut>>();
    var policies = before.policies();
    var later = after.policies();
    var changed =
        ClusterSide.union(
                before.declared().keySet(), after.declared().keySet(), ClusterSide.BY_NAME)
            .stream()
            .filter(r -> policies.containsKey(r) || later.containsKey(r))
            .filter(r -> !before.declared(r).equals(after.declared(r)))
            .toList();
    if (changed.isEmpty()) {
      return cuts;
    }
    var attachments = before.attachments();
    for (var reference : changed) {
      open(reference, Optional.ofNullable(later.get(reference)));
      add(
          reference,
          Optional.ofNullable(policies.get(reference)),
          Optional.ofNullable(later.get(reference)),
          later,
          attachments,
          cuts);
    }
    return cuts;
  }

  private void open(ObjectReference reference, Optional<HostSide> now) {
    if (now.filter(HostSide::isOpen).isPresent()) {
      draft.add(
          new NotChecked(
              CheckedObject.title(reference) + ": spec.desiredState", "known after apply"));
    }
  }

  private static void add(
      ObjectReference reference,
      Optional<HostSide> old,
      Optional<HostSide> now,
      SortedMap<ObjectReference, HostSide> later,
      SortedMap<String, Attachment> attachments,
      Map<String, List<Cut>> cuts) {
    for (var cut : CutBridge.between(old, now, later.values())) {
      attachments.values().stream()
          .filter(a -> isOn(a, cut))
          .forEach(
              a -> add(a, new Cut(cut.host(), reference, cut.reason(), Optional.empty()), cuts));
    }
    if (old.isPresent() && now.isPresent()) {
      for (var attachment : attachments.values()) {
        notCarried(attachment, old.get(), now.get())
            .map(why -> new Cut(old.get(), reference, why, Optional.empty()))
            .or(() -> left(attachment, reference, old.get(), now.get()))
            .ifPresent(cut -> add(attachment, cut, cuts));
      }
    }
  }

  /** On nodes that an owned policy does not mean any more it is taken back. */
  private static Optional<Cut> left(
      Attachment attachment, ObjectReference reference, HostSide old, HostSide now) {
    var kept = now.policy().nodes();
    boolean leaves =
        now.managed()
            .filter(m -> !Part.of(PropertyPath.ROOT, m).get("leftBehind").is("leave"))
            .isPresent();
    return old.carrier(attachment)
        .filter(b -> leaves && kept.isPresent() && !old.policy().nodes().equals(kept))
        .map(
            b ->
                new Cut(
                    old,
                    reference,
                    "bridge " + b + " is taken off nodes that are not " + now.nodes() + ".",
                    kept));
  }

  private static void add(Attachment attachment, Cut cut, Map<String, List<Cut>> cuts) {
    cuts.computeIfAbsent(attachment.fullName(), n -> new ArrayList<>()).add(cut);
  }

  private static boolean isOn(Attachment attachment, CutBridge cut) {
    return attachment
        .bridge()
        .or(() -> cut.host().carrier(attachment))
        .filter(cut.bridge()::equals)
        .isPresent();
  }

  /** What the filter of the port let through, and does not any more. */
  private static Optional<String> notCarried(Attachment attachment, HostSide old, HostSide now) {
    return old.carrier(attachment)
        .filter(bridge -> now.bridge(bridge).isPresent())
        .filter(bridge -> !old.only(bridge).equals(now.only(bridge)))
        .filter(bridge -> notCarried(attachment, old, bridge).isEmpty())
        .flatMap(bridge -> notCarried(attachment, now, bridge));
  }

  private static Optional<String> notCarried(Attachment attachment, HostSide host, String bridge) {
    return JoinWords.broken(attachment, host.only(bridge))
        .filter(f -> f.code().equals(JoinWords.VLAN_NOT_CARRIED))
        .map(f -> f.what());
  }

  /** Not where it is known to run on nodes that the policy does not mean. */
  private boolean mayRunOn(PlannedMachine machine, Cut cut) {
    var selector = cut.host().policy().nodes();
    var kept = cut.kept();
    if (kept.isPresent()) {
      return selector.isPresent()
          && machine.nodes().stream()
              .anyMatch(
                  n ->
                      KnownNodes.takes(n, selector.get(), scene)
                          && !KnownNodes.takes(n, kept.get(), scene));
    }
    if (machine.nodes().isEmpty() || selector.isEmpty()) {
      return true;
    }
    return machine.nodes().stream().anyMatch(n -> KnownNodes.takes(n, selector.get(), scene));
  }
}
