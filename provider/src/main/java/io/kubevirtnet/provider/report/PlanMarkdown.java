package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.LeftBehind;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as a comment of a merge request. Whatever its size, the verdict, the number of risks and
 * the counts are there; what had to be cut is said.
 */
public final class PlanMarkdown {
  /** What the usual forges take. */
  public static final int LIMIT = 65_536;

  /** Below this there is no room for what always stays. */
  public static final int SMALLEST = 6_000;

  private static final int VERDICT = 2_000;
  private static final int SENTENCE = 1_200;
  private static final int CELL = 600;
  private static final int LINES = 12;
  private static final int REMARK = 600;

  private final Plan plan;
  private final int limit;
  private final List<Note> notes;
  private final List<String> accepted;
  private final Set<ObjectReference> created;

  private PlanMarkdown(Plan plan, int limit, List<Note> notes, List<String> accepted) {
    this.plan = plan;
    this.limit = limit;
    this.notes = List.copyOf(notes);
    this.accepted = List.copyOf(accepted);
    this.created = CreatedPhrases.objects(plan);
  }

  public static String of(Plan plan) {
    return of(plan, LIMIT);
  }

  public static String of(Plan plan, int limit) {
    return of(plan, limit, List.of());
  }

  /**
   * The plan with what was said beside it.
   *
   * @param limit the characters that it may have, at least {@link #SMALLEST}
   * @param notes what the components of a program said
   */
  public static String of(Plan plan, int limit, List<Note> notes) {
    return of(plan, limit, notes, List.of());
  }

  /** The same for a plan that somebody accepted parts of. */
  public static String of(AcceptedPlan plan, List<Note> notes) {
    return of(plan.shown(), LIMIT, notes, AcceptanceText.lines(plan));
  }

  private static String of(Plan plan, int limit, List<Note> notes, List<String> accepted) {
    if (limit < SMALLEST) {
      throw new IllegalArgumentException("room for at least " + SMALLEST + " characters is needed");
    }
    return new PlanMarkdown(plan, limit, notes, accepted).text();
  }

  private String text() {
    var risks = new MarkdownRisks(plan.risks());
    var head =
        "## Network plan\n\n"
            + MarkdownText.of(PlanVerdict.of(plan), VERDICT)
            + "\n\n"
            + risks.counts();
    var counts = MarkdownCounts.of(plan) + asBefore();
    var above = present(List.of(risks.section(), risks.command(), findings()));
    var below = present(below());
    var sections = new ArrayList<>(above);
    sections.addAll(below);
    int room = limit - head.length() - counts.length();
    int wanted = sections.stream().mapToInt(MarkdownSection::size).sum();
    var shares =
        FairShares.of(
            sections.stream().map(MarkdownSection::size).toList(),
            wanted <= room ? room : room - REMARK);
    var text = new StringBuilder(head);
    Map<String, Integer> hidden = new LinkedHashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      if (i == above.size()) {
        text.append(counts);
      }
      var shown = sections.get(i).within(shares.get(i));
      text.append(shown.text());
      if (shown.hidden() > 0) {
        hidden.merge(sections.get(i).noun(), shown.hidden(), Integer::sum);
      }
    }
    if (below.isEmpty()) {
      text.append(counts);
    }
    return text.append(cut(hidden)).toString();
  }

  private static List<MarkdownSection> present(List<MarkdownSection> sections) {
    return sections.stream().filter(s -> !s.isEmpty()).toList();
  }

  private String cut(Map<String, Integer> hidden) {
    if (hidden.isEmpty()) {
      return "";
    }
    int all = hidden.values().stream().mapToInt(Integer::intValue).sum();
    return "Cut at "
        + Count.of(limit)
        + " characters: "
        + hidden.entrySet().stream()
            .map(e -> Count.of(e.getValue(), e.getKey()))
            .collect(Collectors.joining(", "))
        + (all == 1 ? " is" : " are")
        + " not shown; <code>kubevirtnet plan -o json</code> has all.\n";
  }

  private String asBefore() {
    long old = plan.findings().stream().filter(f -> !f.arises()).count();
    return (plan.isEmpty() || plan.unchanged() == 0
            ? ""
            : Count.of(plan.unchanged(), "object") + " as before.\n\n")
        + (old == 0 ? "" : Count.of(old, "finding") + " that the old objects had too.\n\n");
  }

  private MarkdownSection findings() {
    return new MarkdownSection(
        "finding",
        "### Found in the new objects, and not in the old ones\n\n",
        Note.unsaid(plan, notes).stream().map(f -> finding(f.finding())).toList(),
        "\n");
  }

  private static MarkdownEntry finding(Finding finding) {
    var head =
        "- **"
            + finding.severity().wire()
            + "** "
            + finding
                .resource()
                .map(r -> MarkdownText.code(CheckedObject.title(r), CELL) + ": ")
                .orElse("");
    return new MarkdownEntry(
        head + MarkdownText.of(finding.line(), SENTENCE) + "\n",
        head + MarkdownText.of(finding.code(), CELL) + "\n");
  }

  private List<MarkdownSection> below() {
    return List.of(
        objects("Deleted", Action.DELETE),
        objects("Replaced", Action.REPLACE),
        objects("Changed", Action.CHANGE),
        nodes(),
        machines(),
        MarkdownSection.folded(
            "What does not fit together",
            "connection",
            plan.joins().stream().map(PlanMarkdown::join).toList()),
        MarkdownSection.folded(
            "What stays behind",
            "leftover",
            plan.leftBehind().stream().map(PlanMarkdown::left).toList()),
        objects("Created", Action.CREATE),
        objects("Changed in words only", Action.REWORD),
        MarkdownSection.folded(
            "Accepted", "agreement", accepted.stream().map(PlanMarkdown::agreement).toList()),
        MarkdownSection.folded(
            "Said by the program", "note", notes.stream().map(PlanMarkdown::note).toList()),
        MarkdownSection.folded(
            "Not checked",
            "open point",
            plan.notChecked().stream().map(PlanMarkdown::open).toList()));
  }

  private MarkdownSection objects(String title, Action action) {
    return MarkdownSection.folded(
        title,
        "object",
        plan.resources().stream()
            .filter(r -> r.action() == action)
            .map(MarkdownChange::of)
            .toList());
  }

  private MarkdownSection nodes() {
    return MarkdownSection.folded(
        "On the nodes, in this order",
        "node group",
        "| Turn | Nodes | What happens | How fast |\n|--:|---|---|---|\n",
        plan.nodes().stream().map(PlanMarkdown::node).toList());
  }

  private static MarkdownEntry node(NodeImpact impact) {
    var lines = new ArrayList<String>();
    lines.add(
        NodeTitle.management(impact.management())
            + (impact.touches().isEmpty() ? "" : ": " + String.join("; ", impact.touches())));
    lines.addAll(impact.lines());
    var who = "| " + impact.wave() + " | " + MarkdownText.of(NodeTitle.who(impact), CELL) + " | ";
    var pace = " | " + MarkdownText.of(NodeTitle.pace(impact), CELL) + " |\n";
    return new MarkdownEntry(
        who + cell(lines) + pace, who + NodeTitle.management(impact.management()) + pace);
  }

  private MarkdownSection machines() {
    return MarkdownSection.folded(
        "Virtual machines",
        "machine",
        "| Machine | What happens | Why |\n|---|---|---|\n",
        plan.machines().stream().map(this::machine).toList());
  }

  private MarkdownEntry machine(MachineImpact impact) {
    var head =
        "| "
            + MarkdownText.of(MachineTitle.who(impact), CELL)
            + " | **"
            + MachineTitle.effect(impact, created.contains(impact.machine()))
            + "**";
    var because = " | " + MarkdownText.of(MachineTitle.because(impact), CELL) + " |\n";
    var lines = impact.lines().isEmpty() ? "" : "<br>" + cell(impact.lines());
    return new MarkdownEntry(head + lines + because, head + because);
  }

  private static String cell(List<String> lines) {
    var shown =
        lines.stream()
            .limit(LINES)
            .map(l -> MarkdownText.of(l, CELL))
            .collect(Collectors.joining("<br>"));
    return lines.size() <= LINES
        ? shown
        : shown + "<br>… and " + Count.of(lines.size() - LINES) + " more";
  }

  private static MarkdownEntry join(BrokenJoin join) {
    return MarkdownEntry.of(
        "- "
            + (join.arises() ? "" : "(as before) ")
            + MarkdownText.code(CheckedObject.title(join.from()), CELL)
            + " needs "
            + MarkdownText.of(join.to(), CELL)
            + ": "
            + MarkdownText.of(join.why(), SENTENCE)
            + (join.code().isEmpty() ? "" : " (" + MarkdownText.of(join.code()) + ")")
            + "\n");
  }

  private static MarkdownEntry left(LeftBehind left) {
    return MarkdownEntry.of(
        "- "
            + MarkdownText.code(left.what(), CELL)
            + (left.where().isEmpty() ? "" : " (" + MarkdownText.of(left.where(), CELL) + ")")
            + (left.fix().isEmpty() ? "" : ": " + MarkdownText.of(left.fix(), SENTENCE))
            + "\n");
  }

  private static MarkdownEntry open(NotChecked open) {
    return MarkdownEntry.of(
        "- "
            + MarkdownText.code(open.what(), CELL)
            + " ("
            + MarkdownText.of(open.why(), CELL)
            + ")\n");
  }

  private static MarkdownEntry agreement(String line) {
    return MarkdownEntry.of("- " + MarkdownText.of(line, SENTENCE) + "\n");
  }

  private static MarkdownEntry note(Note note) {
    var block = new MarkdownBlock("");
    note.line().lines().forEach(l -> block.line("", l));
    var title =
        MarkdownText.code(note.component().isEmpty() ? "The program" : note.component(), CELL);
    return new MarkdownEntry(
        "Said by " + title + ":\n\n" + block.text() + "\n", "Said by " + title + "\n\n");
  }
}
