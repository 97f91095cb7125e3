package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.provider.preview.LogLine.Level;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.Preview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A plan as a person reads it: verdict, components from the hosts up, and what stays open. */
final class PlanText {
  private static final String INDENT = "  ";

  private static final List<String> FROM_THE_HOSTS_UP =
      List.of(
          "NMState",
          "BridgeNetwork",
          "NetworkAttachment",
          "VirtualMachine",
          "KubeVirtNodeType",
          "KubeVirtNodeProvider");

  /** Registrations arrive in any order; a plan must not depend on it. */
  private static final Comparator<PlannedResource> ORDER =
      Comparator.<PlannedResource>comparingInt(r -> rank(r.kind()))
          .thenComparing(PlannedResource::type)
          .thenComparing(PlannedResource::name);

  private final Preview preview;
  private final List<String> lines = new ArrayList<>();

  private PlanText(Preview preview) {
    this.preview = preview;
  }

  static String of(Preview preview) {
    var text = new PlanText(preview);
    text.lines.addAll(Paragraph.lines(Verdict.of(preview), "", ""));
    text.program();
    preview.components().stream().sorted(ORDER).forEach(text::component);
    preview.objects().stream()
        .filter(o -> preview.components().stream().noneMatch(c -> c.urn().equals(o.parent())))
        .sorted(ORDER)
        .forEach(text::lonely);
    text.notChecked();
    return String.join("\n", text.lines) + "\n";
  }

  private static int rank(String kind) {
    int rank = FROM_THE_HOSTS_UP.indexOf(kind);
    return rank < 0 ? FROM_THE_HOSTS_UP.size() : rank;
  }

  private void program() {
    var said = new ArrayList<String>();
    for (var line : preview.logs()) {
      if (line.level() != Level.DEBUG && !FindingText.isEnd(line.message())) {
        said.addAll(message(line.level(), line.message(), INDENT));
      }
    }
    if (!said.isEmpty()) {
      lines.add("");
      lines.add("The program");
      lines.addAll(said);
    }
  }

  private void component(PlannedResource component) {
    var objects =
        preview.childrenOf(component).stream()
            .filter(PlannedResource::isObject)
            .sorted(ORDER)
            .toList();
    if (objects.isEmpty() && isOnlyAFrame(component)) {
      return;
    }
    lines.add("");
    lines.add(component.kind() + " " + component.name());
    findings(component, INDENT);
    objects.forEach(o -> object(o, INDENT));
    if (objects.isEmpty() && component.errors().isEmpty()) {
      lines.add(INDENT + withoutObjects(component));
    }
  }

  /** A component of the program's own that only holds others. */
  private boolean isOnlyAFrame(PlannedResource component) {
    return component.logs().isEmpty()
        && preview.childrenOf(component).stream().anyMatch(PlannedResource::isComponent);
  }

  private String withoutObjects(PlannedResource component) {
    if (preview.failed() && component.outputs().isEmpty()) {
      return "not expanded: it waits for a component that has problems";
    }
    return component.kind().equals("KubeVirtNodeType")
        ? "no object of its own: it goes into a node provider"
        : "no object of its own";
  }

  private void lonely(PlannedResource object) {
    lines.add("");
    object(object, "");
  }

  private void object(PlannedResource object, String indent) {
    lines.add(indent + ObjectFacts.title(object));
    findings(object, indent + INDENT);
    ObjectFacts.of(object).forEach(f -> lines.addAll(f.shown(indent + INDENT)));
  }

  private void findings(PlannedResource resource, String indent) {
    for (var level : List.of(Level.ERROR, Level.WARNING, Level.INFO)) {
      resource.messages(level).stream()
          .sorted()
          .forEach(m -> lines.addAll(message(level, m, indent)));
    }
  }

  /** A message of several lines keeps them; a long one goes on further in. */
  private static List<String> message(Level level, String message, String indent) {
    var word =
        switch (level) {
          case ERROR -> "error: ";
          case WARNING -> "warning: ";
          case INFO -> "info: ";
          case DEBUG -> "";
        };
    return (word + message.strip())
        .lines()
        .flatMap(l -> shown(l, indent + margin(l)).stream())
        .toList();
  }

  /** The lines of a stack trace stay as they are. */
  private static List<String> shown(String line, String margin) {
    return margin.contains("\t")
        ? List.of(margin + line.stripLeading())
        : Paragraph.lines(line.stripLeading(), margin, margin + INDENT);
  }

  private static String margin(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private void notChecked() {
    lines.add("");
    lines.add("Not checked:");
    preview.components().stream()
        .sorted(ORDER)
        .forEach(
            c ->
                c.messages(Level.DEBUG).stream()
                    .filter(m -> m.startsWith(FindingText.NOT_CHECKED))
                    .map(m -> m.substring(FindingText.NOT_CHECKED.length()))
                    .sorted()
                    .forEach(m -> lines.add(INDENT + c.kind() + " " + c.name() + ": " + m)));
    preview.unanswered().stream().sorted().forEach(u -> lines.add(INDENT + u));
    lines.add(INDENT + "nodes (no cluster reachable)");
  }
}
