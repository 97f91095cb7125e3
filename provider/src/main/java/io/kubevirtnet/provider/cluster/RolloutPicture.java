package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.provider.cluster.Enactment.Phase;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where all nodes stand at one moment.
 *
 * @param standings of the nodes that the policy means, in the order of their names
 * @param overtaken the policy was deleted, made anew, or has another generation by now
 * @param stopAt as many failed nodes stop the rollout
 */
record RolloutPicture(Map<String, Standing> standings, boolean overtaken, int stopAt) {
  private static final int NAMED = 3;

  /** What is worth a name, worst first. */
  private static final List<Phase> INTEREST =
      List.of(
          Phase.FAILED,
          Phase.RETRYING,
          Phase.APPLYING,
          Phase.PENDING,
          Phase.UNKNOWN,
          Phase.ABORTED);

  RolloutPicture {
    standings = Collections.unmodifiableMap(standings);
  }

  /**
   * How it ends.
   *
   * @param certain false when a moment more may change the outcome or complete the picture
   */
  record Verdict(Outcome outcome, boolean certain) {}

  /** Nothing as long as there is something to wait for. */
  Optional<Verdict> verdict() {
    if (overtaken) {
      return Optional.of(new Verdict(Outcome.OVERTAKEN, true));
    }
    boolean waiting = any(Standing::awaited);
    boolean failed = any(s -> s.phase() == Phase.FAILED || s.phase() == Phase.ABORTED);
    if (waiting) {
      return failed && stopped()
          ? Optional.of(new Verdict(Outcome.FAILED, false))
          : Optional.empty();
    }
    boolean complete = !any(Standing::lost);
    if (failed) {
      return Optional.of(new Verdict(Outcome.FAILED, complete));
    }
    var outcome = any(Standing::isFinal) ? Outcome.DONE : Outcome.NO_NODES;
    return Optional.of(new Verdict(outcome, complete));
  }

  RolloutResult result(Outcome outcome) {
    return new RolloutResult(
        outcome,
        names(s -> s.phase() == Phase.DONE),
        texts(s -> s.phase() == Phase.FAILED, Standing::message),
        names(s -> s.phase() == Phase.ABORTED),
        texts(Standing::awaited, Standing::fullText),
        names(Standing::leftOut));
  }

  RolloutProgress progress() {
    int done = names(s -> s.phase() == Phase.DONE).size();
    int total = names(s -> !s.leftOut()).size();
    var parts = new ArrayList<String>();
    parts.add(done + "/" + total + " nodes");
    var open =
        INTEREST.stream()
            .flatMap(phase -> entries(s -> s.phase() == phase && !s.leftOut()))
            .toList();
    open.stream().limit(NAMED).forEach(e -> parts.add(e.getKey() + " " + e.getValue().text()));
    if (open.size() > NAMED) {
      parts.add("and " + (open.size() - NAMED) + " more");
    }
    int leftOut = names(Standing::leftOut).size();
    if (leftOut > 0) {
      parts.add(leftOut + " left out (not Ready, or without a handler)");
    }
    return new RolloutProgress(done, total, String.join(", ", parts));
  }

  /** The handlers try no further node. */
  private boolean stopped() {
    return any(s -> s.phase() == Phase.ABORTED)
        || names(s -> s.phase() == Phase.FAILED).size() >= stopAt;
  }

  private boolean any(Predicate<Standing> which) {
    return standings.values().stream().anyMatch(which);
  }

  private Stream<Map.Entry<String, Standing>> entries(Predicate<Standing> which) {
    return standings.entrySet().stream().filter(e -> which.test(e.getValue()));
  }

  private List<String> names(Predicate<Standing> which) {
    return entries(which).map(Map.Entry::getKey).toList();
  }

  private Map<String, String> texts(Predicate<Standing> which, Function<Standing, String> text) {
    var texts = new LinkedHashMap<String, String>();
    entries(which).forEach(e -> texts.put(e.getKey(), text.apply(e.getValue())));
    return Collections.unmodifiableMap(texts);
  }
}
