package io.kubevirtnet.e2e.life;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kubevirtnet.e2e.cluster.Kubeconfig;
import io.kubevirtnet.e2e.cluster.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** As much of a second cluster as is needed to notice that it is not the first one. */
final class OtherCluster implements AutoCloseable {
  private static final String NAMESPACE =
      """
      {"apiVersion": "v1", "kind": "Namespace",
       "metadata": {"name": "kube-system", "uid": "another", "resourceVersion": "1"}}
      """;
  private static final String NOT_FOUND =
      """
      {"apiVersion": "v1", "kind": "Status", "status": "Failure", "code": 404,
       "reason": "NotFound", "message": "the server could not find the requested resource"}
      """;

  private final HttpServer server;
  private final Scratch scratch = Scratch.create("other");

  OtherCluster(Kubeconfig credentials) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", OtherCluster::answer);
      server.start();
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      Files.writeString(kubeconfigFile(), credentials.at(address).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path kubeconfigFile() {
    return scratch.path().resolve("kubeconfig");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean known = exchange.getRequestURI().getPath().equals("/api/v1/namespaces/kube-system");
    byte[] body = (known ? NAMESPACE : NOT_FOUND).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(known ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    scratch.close();
  }
}
