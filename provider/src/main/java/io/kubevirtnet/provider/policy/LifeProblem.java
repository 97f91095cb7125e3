package io.kubevirtnet.provider.policy;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.PropertyPath;

/** Why an operation can not go on, in a sentence with a reason and a way out. */
final class LifeProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LifeProblem(Rule rule, String what) {
    this(rule, what, rule.fix());
  }

  LifeProblem(Rule rule, String what, String fix) {
    this(Finding.of(rule, PropertyPath.ROOT, what, fix).line());
  }

  LifeProblem(String message) {
    super(message, null, false, false);
  }

  /** Never without one. */
  String text() {
    return String.valueOf(getMessage());
  }
}
