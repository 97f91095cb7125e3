package io.kubevirtnet.sdk;

import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.Resource;
import io.kubevirtnet.finding.FindingText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Fails a program once, after all of its components had their say. Each says it on itself; a stack
 * trace for a bad input helps nobody.
 */
final class Failures {
  private final Pace pace = new Pace(System::nanoTime);
  private final List<CompletableFuture<?>> awaited = new ArrayList<>();
  private final Map<ComponentResource, Consumer<Optional<Resource>>> unsaid = new LinkedHashMap<>();
  private int failed;

  /** Waits for this before the program fails. */
  synchronized void track(CompletableFuture<?> it) {
    pace.moved();
    awaited.add(it.whenComplete((x, problem) -> pace.moved()));
  }

  /** Waits for this, however long it takes, before the program fails: somebody else answers it. */
  <T> CompletableFuture<T> outstanding(CompletableFuture<T> it) {
    pace.began();
    return it.whenComplete((x, problem) -> pace.ended());
  }

  /**
   * Prints on a component as soon as it has a URN. The SDK prints in order and would wait for the
   * URN itself, for ever where the component depends on a failed one; what is unsaid at the end of
   * a failing program is printed without a place.
   */
  synchronized void say(
      ComponentResource component,
      Consumer<Optional<Resource>> print,
      DeploymentInternal deployment) {
    unsaid.put(component, print);
    var said =
        Internal.of(component.urn())
            .getDataAsync()
            .thenAccept(urn -> sayOnce(component, Optional.of(component)));
    deployment.getRunner().registerTask("findings of " + component.pulumiResourceName(), said);
    track(said);
  }

  private void sayOnce(ComponentResource component, Optional<Resource> place) {
    Optional<Consumer<Optional<Resource>>> print;
    synchronized (this) {
      print = Optional.ofNullable(unsaid.remove(component));
    }
    print.ifPresent(p -> p.accept(place));
  }

  /** Counts a failed component; the first one arranges the end of the program. */
  synchronized void add(DeploymentInternal deployment) {
    failed++;
    if (failed > 1) {
      return;
    }
    CompletableFuture<Object> end =
        patiently(
                Internal.of(deployment.getStack().outputs())
                    .getDataAsync()
                    .handle((outputs, problem) -> true))
            .thenCompose(x -> all())
            .thenApply(
                x -> {
                  waiting().forEach(component -> sayOnce(component, Optional.empty()));
                  throw new RunException(message());
                });
    deployment.getRunner().registerTask("judgement of components", end);
  }

  private synchronized CompletableFuture<Boolean> all() {
    return patiently(
        CompletableFuture.allOf(awaited.toArray(new CompletableFuture<?>[0]))
            .handle((x, problem) -> true));
  }

  /**
   * Done with it, or when nothing moves any more: some components wait for what never comes,
   * because it was made from a failed one.
   */
  private CompletableFuture<Boolean> patiently(CompletableFuture<Boolean> it) {
    CompletableFuture.delayedExecutor(pace.patience().toMillis() + 1, TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (pace.isStill()) {
                it.complete(true);
              } else if (!it.isDone()) {
                patiently(it);
              }
            });
    return it;
  }

  private synchronized List<ComponentResource> waiting() {
    return List.copyOf(unsaid.keySet());
  }

  private synchronized String message() {
    return FindingText.end(failed);
  }
}
