package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedFinding;
import io.kubevirtnet.provider.plan.Risk;
import java.util.List;
import java.util.Set;

/**
 * A plan as a person reads it in a terminal: the verdict first, and what can hurt before the rest.
 */
public final class PlanText {
  private static final int MOST = 50;
  private static final int LINES = 20;
  private static final String INDENT = Page.INDENT;

  private final Plan plan;
  private final List<Note> notes;
  private final Page page;
  private final Set<ObjectReference> created;
  private String lastTitle = "";

  private PlanText(Plan plan, Style style, List<Note> notes) {
    this.plan = plan;
    this.notes = List.copyOf(notes);
    this.page = new Page(style);
    this.created = CreatedPhrases.objects(plan);
  }

  public static String of(Plan plan, Style style) {
    return of(plan, style, List.of());
  }

  /**
   * The plan with what was said beside it.
   *
   * @param notes what the components of a program said
   */
  public static String of(Plan plan, Style style, List<Note> notes) {
    var text = new PlanText(plan, style, notes);
    text.page.say(PlanVerdict.of(plan), "", Colour.BOLD);
    text.risks();
    text.program();
    text.findings();
    text.objects();
    text.nodes();
    text.machines();
    text.joins();
    text.leftBehind();
    text.notChecked();
    text.asBefore();
    return text.page.text();
  }

  private void risks() {
    if (!plan.risks().isEmpty()) {
      page.section("Risks, by the name that acknowledges them");
      page.some(plan.risks(), MOST, INDENT, this::risk);
    }
  }

  private void risk(Risk risk) {
    page.item("! " + risk.name(), INDENT, Colour.RED);
    page.say(risk.what(), INDENT + INDENT + INDENT);
  }

  private void program() {
    if (notes.stream().anyMatch(n -> n.component().isEmpty())) {
      page.section("The program");
      NoteText.lines(notes, "", page);
    }
  }

  private void findings() {
    var arising = Note.unsaid(plan, notes);
    if (!arising.isEmpty()) {
      page.section("Found in the new objects, and not in the old ones");
      page.some(arising, MOST, INDENT, this::finding);
    }
  }

  private void finding(PlannedFinding planned) {
    var finding = planned.finding();
    var colour =
        switch (finding.severity()) {
          case ERROR -> Colour.RED;
          case WARNING -> Colour.YELLOW;
          case INFO -> Colour.NONE;
        };
    var title = finding.resource().map(CheckedObject::title).orElse("");
    if (!title.equals(lastTitle)) {
      page.item(title, INDENT, Colour.NONE);
      lastTitle = title;
    }
    page.item(finding.severity().wire() + ": " + finding.line(), INDENT + INDENT, colour);
  }

  private void objects() {
    var changes = new ChangeText(page, notes);
    for (var action : Action.values()) {
      var meant = plan.resources().stream().filter(r -> r.action() == action).toList();
      if (action == Action.CREATE) {
        changes.created(meant);
      } else {
        changes.section(action, meant);
      }
    }
  }

  private void nodes() {
    if (!plan.nodes().isEmpty()) {
      page.section("On the nodes, in this order");
      page.some(plan.nodes(), MOST, INDENT, this::node);
    }
  }

  private void node(NodeImpact impact) {
    var pace = NodeTitle.pace(impact);
    var by = NodeTitle.by(impact);
    page.item(
        "Turn "
            + impact.wave()
            + ": "
            + NodeTitle.who(impact)
            + (by.isEmpty() ? "" : ", " + by)
            + (pace.isEmpty() ? "" : " (" + pace + ")"),
        INDENT,
        Colour.NONE);
    var inner = INDENT + INDENT + INDENT;
    if (impact.management() != ManagementVerdict.Kind.UNTOUCHED) {
      var touches = String.join("; ", impact.touches());
      page.item(
          "! "
              + NodeTitle.management(impact.management())
              + (touches.isEmpty() ? "" : ": " + touches),
          inner,
          impact.management() == ManagementVerdict.Kind.AT_RISK ? Colour.RED : Colour.YELLOW);
    }
    page.some(impact.lines(), LINES, inner, l -> page.item(l, inner, Colour.NONE));
  }

  private void machines() {
    if (!plan.machines().isEmpty()) {
      page.section("Virtual machines");
      page.some(plan.machines(), MOST, INDENT, this::machine);
    }
  }

  private void machine(MachineImpact impact) {
    var because = MachineTitle.because(impact);
    var colour =
        switch (impact.effect()) {
          case DELETED, CUT_OFF, RECREATE, RESTART, NEVER_LANDS -> Colour.RED;
          case MIGRATION, HOTPLUG -> Colour.YELLOW;
          case NOTHING, LIVE -> Colour.NONE;
        };
    page.item(
        MachineTitle.who(impact)
            + " "
            + MachineTitle.effect(impact, created.contains(impact.machine()))
            + (because.isEmpty() ? "" : ", " + because),
        INDENT,
        colour);
    var inner = INDENT + INDENT + INDENT;
    page.some(impact.lines(), LINES, inner, l -> page.block(l, inner, Colour.NONE));
  }

  private void joins() {
    joins(
        "What does not fit together any more",
        plan.joins().stream().filter(BrokenJoin::arises).toList());
    joins(
        "What did not fit together before, and still does not",
        plan.joins().stream().filter(j -> !j.arises()).toList());
  }

  private void joins(String head, List<BrokenJoin> joins) {
    if (!joins.isEmpty()) {
      page.section(head);
      page.some(
          joins,
          MOST,
          INDENT,
          j ->
              page.item(
                  CheckedObject.title(j.from())
                      + " needs "
                      + j.to()
                      + ": "
                      + j.why()
                      + (j.code().isEmpty() ? "" : " (" + j.code() + ")"),
                  INDENT,
                  j.arises() ? Colour.RED : Colour.NONE));
    }
  }

  private void leftBehind() {
    if (!plan.leftBehind().isEmpty()) {
      page.section("What stays behind");
      page.some(
          plan.leftBehind(),
          MOST,
          INDENT,
          l -> {
            page.item(
                l.what() + (l.where().isEmpty() ? "" : " (" + l.where() + ")"),
                INDENT,
                Colour.NONE);
            if (!l.fix().isEmpty()) {
              page.say(l.fix(), INDENT + INDENT + INDENT);
            }
          });
    }
  }

  private void notChecked() {
    if (!plan.notChecked().isEmpty()) {
      page.section("Not checked");
      page.some(
          plan.notChecked(),
          MOST,
          INDENT,
          n -> page.item(n.what() + " (" + n.why() + ")", INDENT, Colour.NONE));
    }
  }

  /** What nobody needs to read, by its number. */
  private void asBefore() {
    long old = plan.findings().stream().filter(f -> !f.arises()).count();
    long errors =
        plan.findings().stream()
            .filter(f -> !f.arises() && f.finding().severity() == Severity.ERROR)
            .count();
    if (!plan.isEmpty() && plan.unchanged() > 0) {
      page.section(Count.of(plan.unchanged(), "object") + " as before.");
    }
    if (old > 0) {
      page.section(
          Count.of(old, "finding")
              + " that the old objects had too"
              + (errors == 0 ? "." : ", " + Count.of(errors, "error") + " among them."));
    }
  }
}
