package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;

/** Everything that can be wrong with one definition by itself, all of it at once. */
public final class DefinitionRules {
  private DefinitionRules() {}

  public static void check(Definition definition, Circumstances circumstances, Report report) {
    DefinitionNameRules.check(definition, report);
    if (definition.config() instanceof Unknown) {
      report.notChecked(definition.path(), "known after apply");
      return;
    }
    if (!(definition.config() instanceof Fields)) {
      report.add(FrameCatalogue.CONFIG, definition.path(), "The config is no object.");
      return;
    }
    var delegate = Delegate.read(definition, report);
    var network = new NetworkRules(delegate, circumstances, report);
    network.check();
    if (delegate.isList()) {
      new ListRules(delegate, report).check();
    }
    var before = new ArrayList<String>();
    for (var plugin : delegate.plugins()) {
      new PluginRules(definition, circumstances, delegate, network.effective(), report)
          .check(plugin, before);
      before.add(plugin.sortedInAnyCase("type").textOrEmpty());
    }
    DeviceRules.name(definition, report);
    VirtualMachineRules.check(circumstances.purpose(), delegate, report);
  }
}
