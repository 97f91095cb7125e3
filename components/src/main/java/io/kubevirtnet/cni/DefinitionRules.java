package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;

/** Everything that can be wrong with one definition by itself, all of it at once. */
public final class DefinitionRules {
  private DefinitionRules() {}

  public static void check(Definition definition, Purpose purpose, Report report) {
    if (definition.config().hasUnknown()) {
      report.notChecked(definition.path(), purpose + " known after apply");
    }
  }
}
