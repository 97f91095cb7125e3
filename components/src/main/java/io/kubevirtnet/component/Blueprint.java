package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.spec.SuppressionSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

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
    BiFunction<S, String, Fields> outputs) {

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
        outputs);
  }

  /** The one path from inputs to children, in a preview and in an update, in both modes. */
  public Expansion expand(Fields inputs, Surroundings around) {
    var report = new Report();
    if (around.run().reportsSettings()) {
      around.settings().findings().forEach(report::add);
      around.settings().notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
    }
    S spec = SpecReader.read(inputs, PropertyPath.ROOT, report, read);
    rules.check(spec, around, report);
    var findings = Judgement.of(report, suppress.apply(spec), around.settings());
    boolean failed = findings.stream().anyMatch(f -> f.isError());
    return new Expansion(
        findings,
        report.notChecked(),
        failed ? List.of() : children.apply(spec, around.name()),
        failed ? Fields.EMPTY : outputs.apply(spec, around.name()));
  }

  /**
   * The same where the children were announced before the inputs had settled.
   *
   * @param plainInputs what they were announced from
   */
  public Expansion expand(Fields inputs, Fields plainInputs, Surroundings around) {
    var expansion = expand(inputs, around);
    return expansion.failed()
        ? expansion
        : new Announcement(this, plainInputs, around.name()).kept(inputs, expansion);
  }

  /** Which children there will be, told from the plain inputs alone. */
  public List<Child> outline(Fields plainInputs, String name) {
    return children.apply(
        SpecReader.read(plainInputs, PropertyPath.ROOT, new Report(), read), name);
  }

  /** What can be told of the outputs from the plain inputs alone. */
  public Fields outlineOutputs(Fields plainInputs, String name) {
    return outputs.apply(SpecReader.read(plainInputs, PropertyPath.ROOT, new Report(), read), name);
  }
}
