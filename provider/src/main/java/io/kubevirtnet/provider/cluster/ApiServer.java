package io.kubevirtnet.provider.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends one request, once: addresses, TLS, proxies, tokens and credential plugins are the client
 * library's. Its own repetition is off, since it repeats writes without saying so and does not keep
 * to {@code Retry-After}; its watches are not used, since they keep whole objects.
 */
final class ApiServer implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Supplier<Config> source;
  private String base = "";
  private HttpClient http;
  private long made;

  ApiServer(Supplier<Config> source) {
    this.source = source;
    this.http = connect();
  }

  /** Host and port, for messages. */
  synchronized String name() {
    return base;
  }

  CompletableFuture<ApiAnswer> send(ApiCall call, Duration limit) {
    var request = request(call.target()).timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (call.body().isPresent()) {
      request.method(call.method(), JSON, call.body().get());
    } else if (!call.reads()) {
      request.method(call.method(), JSON, "");
    }
    try {
      return client()
          .sendAsync(request.build(), byte[].class)
          .thenApply(r -> new ApiAnswer(r.code(), bodyOf(r), retryAfter(r)));
    } catch (IllegalStateException | RejectedExecutionException e) {
      // Closed meanwhile.
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The answer's head; its body goes to the consumer, piece by piece, as the consumer asks. */
  CompletableFuture<HttpResponse<AsyncBody>> stream(
      String target, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    try {
      return client().consumeBytes(request(target).forStreaming().build(), consumer);
    } catch (IllegalStateException | RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Takes the credentials anew from where they come from, as a plugin for them may give others by
   * now.
   *
   * @return false when that has just been done
   */
  synchronized boolean renew() {
    if (System.nanoTime() - made < RENEW_NANOS) {
      return false;
    }
    // The former one is not closed: what it still has under way would never end.
    http = connect();
    return true;
  }

  @Override
  public synchronized void close() {
    http.close();
  }

  private synchronized HttpClient client() {
    return http;
  }

  private HttpRequest.Builder request(String target) {
    synchronized (this) {
      return http.newHttpRequestBuilder().uri(base + target).header("Accept", JSON);
    }
  }

  private HttpClient connect() {
    var config = source.get();
    config.setRequestRetryBackoffLimit(0);
    // Watches would share one connection otherwise, and all end with it.
    config.setHttp2Disable(true);
    var url = config.getMasterUrl();
    base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    made = System.nanoTime();
    try {
      return new JdkHttpClientFactory().newBuilder(config).build();
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw new ClusterProblem(
          ClusterProblem.Kind.CONFIGURATION,
          "The certificates, the key or the proxy of the kubeconfig cannot be used.");
    }
  }

  private static byte[] bodyOf(HttpResponse<byte[]> response) {
    return Optional.ofNullable(response.body()).orElseGet(() -> new byte[0]);
  }

  static Duration retryAfter(HttpResponse<?> response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(s -> s.matches("\\d{1,4}"))
        .map(s -> Duration.ofSeconds(Long.parseLong(s)))
        .orElse(Duration.ZERO);
  }
}
