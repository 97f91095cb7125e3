package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.kubevirt.CardChange;
import io.kubevirtnet.kubevirt.ChangeCatalogue;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.FieldChange;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.machine.WiredMachine;
import io.kubevirtnet.provider.plan.NodeTypeChange;
import io.kubevirtnet.provider.resource.CheckAnswer;
import io.kubevirtnet.provider.resource.InputDiff;
import io.kubevirtnet.provider.resource.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** What changes in a wiring, and what that does to the machine. */
final class WiringDiff {
  private static final Set<String> CODES =
      ChangeCatalogue.ALL.stream().map(Rule::code).collect(Collectors.toSet());
  private static final Set<String> IDENTITY = Set.of("virtualMachine", "nodeType", "namespace");
  private static final List<String> OF_MACHINE =
      List.of(
          "virtualMachine",
          "nodeType",
          "namespace",
          "interfaces",
          "networks",
          "devices",
          "networkData",
          "guestNames",
          "properties");

  private final WiringInputs old;
  private final WiringInputs now;
  private final Map<String, PropertyDiff> changes;

  WiringDiff(WiringInputs old, WiringInputs now) {
    this.old = old;
    this.now = now;
    this.changes = new TreeMap<>(InputDiff.between(old.tree(), now.tree()));
  }

  /** Something else than what is only said about the machine. */
  boolean isMachineChanged() {
    return tops().stream().anyMatch(OF_MACHINE::contains);
  }

  private Set<String> tops() {
    var tops = new LinkedHashSet<String>();
    changes.keySet().forEach(path -> tops.add(path.split("[.\\[]", 2)[0]));
    return tops;
  }

  /** Only another machine, or another node type, is another wiring. */
  DiffResponse answer() {
    var answer =
        DiffResponse.newBuilder()
            .setChanges(changes.isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
            .addAllDiffs(tops())
            .setHasDetailedDiff(true);
    changes.forEach(
        (path, change) -> {
          boolean replaces = IDENTITY.contains(path);
          answer.putDetailedDiff(
              path, replaces ? change.toBuilder().setKind(Kind.UPDATE_REPLACE).build() : change);
          if (replaces) {
            answer.addReplaces(path);
          }
        });
    return answer.build();
  }

  void say(LiveMachines.Look look, Settings settings, String name, Messages messages) {
    var config = configuration(look, now, settings);
    var facts = look.machine().map(LiveMachine::facts).orElse(MachineFacts.UNKNOWN);
    var change = MachineChange.of(old.machine(), now.machine(), facts, config);
    change.fields().stream().map(FieldChange::line).forEach(messages::info);
    change.cards().stream().map(CardChange::line).flatMap(Optional::stream).forEach(messages::info);
    if (look.machine().isEmpty() && !change.fields().isEmpty()) {
      messages.info("Whether it runs is not known, so it is taken as running: " + look.why());
    }
    var blueprint =
        Blueprints.VIRTUAL_MACHINE_WIRING.also(
            (spec, around, report) -> advise(facts, config, report));
    var judged =
        blueprint.expand(now.tree(), Surroundings.of(blueprint, name, "", new Run(), settings));
    CheckAnswer.say(
        judged.findings().stream().filter(f -> CODES.contains(f.code())).toList(), messages);
  }

  /** Nobody looks at the machines that there are, which stay as they are. */
  void sayOfNodeType(Settings settings, Messages messages) {
    var config = settings.kubeVirt().cluster(now.spec().kubevirtVersion(), new Report());
    NodeTypeChange.lines(old.spec(), now.spec(), config).forEach(messages::info);
  }

  private void advise(MachineFacts facts, ClusterConfiguration config, Report report) {
    var said = new Report();
    MachineChange.check(old.machine(), now.machine(), facts, config, said);
    said.findings().forEach(f -> report.add(WiredMachine.placed(f, now.spec())));
  }

  static ClusterConfiguration configuration(
      LiveMachines.Look look, WiringInputs inputs, Settings settings) {
    var version = inputs.spec().kubevirtVersion();
    var stack = settings.kubeVirt().cluster(version, new Report());
    boolean given = version.isGiven() || settings.kubeVirt().release().isPresent();
    return look.machine().map(m -> m.configuration(stack, given)).orElse(stack);
  }
}
