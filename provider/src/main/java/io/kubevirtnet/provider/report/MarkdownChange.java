package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.ResourceChange;

/** One object of a plan in a comment: its name, a diff, and what comes of it. */
final class MarkdownChange {
  private static final int TITLE = 600;
  private static final int SENTENCE = 1_200;
  private static final int USERS = 10;
  private static final String FACTS = "  ";

  private final ResourceChange change;

  private MarkdownChange(ResourceChange change) {
    this.change = change;
  }

  static MarkdownEntry of(ResourceChange change) {
    var shown = new MarkdownChange(change);
    var block = shown.block();
    return new MarkdownEntry(
        shown.title() + "\n\n" + (block.isEmpty() ? "" : block.text() + "\n") + shown.sentences(),
        shown.title() + "\n\n");
  }

  private String title() {
    return "**"
        + ActionWord.of(change.action()).heading()
        + "** "
        + MarkdownText.code(CheckedObject.title(change.reference()), TITLE)
        + change.component().map(c -> " of " + MarkdownText.of(c, TITLE)).orElse("");
  }

  private MarkdownBlock block() {
    var block = new MarkdownBlock("diff");
    var mark = change.action() == Action.DELETE ? "- " : "+ ";
    ObjectFacts.of(change).stream()
        .flatMap(f -> f.shown("", Integer.MAX_VALUE).stream())
        .forEach(l -> block.line(mark, l));
    for (var field : change.fields()) {
      block.line("- ", field.path() + ": " + FieldValue.of(field.before()));
      block.line("+ ", field.path() + ": " + FieldValue.of(field.after()));
      if (!field.consequence().isEmpty()) {
        block.line("# " + FACTS, field.consequence());
      }
    }
    return block;
  }

  private String sentences() {
    var text = new StringBuilder();
    change
        .notes()
        .forEach(n -> text.append("- Note: ").append(MarkdownText.of(n, SENTENCE)).append('\n'));
    if (!change.users().isEmpty()) {
      var users = change.users().stream().map(CheckedObject::title).toList();
      text.append("- Used by ").append(MarkdownText.of(FirstFew.of(users, USERS), SENTENCE));
      text.append('\n');
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }
}
