package io.kubevirtnet.provider.netris;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.PropertyPath;

/**
 * Why there are no facts. It holds neither a cause nor a trace, which could tell more than it
 * should.
 */
final class ControllerProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;
  private final boolean passing;

  private ControllerProblem(Finding finding, boolean passing) {
    super(finding.what(), null, false, false);
    this.finding = finding;
    this.passing = passing;
  }

  static ControllerProblem of(Rule rule, PropertyPath input, String what) {
    return of(rule, input, what, rule.fix());
  }

  static ControllerProblem of(Rule rule, PropertyPath input, String what, String fix) {
    return new ControllerProblem(Finding.of(rule, input, what, fix), false);
  }

  /** The same, which may be over in a moment. */
  ControllerProblem passing() {
    return new ControllerProblem(finding, true);
  }

  Finding finding() {
    return finding;
  }

  boolean isPassing() {
    return passing;
  }

  boolean is(Rule rule) {
    return finding.code().equals(rule.code());
  }
}
