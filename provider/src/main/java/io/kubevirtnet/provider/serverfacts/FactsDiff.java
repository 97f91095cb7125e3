package io.kubevirtnet.provider.serverfacts;

import io.grpc.Status;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.netris.FactsChange;
import io.kubevirtnet.netris.FactsChangeCatalogue;
import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.provider.resource.AskedCluster;
import io.kubevirtnet.provider.resource.CheckAnswer;
import io.kubevirtnet.provider.resource.InputDiff;
import io.kubevirtnet.provider.resource.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** What changes in the facts, and what that does to nodes and machines. */
final class FactsDiff {
  private static final Set<String> CODES =
      FactsChangeCatalogue.ALL.stream().map(Rule::code).collect(Collectors.toSet());

  /** It comes and goes with machines: by itself it is no change. */
  private static final String PASSING = "facts.usedAddresses";

  private static final String IDENTITY = "serverCluster";

  private final FactsInputs old;
  private final FactsInputs now;
  private final Map<String, PropertyDiff> changes;

  FactsDiff(FactsInputs old, FactsInputs now) {
    this.old = old;
    this.now = now;
    this.changes = new TreeMap<>(InputDiff.between(old.tree(), now.tree()));
    if (changes.keySet().stream().allMatch(path -> path.startsWith(PASSING))) {
      changes.clear();
    }
  }

  boolean isChange() {
    return !changes.isEmpty();
  }

  /** Another server cluster is another resource. */
  DiffResponse answer() {
    var tops = new LinkedHashSet<String>();
    changes.keySet().forEach(path -> tops.add(path.split("[.\\[]", 2)[0]));
    var answer =
        DiffResponse.newBuilder()
            .setChanges(isChange() ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE)
            .addAllDiffs(tops)
            .setHasDetailedDiff(true);
    changes.forEach(
        (path, change) -> {
          boolean replaces = path.equals(IDENTITY);
          answer.putDetailedDiff(
              path, replaces ? change.toBuilder().setKind(Kind.UPDATE_REPLACE).build() : change);
          if (replaces) {
            answer.addReplaces(path);
          }
        });
    return answer.build();
  }

  /** Who runs on the network is asked only where something happens to them. */
  void say(AskedCluster cluster, Settings settings, String name, Messages messages) {
    if (now.spec().facts().isUnknown()) {
      messages.info("The facts are known after apply, and so is what a change of them does.");
    }
    var findings = FactsChange.between(old.spec(), now.spec(), RunningMachines.UNKNOWN);
    var definitions = Stream.concat(old.definitions(), now.definitions()).distinct().toList();
    boolean matters = findings.stream().anyMatch(f -> f.severity() != Severity.INFO);
    if (matters && !definitions.isEmpty()) {
      var machines = cluster.ask("KubeVirt", source -> source.running(definitions));
      if (machines.value().isPresent()) {
        findings = FactsChange.between(old.spec(), now.spec(), machines.value().get());
      } else {
        messages.info("Which machines run on it is not known: " + machines.why());
      }
    }
    say(judged(findings, settings, name), name, messages);
  }

  private List<Finding> judged(List<Finding> findings, Settings settings, String name) {
    var blueprint =
        Blueprints.NETRIS_SERVER_CLUSTER.also(
            (spec, around, report) -> findings.forEach(report::add));
    return blueprint
        .expand(now.tree(), Surroundings.of(blueprint, name, "", new Run(), settings))
        .findings()
        .stream()
        .filter(f -> CODES.contains(f.code()))
        .toList();
  }

  /** A stack may say that one of them is an error, and is stopped by it then. */
  private static void say(List<Finding> findings, String name, Messages messages) {
    var errors = findings.stream().filter(Finding::isError).toList();
    if (!errors.isEmpty()) {
      throw Status.FAILED_PRECONDITION
          .withDescription(FindingText.errors(name, errors))
          .asRuntimeException();
    }
    CheckAnswer.say(findings, messages);
  }
}
