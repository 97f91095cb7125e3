package io.kubevirtnet.provider.cli;

import io.kubevirtnet.component.Catalogue;
import io.kubevirtnet.finding.Rule;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a code means. */
@Command(
    name = "explain",
    description =
        "Explains a code: what is wrong, why, how to mend it, who says so, an example of it, and"
            + " whether it can be lowered. Without a code: lists all.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class ExplainCommand implements Callable<Integer> {
  /** How it is written. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "Such as KVN-A007; a007 will do.")
  private @Nullable String code;

  @Option(
      names = "--grep",
      paramLabel = "WORD",
      description = "Lists only codes that say this word somewhere, in any case.")
  private @Nullable String word;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json or markdown. Default: text.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    if (code != null && word != null) {
      throw new ParameterException(spec.commandLine(), "Give a code or --grep, not both.");
    }
    spec.commandLine().getOut().print(code == null ? list() : one(code));
    return Main.OK;
  }

  private String one(String typed) {
    var asked = new RuleCode(typed);
    var rule =
        asked.rule().orElseThrow(() -> new ParameterException(spec.commandLine(), asked.unknown()));
    return switch (format) {
      case TEXT -> RuleText.of(rule);
      case JSON -> RuleJson.of(rule);
      case MARKDOWN -> RuleText.markdown(rule);
    };
  }

  private String list() {
    var rules = word == null ? Catalogue.ALL : saying(word);
    if (rules.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "No code says " + word + ".");
    }
    return switch (format) {
      case TEXT -> RuleText.list(rules);
      case JSON -> RuleJson.list(rules);
      case MARKDOWN -> RuleText.markdown(rules);
    };
  }

  private static List<Rule> saying(String word) {
    var small = word.toLowerCase(Locale.ROOT);
    return Catalogue.ALL.stream()
        .filter(
            r ->
                Stream.of(r.title(), r.why(), r.fix(), r.source(), r.example())
                    .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(small)))
        .toList();
  }
}
