package io.kubevirtnet.nmstate;

/** A capture or a template that nmstate refuses, in its words. */
final class PolicyProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String words;

  PolicyProblem(String kind, String words) {
    super(words);
    this.kind = kind;
    this.words = words;
  }

  PolicyProblem(String words) {
    this("PolicyError", words);
  }

  String kind() {
    return kind;
  }

  String words() {
    return words;
  }
}
