package io.kubevirtnet.sdk;

import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.exceptions.RunException;
import io.kubevirtnet.finding.FindingText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Fails a program once, after all of its components had their say. Each failing component logs on
 * itself; a stack trace for a bad input helps nobody.
 */
final class Failures {
  /** For components that wait for what never comes, because it was made from a failed one. */
  private static final long PATIENCE_MILLIS = 1_500;

  private final List<CompletableFuture<?>> judged = new ArrayList<>();
  private int failed;

  /** Waits for a component's judgement before the program fails. */
  synchronized void track(CompletableFuture<?> judgement) {
    judged.add(judgement);
  }

  /** Counts a failed component; the first one arranges the end of the program. */
  synchronized void add(DeploymentInternal deployment) {
    failed++;
    if (failed > 1) {
      return;
    }
    CompletableFuture<Object> end =
        Internal.of(deployment.getStack().outputs())
            .getDataAsync()
            .handle((outputs, problem) -> true)
            .completeOnTimeout(true, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            .thenCompose(x -> allJudged())
            .thenApply(
                x -> {
                  throw new RunException(message());
                });
    deployment.getRunner().registerTask("judgement of components", end);
  }

  private synchronized CompletableFuture<Boolean> allJudged() {
    return CompletableFuture.allOf(judged.toArray(new CompletableFuture<?>[0]))
        .handle((x, problem) -> true)
        .completeOnTimeout(true, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized String message() {
    return FindingText.end(failed);
  }
}
