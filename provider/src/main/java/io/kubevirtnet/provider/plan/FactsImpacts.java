package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.netris.FactsChange;
import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.provider.plan.ImpactBook.Cause;
import io.kubevirtnet.provider.plan.ImpactBook.Machine;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What it does to nodes and machines that the facts of a server cluster of Netris change. */
final class FactsImpacts {
  private static final String KIND = "NetrisServerCluster";

  /** It goes on over the old bridge, and nobody says that it should move. */
  private static final String MOVED = "KVN-T053";

  private final PlanScene scene;
  private final ImpactBook book;
  private final Draft draft;

  FactsImpacts(PlanScene scene, ImpactBook book, Draft draft) {
    this.scene = scene;
    this.book = book;
    this.draft = draft;
  }

  /**
   * @param machines as they are before the change
   */
  void write(Side before, Side after, Supplier<Collection<PlannedMachine>> machines) {
    var old = new TreeMap<String, RecordedFacts>();
    before.facts().forEach(f -> old.put(f.name(), f));
    var now = new TreeMap<String, RecordedFacts>();
    after.facts().forEach(f -> now.put(f.name(), f));
    now.forEach(
        (name, facts) -> {
          var was = old.get(name);
          if (was != null && !was.inputs().equals(facts.inputs())) {
            changed(was, facts, machines.get());
          }
        });
  }

  private static ResourceChange between(RecordedFacts before, RecordedFacts after) {
    return new ResourceChange(
        new ObjectReference(KIND, "", after.name()),
        Action.CHANGE,
        Optional.empty(),
        FieldDiff.between(KIND, before.inputs(), after.inputs()).stream()
            .map(FieldChanges::field)
            .toList(),
        Optional.empty(),
        Patch.between(before.inputs(), after.inputs()),
        List.of(),
        List.of());
  }

  private void changed(
      RecordedFacts before, RecordedFacts after, Collection<PlannedMachine> machines) {
    var reference = new ObjectReference(KIND, "", after.name());
    draft.add(between(before, after));
    var old = spec(before);
    var now = spec(after);
    if (now.facts().isUnknown()) {
      draft.add(new NotChecked(KIND + " " + after.name() + ": facts", "known after apply"));
    }
    var running = running(machines, definitions(old, now));
    boolean isKnown = !running.isEmpty() || !scene.machines().isEmpty();
    FactsChange.between(
            old,
            now,
            isKnown
                ? RunningMachines.of(running.stream().map(FactsImpacts::running).toList())
                : RunningMachines.UNKNOWN)
        .stream()
        .map(f -> new PlannedFinding(f.about(reference), true))
        .forEach(draft::add);
    running.forEach(m -> alone(m, old, now, reference));
  }

  /** What is said of one machine names it, however many there are. */
  private void alone(
      PlannedMachine machine,
      NetrisServerClusterSpec old,
      NetrisServerClusterSpec now,
      ObjectReference because) {
    var one = running(machine);
    for (var finding : FactsChange.between(old, now, RunningMachines.of(List.of(one)))) {
      if (finding.severity() != Severity.INFO && names(finding, one.name())) {
        boolean moved = finding.code().equals(MOVED);
        book.add(
            Machine.of(machine.reference()),
            new Cause(
                because,
                moved ? Effect.NEVER_LANDS : Effect.LIVE,
                List.of(finding.what() + " " + finding.fix()),
                moved));
      }
    }
  }

  private static boolean names(Finding finding, String machine) {
    return finding.what().matches("(?s).*(^|[ (])" + Pattern.quote(machine) + "($|[ ,).]).*");
  }

  private List<PlannedMachine> running(
      Collection<PlannedMachine> machines, Set<String> definitions) {
    return machines.stream()
        .filter(m -> m.uses().stream().anyMatch(u -> definitions.contains(u.definition())))
        .filter(m -> !PlannedMachine.facts(m.reference(), scene).isStopped())
        .toList();
  }

  private static RunningMachines.Machine running(PlannedMachine machine) {
    var reference = machine.reference();
    return new RunningMachines.Machine(
        reference.namespace() + "/" + reference.name(),
        machine.nodes().isEmpty() ? "" : machine.nodes().get(0));
  }

  private static Set<String> definitions(NetrisServerClusterSpec old, NetrisServerClusterSpec now) {
    var names = new TreeSet<String>();
    for (var spec : List.of(old, now)) {
      spec.definitions().known().orElse(List.of()).stream()
          .map(Value::known)
          .forEach(d -> d.ifPresent(names::add));
    }
    return names;
  }

  private static NetrisServerClusterSpec spec(RecordedFacts facts) {
    return SpecReader.read(
        facts.inputs(), PropertyPath.ROOT, new Report(), NetrisServerClusterSpec::read);
  }
}
