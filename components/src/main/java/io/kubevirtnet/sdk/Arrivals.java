package io.kubevirtnet.sdk;

import com.pulumi.core.internal.Internal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Which resources are on their way to the engine: then only the engine is slow, and a failing
 * program waits for them. What waits for a failed component never sets out.
 */
final class Arrivals {
  private static final Duration SLOWEST_ENGINE = Duration.ofMinutes(2);

  private final Failures failures;

  /** Per component: complete once it and its children are on their way, never if they never are. */
  private final Map<Resource, CompletableFuture<?>> underWay =
      Collections.synchronizedMap(new WeakHashMap<>());

  Arrivals(Failures failures) {
    this.failures = failures;
  }

  /**
   * Follows a component.
   *
   * @param good whether its children will be registered, once that is known
   */
  void of(
      ComponentResource component,
      ComponentResourceOptions options,
      CompletableFuture<Boolean> good,
      List<? extends Resource> children) {
    if (!options.getAliases().isEmpty() || !options.getResourceTransformations().isEmpty()) {
      return;
    }
    var ready =
        Internal.of(options.getDependsOn())
            .getDataAsync()
            .thenCompose(
                given ->
                    all(
                        Stream.concat(
                            given.getValueOptional().orElse(List.of()).stream()
                                .map(this::withChildren),
                            named(options).map(Arrivals::urn))));
    ready.thenRun(() -> expect(component));
    underWay.put(
        component,
        ready
            .thenCompose(x -> good)
            .thenCompose(is -> is ? expected(children) : new CompletableFuture<>()));
  }

  private CompletableFuture<?> expected(List<? extends Resource> children) {
    children.forEach(this::expect);
    return CompletableFuture.completedFuture(null);
  }

  private static Stream<Resource> named(ComponentResourceOptions options) {
    return Stream.of(
            options.getParent().stream(),
            options.getProvider().stream(),
            options.getProviders().stream(),
            options.getReplaceWith().stream())
        .flatMap(r -> r);
  }

  /**
   * Of a component that is not ours nobody knows whether all of its children will be registered.
   */
  private CompletableFuture<?> withChildren(Resource resource) {
    var known = underWay.get(resource);
    if (known != null) {
      return known;
    }
    return resource instanceof ComponentResource ? new CompletableFuture<>() : urn(resource);
  }

  private static CompletableFuture<?> urn(Resource resource) {
    return Internal.of(resource.urn()).getDataAsync();
  }

  private static CompletableFuture<?> all(Stream<CompletableFuture<?>> them) {
    return CompletableFuture.allOf(them.toArray(CompletableFuture<?>[]::new));
  }

  private void expect(Resource resource) {
    failures.outstanding(
        urn(resource).copy().orTimeout(SLOWEST_ENGINE.toSeconds(), TimeUnit.SECONDS));
  }
}
