package io.kubevirtnet.provider.cli;

import io.kubevirtnet.attachment.DefinitionChange;
import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.manifest.ManifestPlan;
import io.kubevirtnet.provider.manifest.PlannedDefinition;
import io.kubevirtnet.provider.manifest.PlannedDefinition.Fate;
import java.util.ArrayList;
import java.util.List;

/** What two sets of objects differ in, as a person reads it: the verdict first. */
final class ManifestPlanText {
  private static final String INDENT = "  ";

  private final ManifestPlan plan;
  private final List<String> lines = new ArrayList<>();

  private ManifestPlanText(ManifestPlan plan) {
    this.plan = plan;
  }

  static String of(ManifestPlan plan) {
    var text = new ManifestPlanText(plan);
    text.lines.addAll(Paragraph.lines(text.verdict(), "", ""));
    plan.definitions().forEach(text::definition);
    text.arising();
    text.notCompared();
    return String.join("\n", text.lines) + "\n";
  }

  private String verdict() {
    var parts = new ArrayList<String>();
    for (var fate : Fate.values()) {
      long number = plan.definitions().stream().filter(d -> d.fate() == fate).count();
      if (number > 0) {
        parts.add(Count.of(number, "definition") + " " + verb(fate, number == 1));
      }
    }
    var unchanged =
        plan.unchanged() == 0
            ? ""
            : " (" + Count.of(plan.unchanged(), "definition") + " as before)";
    return (parts.isEmpty() ? "No network definition changes" : String.join(", ", parts))
        + unchanged
        + "."
        + problems();
  }

  private static String verb(Fate fate, boolean one) {
    return switch (fate) {
      case DELETED -> one ? "goes" : "go";
      case CHANGED -> one ? "changes" : "change";
      case REWORDED -> one ? "changes in words only" : "change in words only";
      case CREATED -> one ? "is new" : "are new";
    };
  }

  private String problems() {
    long errors =
        plan.arising().stream()
            .flatMap(o -> o.findings().stream())
            .filter(Finding::isError)
            .count();
    return errors == 0 ? "" : " " + Count.of(errors, "problem") + ".";
  }

  private void definition(PlannedDefinition definition) {
    lines.add("");
    lines.add(definition.title() + " " + verb(definition.fate(), true));
    switch (definition.fate()) {
      case DELETED -> deleted(definition);
      case CHANGED -> changed(definition);
      case REWORDED -> definition.changes().forEach(this::change);
      case CREATED -> users(definition, "");
    }
  }

  private void deleted(PlannedDefinition definition) {
    definition
        .twin()
        .forEach(
            twin ->
                say(
                    twin
                        + " says the same: under another name it is another object, and whoever"
                        + " names the old one does not find it.",
                    INDENT));
    users(definition, "");
    say(
        "Machines that run keep their interface. When they stop, the plugin cleans up without the"
            + " config, so addresses and interfaces may stay on the nodes.",
        INDENT);
  }

  private void changed(PlannedDefinition definition) {
    definition.changes().forEach(this::change);
    if (definition.changes().isEmpty()) {
      say(
          "One of the two configs can not be read, so they are not compared field by field.",
          INDENT);
    }
    boolean atOnce = definition.changes().stream().anyMatch(c -> c.reach() == Reach.AT_ONCE);
    users(
        definition, atOnce ? "" : ": they keep the old network until they start again or migrate");
  }

  private void change(DefinitionChange change) {
    lines.add(INDENT + change);
    say(change.consequence(), INDENT + INDENT);
  }

  private void users(PlannedDefinition definition, String then) {
    if (!definition.users().isEmpty()) {
      say("Used by " + String.join(", ", definition.users()) + then + ".", INDENT);
    }
  }

  private void arising() {
    if (plan.arising().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Found in the new objects, and not in the old ones:");
    for (var object : plan.arising()) {
      lines.add(INDENT + object.title());
      for (var finding : object.findings()) {
        lines.addAll(
            Paragraph.lines(
                finding.severity().wire() + ": " + finding.line(),
                INDENT + INDENT,
                INDENT + INDENT + INDENT));
      }
    }
  }

  private void notCompared() {
    if (!plan.notCompared().isEmpty()) {
      lines.add("");
      var kinds =
          plan.notCompared().entrySet().stream()
              .map(e -> e.getKey() + " (" + e.getValue() + ")")
              .toList();
      say("Not compared yet: " + String.join(", ", kinds) + ".", "");
    }
  }

  private void say(String sentence, String indent) {
    lines.addAll(Paragraph.lines(sentence, indent, indent));
  }
}
