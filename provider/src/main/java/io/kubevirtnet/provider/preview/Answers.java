package io.kubevirtnet.provider.preview;

import com.google.protobuf.Struct;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import pulumirpc.Resource.ResourceInvokeRequest;

/**
 * What functions answer in a preview without a plugin. One that fails is an engine that could not
 * ask the plugin.
 *
 * @param byToken from arguments to result, by token, {@code
 *     kubevirtnet:index:listNetworkAttachments}
 * @param providers is told the provider of each call that is answered; empty for the default one
 */
public record Answers(
    Map<String, Function<Fields, CompletableFuture<Fields>>> byToken, Consumer<String> providers) {
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    byToken = Map.copyOf(byToken);
  }

  public Answers(Map<String, Function<Fields, CompletableFuture<Fields>>> byToken) {
    this(byToken, provider -> {});
  }

  /** One function that always answers the same. */
  public static Answers of(String token, Fields result) {
    return new Answers(Map.of(token, args -> CompletableFuture.completedFuture(result)));
  }

  Optional<CompletableFuture<Struct>> to(ResourceInvokeRequest request) {
    return Optional.ofNullable(byToken.get(request.getTok()))
        .map(
            function -> {
              providers.accept(request.getProvider());
              return function
                  .apply(InputReader.read(request.getArgs()).tree())
                  .thenApply(TreeWriter.VALUES_ONLY::write);
            });
  }
}
