package io.kubevirtnet.e2e.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a client and the API server, and writes down what the client asks for. */
public final class RecordedApi implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final Kubeconfig upstream;
  private final HttpClient client;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public RecordedApi(Kubeconfig upstream) {
    this.upstream = upstream;
    this.client =
        HttpClient.newBuilder()
            .sslContext(upstream.tls())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::forward);
    server.setExecutor(threads);
    server.start();
  }

  /** A kubeconfig that leads here, without credentials. */
  public String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        current-context: recorded
        clusters: [{name: recorded, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: nobody, user: {}}]
        contexts: [{name: recorded, context: {cluster: recorded, user: nobody}}]
        """
        .formatted(server.getAddress().getPort());
  }

  /** Method, path and query of every request so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void forward(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    HttpRequest request =
        HttpRequest.newBuilder(upstream.server().resolve(exchange.getRequestURI()))
            .header("Authorization", "Bearer " + upstream.token())
            .header("Content-Type", "application/json")
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .build();
    try (exchange) {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      exchange.sendResponseHeaders(response.statusCode(), 0);
      try (InputStream in = response.body();
          OutputStream out = exchange.getResponseBody()) {
        out.flush();
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          out.write(buffer, 0, n);
          out.flush();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
