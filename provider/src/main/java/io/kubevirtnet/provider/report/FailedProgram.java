package io.kubevirtnet.provider.report;

import io.kubevirtnet.provider.preview.LogLine;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.Preview;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that failed: how many problems there are, and each one at the component that has it.
 */
public final class FailedProgram {
  private static final Pattern FINDING = Pattern.compile("(?m)^\\s*KVN-[A-Z]\\d{3} ");

  private final Preview preview;

  private FailedProgram(Preview preview) {
    this.preview = preview;
  }

  public static String of(Preview preview) {
    return of(preview, Style.PLAIN);
  }

  public static String of(Preview preview, Style style) {
    var page = new Page(style);
    page.say(new FailedProgram(preview).verdict(), "", Colour.BOLD);
    var notes = ProgramNotes.of(preview);
    if (notes.stream().anyMatch(n -> n.component().isEmpty())) {
      page.section("The program");
      NoteText.lines(notes, "", page);
    }
    new ChangeText(page, notes).created(List.of());
    var open = ProgramNotes.notChecked(preview);
    if (!open.isEmpty()) {
      page.section("Not checked");
      open.forEach(n -> page.item(n.what() + " (" + n.why() + ")", Page.INDENT, Colour.NONE));
    }
    return page.text();
  }

  private String verdict() {
    var failed = preview.resources().stream().filter(r -> !r.errors().isEmpty()).toList();
    long problems =
        failed.stream().flatMap(r -> r.errors().stream()).mapToLong(FailedProgram::count).sum();
    if (problems == 0) {
      return preview.logs().stream().anyMatch(LogLine::isError)
          ? "The program failed; nothing would be made."
          : "The program ended with exit code " + preview.exitCode() + "; nothing would be made.";
    }
    boolean components = failed.stream().allMatch(PlannedResource::isComponent);
    return Count.of(problems, "problem")
        + " in "
        + Count.of(failed.size(), components ? "component" : "resource")
        + "; nothing would be made.";
  }

  private static long count(String message) {
    return Math.max(1, FINDING.matcher(message).results().count());
  }
}
