package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.MachineManifest;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happens to which machines. */
final class MachineImpacts implements Chapter {
  @Override
  public void write(Side before, Side after, PlanScene scene, Draft draft) {
    var old = ClusterSide.of(before, after, scene);
    var now = ClusterSide.of(after, before, scene);
    var book = new ImpactBook(scene);
    new TemplateImpacts(old, now, scene, book, draft).write();
    var machines = PlannedMachine.all(now, changed(old, now));
    var attachments = new AttachmentImpacts(old, now, scene, book);
    attachments.write(machines.values());
    Supplier<Collection<PlannedMachine>> were = () -> PlannedMachine.all(old).values();
    new BridgeImpacts(old, now, scene, book, draft).write(were, machines.keySet());
    new NodeTypeImpacts(old, now, scene, book).write(attachments);
    new FactsImpacts(scene, book, draft).write(before, after, were);
    book.write(draft);
    machines.values().forEach(m -> open(m, old, now, draft));
  }

  private static Set<ObjectReference> changed(ClusterSide old, ClusterSide now) {
    return now.declared().keySet().stream()
        .filter(r -> !now.declared(r).equals(old.declared(r)))
        .collect(Collectors.toSet());
  }

  /** Of a network that is not known yet nobody can tell what becomes of it. */
  private static void open(PlannedMachine machine, ClusterSide old, ClusterSide now, Draft draft) {
    var object = now.declared(machine.reference());
    if (object.isEmpty() || object.equals(old.declared(machine.reference()))) {
      return;
    }
    var kind = ClusterSide.machineKind(object.get().object());
    var networks =
        kind.map(k -> MachineManifest.machine(object.get().object(), k).spec().get("networks"));
    if (networks.flatMap(n -> n.tree()).filter(t -> t.hasUnknown()).isPresent()) {
      draft.add(
          new NotChecked(
              CheckedObject.title(machine.reference()) + ": " + networks.get().path(),
              "known after apply"));
    }
  }
}
