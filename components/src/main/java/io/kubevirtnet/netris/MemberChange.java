package io.kubevirtnet.netris;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.spec.NetrisServerSpec;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it does to machines that servers come to a server cluster, leave it, or change their role.
 */
final class MemberChange {
  private final MadeNetwork after;
  private final RunningMachines machines;
  private final Map<String, Boolean> old;
  private final Map<String, Boolean> now;
  private final List<Finding> findings = new ArrayList<>();

  private MemberChange(
      MadeNetwork after,
      RunningMachines machines,
      Map<String, Boolean> old,
      Map<String, Boolean> now) {
    this.after = after;
    this.machines = machines;
    this.old = old;
    this.now = now;
  }

  /** Nothing where members are not known on both sides. */
  static List<Finding> between(MadeNetwork before, MadeNetwork after, RunningMachines machines) {
    var old = before.facts().servers();
    var now = after.facts().servers();
    if (old.known().isEmpty() || now.known().isEmpty()) {
      return List.of();
    }
    var change = new MemberChange(after, machines, members(old), members(now));
    change.left();
    change.changed();
    change.joined();
    return change.findings;
  }

  /** By name, whether they are shared; what is not known yet is left out. */
  private static Map<String, Boolean> members(Value<List<Value<NetrisServerSpec>>> servers) {
    var members = new TreeMap<String, Boolean>();
    for (var server : servers.known().orElse(List.of())) {
      server
          .flatMap(NetrisServerSpec::name)
          .ifBothKnown(server.flatMap(NetrisServerSpec::shared), members::put);
    }
    return members;
  }

  private void left() {
    for (var name : old.keySet()) {
      if (!now.containsKey(name)) {
        add(
            FactsChangeCatalogue.MEMBER_LEFT,
            name + " is no member any more. " + machines.on(name, List.copyOf(old.keySet())));
      }
    }
  }

  private void changed() {
    for (var entry : now.entrySet()) {
      var was = old.get(entry.getKey());
      if (was != null && !was.equals(entry.getValue())) {
        changed(entry.getKey(), entry.getValue());
      }
    }
  }

  private void changed(String name, boolean shared) {
    if (!after.is(HostModel.Trunk)) {
      add(
          FactsChangeCatalogue.HARMLESS,
          name
              + " is "
              + (shared ? "shared" : "dedicated")
              + " now; its agent makes the same bridge.");
    } else if (shared) {
      add(
          FactsChangeCatalogue.HARMLESS,
          name + " is shared now: its ports carry the V-Net with the tag, as its bridge needs it.");
    } else {
      add(
          FactsChangeCatalogue.DEDICATED,
          name
              + " is dedicated now: its ports carry the V-Net without the tag. "
              + machines.on(name, List.copyOf(old.keySet())));
    }
  }

  private void joined() {
    for (var name : now.keySet()) {
      if (!old.containsKey(name)) {
        add(FactsChangeCatalogue.HARMLESS, name + " is a member now.");
      }
    }
  }

  private void add(Rule rule, String what) {
    findings.add(Finding.of(rule, after.fact("servers"), what, rule.fix()));
  }
}
