package io.kubevirtnet.e2e.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.nmstate.Nmstatectl.Answer;
import io.kubevirtnet.e2e.nmstate.StateGenerator.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Our judgement of desired states against that of {@code nmstatectl validate}. */
class ValidateConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.nmstate.seed", 1_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.nmstate.cases", 4_000L);

  /**
   * Some verdicts depend on the order of its hash maps: with two errors in one state it says
   * sometimes the one and sometimes the other.
   */
  private static final int ATTEMPTS = 30;

  private final Nmstatectl tool = Nmstatectl.require();

  @Test
  void refusesWhatNmstateRefusesInItsWords() {
    var disagreements = new ArrayList<String>();
    var kinds = new TreeSet<String>();
    long withNode = 0;
    long refused = 0;
    for (long seed : LongStream.range(FIRST, FIRST + CASES).toArray()) {
      var state = StateGenerator.next(seed);
      var answer = validate(state);
      withNode += state.current().isPresent() ? 1 : 0;
      refused += answer.ok() ? 0 : 1;
      answer.error().map(ValidateConformanceIT::kind).ifPresent(kinds::add);
      var ours = Verdicts.messages(Verdicts.ours(state.desired(), state.current()));
      if (!agree(ours, answer) && !agreesAtTimes(ours, state)) {
        disagreements.add(seed + ": nmstate " + answer.error().orElse("takes it") + "; we " + ours);
      }
    }
    System.out.printf(
        "validate: %d states, %d of them with a node, %d refused in %d kinds of words, %d disagreements%n",
        CASES, withNode, refused, kinds.size(), disagreements.size());

    assertThat(disagreements).isEmpty();
    assertThat(withNode).isBetween(CASES / 3, 2 * CASES / 3);
    assertThat(refused).isBetween(CASES / 3, 4 * CASES / 5);
    assertThat(kinds).hasSizeGreaterThan(100);
  }

  private Answer validate(Case state) {
    return state
        .current()
        .map(current -> tool.validate(state.desired(), current))
        .orElseGet(() -> tool.validate(state.desired()));
  }

  private static boolean agree(List<String> ours, Answer answer) {
    return answer.error().map(e -> Verdicts.contains(ours, e)).orElse(ours.isEmpty());
  }

  private boolean agreesAtTimes(List<String> ours, Case state) {
    return LongStream.range(0, ATTEMPTS).anyMatch(i -> agree(ours, validate(state)));
  }

  /** An error without its names and numbers. */
  private static String kind(String error) {
    return error
        .replaceAll("[`'\"][^`'\"]*[`'\"]", "_")
        .replaceAll("\\d+", "0")
        .replaceAll(" at line.*", "");
  }
}
