package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.spec.SuppressionSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One type of component: how its inputs are read, judged and expanded.
 *
 * @param <S> its generated Spec
 */
public record Blueprint<S>(
    String type,
    Function<SpecReader, S> read,
    Function<S, Value<List<Value<SuppressionSpec>>>> suppress,
    Rules<S> rules,
    BiFunction<S, String, List<Child>> children,
    BiFunction<S, String, Fields> outputs,
    Optional<Question<S>> question) {

  /** One that asks nothing. */
  public Blueprint(
      String type,
      Function<SpecReader, S> read,
      Function<S, Value<List<Value<SuppressionSpec>>>> suppress,
      Rules<S> rules,
      BiFunction<S, String, List<Child>> children,
      BiFunction<S, String, Fields> outputs) {
    this(type, read, suppress, rules, children, outputs, Optional.empty());
  }

  /** The rules of one type, its own and those across components. */
  @FunctionalInterface
  public interface Rules<S> {
    void check(S spec, Surroundings around, Report report);
  }

  /** The same with more rules, which come after its own. */
  public Blueprint<S> also(Rules<S> more) {
    return new Blueprint<>(
        type,
        read,
        suppress,
        (spec, around, report) -> {
          rules.check(spec, around, report);
          more.check(spec, around, report);
        },
        children,
        outputs,
        question);
  }

  /** The same, which asks the plugin before it is judged. */
  Blueprint<S> asking(Question<S> more) {
    return new Blueprint<>(type, read, suppress, rules, children, outputs, Optional.of(more));
  }

  /** What has to be asked before the inputs can be judged. */
  public Optional<Call> call(Fields inputs) {
    return question.flatMap(q -> q.call(read(inputs)));
  }

  /**
   * What stands for the answer when the plugin could not be asked.
   *
   * @param said by whoever tried; the name of a gRPC status before it helps nobody
   */
  public Tree unanswered(Call call, String said) {
    var reason = call.safe(said).replaceFirst("^[A-Z_]+: ", "");
    var what = "The plugin could not be asked: " + reason;
    return question
        .map(q -> q.failed(what.endsWith(".") ? what : what + "."))
        .orElseGet(() -> new Unknown(Marks.NONE));
  }

  /** The inputs with what nobody may see marked as secret, whatever their author did. */
  public Fields guarded(Fields inputs) {
    return question.map(q -> q.guarded(inputs)).orElse(inputs);
  }

  /** The same for those who print the values of inputs beside a finding. */
  public Fields concealed(Fields inputs) {
    return question.map(q -> q.concealed(inputs)).orElse(inputs);
  }

  /** The same for one that asks nothing, or that nobody answered. */
  public Expansion expand(Fields inputs, Surroundings around) {
    return expand(inputs, new Unknown(Marks.NONE), around);
  }

  /**
   * The one path from inputs to children, in a preview and in an update, in both modes.
   *
   * @param answer to its call; unknown when there is none yet
   */
  public Expansion expand(Fields inputs, Tree answer, Surroundings around) {
    var report = new Report();
    if (around.run().reportsSettings()) {
      around.settings().findings().forEach(report::add);
      around.settings().notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
    }
    S spec = answered(read(inputs, report), answer);
    rules.check(spec, around, report);
    var findings = judged(spec, Judgement.of(report, suppress.apply(spec), around.settings()));
    boolean failed = findings.stream().anyMatch(Finding::isError);
    return new Expansion(
        findings,
        report.notChecked(),
        failed ? List.of() : children.apply(spec, around.name()),
        failed ? Fields.EMPTY : outputs.apply(spec, around.name()));
  }

  private List<Finding> judged(S spec, List<Finding> findings) {
    var missing =
        findings.stream().anyMatch(Finding::isError)
            ? Optional.<Finding>empty()
            : question.flatMap(q -> q.missing(spec));
    return Stream.concat(findings.stream(), missing.stream()).toList();
  }

  /**
   * The same where the children were announced before the inputs had settled.
   *
   * @param plainInputs what they were announced from
   */
  public Expansion expand(Fields inputs, Tree answer, Fields plainInputs, Surroundings around) {
    var expansion = expand(inputs, answer, around);
    return expansion.failed()
        ? expansion
        : new Announcement(this, plainInputs, around.name()).kept(inputs, expansion);
  }

  /** Which children there will be, told from the plain inputs alone. */
  public List<Child> outline(Fields plainInputs, String name) {
    return children.apply(read(plainInputs), name);
  }

  /** What can be told of the outputs from the plain inputs alone. */
  public Fields outlineOutputs(Fields plainInputs, String name) {
    return outputs.apply(read(plainInputs), name);
  }

  private S read(Fields inputs) {
    return read(inputs, new Report());
  }

  private S read(Fields inputs, Report report) {
    return SpecReader.read(guarded(inputs), PropertyPath.ROOT, report, read);
  }

  private S answered(S spec, Tree answer) {
    return question.map(q -> q.answered(spec, answer)).orElse(spec);
  }
}
