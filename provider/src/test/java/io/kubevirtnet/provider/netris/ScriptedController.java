package io.kubevirtnet.provider.netris;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.kubevirtnet.provider.netris.Reply.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A controller with one server cluster, as the documents have it, which answers to some requests
 * what a test wants.
 */
public final class ScriptedController implements AutoCloseable {
  static final String PASSWORD = "canary-7c1e\"\\";
  static final String LOGIN = "POST /api/auth";
  static final String LIST = "GET /api/v2/server-cluster";
  static final String CLUSTER = LIST + "/1";
  static final String VNET = "GET /api/v2/vnet/11";
  public static final String SUBNETS = "GET /api/v2/ipam/subnets";
  static final String HOSTS = "GET /api/v2/ipam/hosts/31";

  private static final String TENANT =
      """
      {"id": 1, "name": "tenant-a", "state": "active",
       "status": {"label": "Active", "value": "active"}, "site": {"id": 1, "name": "east"},
       "vpc": {"id": 7, "name": "tenant-a"},
       "servers": [{"id": 2, "name": "srv-2", "shared": true}, {"id": 1, "name": "srv-1", "shared": true}],
       "resources": {"vnets": [{"id": 11, "name": "tenant-a-nodes", "ipv4Gateways": [{"prefix": "192.168.48.0/21"}]}]}}
      """;

  public final Queue<String> requests = new ConcurrentLinkedQueue<>();
  public final Queue<String> logins = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final boolean tls;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Queue<Reply>> scripts = new ConcurrentHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private volatile String session = "";

  /** Plain, as on loopback. */
  public ScriptedController() {
    this(Optional.empty());
  }

  ScriptedController(Certificate certificate) {
    this(Optional.of(certificate));
  }

  private ScriptedController(Optional<Certificate> certificate) {
    tls = certificate.isPresent();
    try {
      var here = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      server = tls ? https(here, certificate.orElseThrow()) : HttpServer.create(here, 0);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    usual(LIST, "[" + TENANT + "]");
    usual(CLUSTER, TENANT);
    usual(
        VNET,
        """
        {"id": 11, "name": "tenant-a-nodes", "vlan": 3, "vxlanID": 14, "vpc": {"id": 7, "name": "tenant-a"},
         "gateways": [{"prefix": "192.168.55.254/21", "dhcpEnabled": true,
                       "dhcp": {"start": "192.168.48.1", "end": "192.168.48.99"}}]}
        """);
    usual(SUBNETS, "[{\"id\": 31, \"prefix\": \"192.168.48.0/21\"}]");
    usual(
        HOSTS,
        """
        [{"address": "192.168.55.254", "type": "host", "meta": {"anycast": true}},
         {"address": "192.168.50.2", "type": "host"}, {"address": "192.168.48.200", "type": "host"}]
        """);
  }

  private static HttpServer https(InetSocketAddress here, Certificate certificate)
      throws IOException, GeneralSecurityException {
    var https = HttpsServer.create(here, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    return https;
  }

  private void usual(String request, String data) {
    answer(request, Reply.data(data));
  }

  /** These one after the other; the last one stays. */
  void answer(String request, Reply... replies) {
    scripts.put(request, new ArrayDeque<>(List.of(replies)));
  }

  public void data(String request, String data) {
    answer(request, Reply.data(data));
  }

  public String url() {
    return (tls ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whoever is logged in is no more. */
  void expire() {
    session = "";
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var request = exchange.getRequestMethod() + " " + path;
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (exchange.getRequestMethod().equals("POST")) {
        logins.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      }
      send(exchange, reply(exchange, request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply reply(HttpExchange exchange, String request) {
    var scripted = Optional.ofNullable(scripts.get(request));
    if (request.equals(LOGIN) && scripted.isEmpty()) {
      session = "s" + sessions.incrementAndGet();
      exchange.getResponseHeaders().add("Set-Cookie", "lb=1; Path=/");
      exchange
          .getResponseHeaders()
          .add("Set-Cookie", "connect.sid=" + session + "; Path=/; HttpOnly; Secure");
      return Reply.data("{\"user_id\": 1, \"name\": \"svc\"}");
    }
    var cookie = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).orElse("");
    if (!request.equals(LOGIN)
        && (session.isEmpty() || !cookie.equals("connect.sid=" + session + "; lb=1"))) {
      return Reply.refused(401, "Unauthorized");
    }
    return scripted.map(ScriptedController::next).orElse(Reply.refused(404, "Not found."));
  }

  private static Reply next(Queue<Reply> replies) {
    synchronized (replies) {
      return replies.size() > 1 ? replies.remove() : replies.element();
    }
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.ending() == Ending.SILENT) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (reply.ending() == Ending.SILENT || reply.ending() == Ending.CLOSED) {
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    int length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange
          .getResponseBody()
          .write(reply.body(), 0, reply.ending() == Ending.CUT ? length / 2 : length);
    }
  }
}
