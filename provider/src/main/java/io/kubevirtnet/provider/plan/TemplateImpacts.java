package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.CardChange;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.kubevirt.FieldChange;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.MachineManifest;
import io.kubevirtnet.provider.plan.ImpactBook.Cause;
import io.kubevirtnet.provider.plan.ImpactBook.Machine;
import java.util.ArrayList;
import java.util.List;

/** What it does to a machine that its own object changes. */
final class TemplateImpacts {
  private final ClusterSide before;
  private final ClusterSide after;
  private final PlanScene scene;
  private final ImpactBook book;
  private final Draft draft;

  TemplateImpacts(
      ClusterSide before, ClusterSide after, PlanScene scene, ImpactBook book, Draft draft) {
    this.before = before;
    this.after = after;
    this.scene = scene;
    this.book = book;
    this.draft = draft;
  }

  void write() {
    for (var reference :
        ClusterSide.union(
            before.declared().keySet(), after.declared().keySet(), ClusterSide.BY_NAME)) {
      var old = before.find(reference);
      var now = after.find(reference);
      var kind = now.or(() -> old).flatMap(ClusterSide::machineKind);
      if (kind.isEmpty()) {
        continue;
      }
      if (now.isEmpty()) {
        deleted(reference);
      } else if (old.isEmpty()) {
        add(reference, Effect.NOTHING);
      } else if (after.declared(reference).filter(PlannedObject::replaced).isPresent()) {
        add(
            reference,
            Effect.RECREATE,
            "It is deleted and made anew: what only the old one knew is gone.");
      } else if (!old.get().fields().equals(now.get().fields())) {
        changed(old.get(), now.get(), kind.get());
      }
    }
  }

  private void deleted(ObjectReference reference) {
    boolean stopped = PlannedMachine.facts(reference, scene).isStopped();
    add(
        reference,
        Effect.DELETED,
        stopped ? "It is deleted; it does not run." : "It is deleted, and what runs in it stops.");
  }

  private void add(ObjectReference reference, Effect effect, String... lines) {
    book.add(
        Machine.of(reference),
        new Cause(reference, effect, List.of(lines), effect != Effect.NOTHING));
  }

  private void changed(KubernetesObject old, KubernetesObject now, MachineKind kind) {
    var reference = now.reference();
    var facts = PlannedMachine.facts(reference, scene);
    var config = scene.rules().cluster();
    var was = MachineManifest.machine(old, kind);
    var is = MachineManifest.machine(now, kind);
    var change = MachineChange.of(was, is, facts, config);
    var lines = new ArrayList<String>();
    change.fields().stream().map(FieldChange::line).forEach(lines::add);
    change.cards().stream()
        .filter(CardChange::isChange)
        .flatMap(c -> c.line().stream())
        .forEach(lines::add);
    if (!lines.isEmpty()) {
      book.add(
          Machine.of(reference),
          new Cause(reference, change.effect(), lines, change.effect() != Effect.NOTHING));
      advise(reference, was, is);
    }
  }

  /** It has a code, and so it can be looked up and agreed to. */
  private void advise(
      ObjectReference reference,
      io.kubevirtnet.kubevirt.Machine was,
      io.kubevirtnet.kubevirt.Machine is) {
    var report = new Report();
    MachineChange.check(
        was, is, PlannedMachine.facts(reference, scene), scene.rules().cluster(), report);
    report.findings().stream()
        .map(f -> new PlannedFinding(f.about(reference), true))
        .forEach(draft::add);
    report.notChecked().stream()
        .map(
            n ->
                new NotChecked(
                    CheckedObject.title(reference)
                        + (n.path().text().isEmpty() ? "" : ": " + n.path()),
                    n.why()))
        .forEach(draft::add);
  }
}
