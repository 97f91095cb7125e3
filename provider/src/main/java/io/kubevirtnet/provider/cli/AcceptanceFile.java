package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.plan.Acknowledgement;
import io.kubevirtnet.provider.plan.Risk;
import io.kubevirtnet.provider.plan.Suppression;
import io.kubevirtnet.provider.plan.Wildcard;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody accepts, written down: the lists {@code suppress} and {@code acknowledge}. */
final class AcceptanceFile {
  private static final String ANYTHING = "*";
  private static final String SUPPRESS = "suppress";
  private static final String ACKNOWLEDGE = "acknowledge";

  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Acknowledgement> acknowledgements = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private AcceptanceFile() {}

  /**
   * Reads all of it, whatever is wrong on the way.
   *
   * @param source name of the file, for messages
   */
  static AcceptanceFile read(String source, String text) {
    var file = new AcceptanceFile();
    YamlEntry.read(source, text, file.problems)
        .ifPresent(
            root -> {
              root.refuseOthers(Set.of(SUPPRESS, ACKNOWLEDGE));
              root.entries(SUPPRESS).forEach(file::suppression);
              root.entries(ACKNOWLEDGE).forEach(file::acknowledgement);
            });
    return file;
  }

  List<Suppression> suppressions() {
    return suppressions;
  }

  List<Acknowledgement> acknowledgements() {
    return acknowledgements;
  }

  /** Each with its line; where there is one, the lists are not to be used. */
  List<String> problems() {
    return problems;
  }

  private void suppression(YamlEntry entry) {
    entry.refuseOthers(Set.of("code", "object", "path", "reason", "expires"));
    var code = entry.required("code").flatMap(c -> code(entry, c));
    var object = entry.required("object").flatMap(o -> object(entry, o));
    var path = entry.optional("path").orElse(ANYTHING);
    var reason = entry.required("reason");
    var expires = entry.optional("expires").flatMap(day -> day(entry, day));
    if (code.isPresent() && object.isPresent() && reason.isPresent()) {
      suppressions.add(
          new Suppression(
              code.get(),
              object.get().kind(),
              object.get().name(),
              new Wildcard(path),
              reason.get(),
              expires,
              entry.place()));
    }
  }

  private static Optional<String> code(YamlEntry entry, String typed) {
    var rule = new RuleCode(typed).rule();
    if (rule.isEmpty()) {
      entry.problem("code", new RuleCode(typed).unknown());
    } else if (rule.get().fixed()) {
      entry.problem("code", cannotBe(rule.get().code(), "suppressed"));
    }
    return rule.filter(r -> !r.fixed()).map(r -> r.code());
  }

  static String cannotBe(String code, String what) {
    return code
        + " can not be "
        + what
        + ": the cluster would refuse it, or there is nothing that could be made of it."
        + " Mend the cause.";
  }

  private record ObjectPattern(Wildcard kind, Wildcard name) {}

  private static Optional<ObjectPattern> object(YamlEntry entry, String text) {
    var words = text.strip().split("\\s+");
    if (words.length == 1 && words[0].equals(ANYTHING)) {
      return Optional.of(new ObjectPattern(new Wildcard(ANYTHING), new Wildcard(ANYTHING)));
    }
    if (words.length != 2) {
      entry.problem(
          "object",
          "\"%s\" is no object. Write its kind and its name: VirtualMachine vms/web, with * for any."
              .formatted(text));
      return Optional.empty();
    }
    return Optional.of(new ObjectPattern(new Wildcard(words[0]), new Wildcard(words[1])));
  }

  private static Optional<LocalDate> day(YamlEntry entry, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      entry.problem("expires", "\"%s\" is no day. Write it as 2026-12-31.".formatted(text));
      return Optional.empty();
    }
  }

  private void acknowledgement(YamlEntry entry) {
    entry.refuseOthers(Set.of("risk", "reason"));
    var reason = entry.required("reason");
    entry
        .required("risk")
        .ifPresent(
            risk -> {
              var made = new Acknowledgement(risk, reason.orElse(""), entry.place());
              if (made.isPossible()) {
                acknowledgements.add(made);
              } else {
                entry.problem("risk", noSuchRisk(risk));
              }
            });
  }

  static String noSuchRisk(String risk) {
    return "\"%s\" is no risk. A plan names each: a kind, a slash and the object. The kinds are %s."
        .formatted(
            risk,
            Arrays.stream(Risk.Kind.values())
                .map(Risk.Kind::wire)
                .collect(Collectors.joining(", ")));
  }
}
