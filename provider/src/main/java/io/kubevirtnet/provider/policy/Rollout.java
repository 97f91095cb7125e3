package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.cluster.RolloutResult;
import java.time.Duration;
import java.util.List;

/** Waits until the nodes have a policy, tells how far they are, and says what went wrong. */
final class Rollout {
  private final Scene scene;
  private String last = "";

  Rollout(Scene scene) {
    this.scene = scene;
  }

  RolloutResult await(Policy policy, Duration limit) {
    return scene
        .cluster()
        .await(
            policy,
            policy.generation(),
            limit,
            progress -> {
              if (!progress.line().equals(last)) {
                last = progress.line();
                scene.messages().status(policy.name() + ": " + progress.line());
              }
            });
  }

  /** A result that is none is a problem; nodes that could not be awaited are not. */
  static void require(RolloutResult result, String policy) {
    switch (result.outcome()) {
      case DONE, NO_NODES -> {}
      case FAILED -> throw new LifeProblem(LifeCatalogue.ROLLOUT_FAILED, failed(result, policy));
      case TIMED_OUT ->
          throw new LifeProblem(
              LifeCatalogue.NOT_IN_TIME,
              policy + " is not done on " + Names.with(result.waiting()) + ".");
      case OVERTAKEN ->
          throw new LifeProblem(
              LifeCatalogue.OVERTAKEN, policy + " was changed or deleted during its rollout.");
    }
  }

  private static String failed(RolloutResult result, String policy) {
    var text = policy + " failed on " + Names.with(result.failed());
    return stop(text)
        + (result.aborted().isEmpty() ? "" : " Not tried: " + Names.some(result.aborted()) + ".");
  }

  private static String stop(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  static List<String> done(RolloutResult result) {
    return result.done().stream().sorted().toList();
  }
}
