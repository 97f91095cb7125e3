package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * As much of an API server as the protocol of lists, watches and writes needs, on loopback and
 * without TLS; with faults on demand.
 */
public final class FakeApiServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern IN_NAMESPACE =
      Pattern.compile("(/apis/.+)/namespaces/([^/]+)(/[^/]+)");

  /** What happens instead of an answer. */
  public record Fault(
      Predicate<String> request, int code, Map<String, String> headers, boolean after) {
    public static final int DROP = 0;
    public static final int HANG = -1;
  }

  private record Event(long version, String path, String type, ObjectNode object) {}

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TreeMap<String, ObjectNode> objects = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> unknownKinds = new CopyOnWriteArrayList<>();
  private long version = 100;
  private long oldest;
  private int epoch;
  private int watches;
  private boolean closed;

  public FakeApiServer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  /** {@code http://host:port}. */
  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        current-context: fake
        clusters:
        - name: fake
          cluster: {server: "%s"}
        users:
        - name: me
          user: {token: very-secret}
        contexts:
        - name: fake
          context: {cluster: fake, user: me}
        """
        .formatted(address());
  }

  KubernetesCluster open(Patience patience) {
    return ClusterAccess.open(Optional.of(kubeconfig()), Optional.empty(), patience);
  }

  /** Every request so far: method, path and query as they were sent. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  Stream<String> requests(String part) {
    return requests.stream().filter(r -> r.contains(part));
  }

  /** The next request that has this in its text gets this instead of an answer. */
  public synchronized void fault(String part, int code) {
    faults.add(new Fault(r -> r.contains(part), code, Map.of(), false));
  }

  synchronized void busy(String part, int code, int retryAfterSeconds) {
    faults.add(
        new Fault(
            r -> r.contains(part),
            code,
            Map.of("Retry-After", String.valueOf(retryAfterSeconds)),
            false));
  }

  /** The same, but the request is carried out before. */
  synchronized void faultAfterwards(String part, int code) {
    faults.add(new Fault(r -> r.contains(part), code, Map.of(), true));
  }

  /** Requests for paths with this in it find no such kind. */
  public void unknownKind(String part) {
    unknownKinds.add(part);
  }

  /** An object below the path of its kind in all namespaces; names are there once each. */
  public synchronized void put(String path, String object) {
    try {
      put(path, (ObjectNode) JSON.readTree(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized ObjectNode put(ApiKind kind, String object) {
    try {
      return put(kind.path(), (ObjectNode) JSON.readTree(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void remove(ApiKind kind, String name) {
    var old = objects.remove(kind.path() + "/" + name);
    if (old != null) {
      record(kind.path(), "DELETED", old);
    }
  }

  synchronized Optional<ObjectNode> object(ApiKind kind, String name) {
    return Optional.ofNullable(objects.get(kind.path() + "/" + name));
  }

  /** Ends all watches as if the connections had broken. */
  synchronized void dropWatches() {
    epoch++;
    notifyAll();
  }

  /** What happened until now is no longer known: a watch that starts before it gets 410. */
  synchronized void compact() {
    oldest = version;
  }

  /** Until so many watches were begun, so that {@link #dropWatches} ends each of them. */
  synchronized void awaitWatches(int count) throws InterruptedException {
    while (watches < count) {
      wait();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    http.stop(0);
    threads.shutdownNow();
  }

  private ObjectNode put(String path, ObjectNode object) {
    var metadata = object.withObject("/metadata");
    var key = path + "/" + metadata.path("name").asText();
    var old = Optional.ofNullable(objects.get(key));
    metadata.put("uid", metadata.path("uid").asText("uid-" + (version + 1)));
    old.ifPresent(o -> metadata.put("uid", o.at("/metadata/uid").asText()));
    if (metadata.path("generation").isMissingNode()) {
      metadata.put("generation", old.map(o -> o.at("/metadata/generation").asInt() + 1).orElse(1));
    }
    var stored = object.deepCopy();
    objects.put(key, stored);
    record(path, old.isPresent() ? "MODIFIED" : "ADDED", stored);
    return stored;
  }

  private void record(String path, String type, ObjectNode object) {
    version++;
    object.withObject("/metadata").put("resourceVersion", String.valueOf(version));
    events.add(new Event(version, path, type, object.deepCopy()));
    notifyAll();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var text = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(text);
    var fault = takeFault(text);
    if (fault.isPresent() && !fault.get().after()) {
      fail(exchange, fault.get());
      return;
    }
    var query = query(exchange);
    if (query.containsKey("watch")) {
      watch(exchange, query);
      return;
    }
    var answer = answer(exchange, query);
    if (fault.isPresent()) {
      fail(exchange, fault.get());
    } else {
      send(exchange, answer.path("code").asInt(200), answer);
    }
  }

  private synchronized Optional<Fault> takeFault(String request) {
    var found = faults.stream().filter(f -> f.request().test(request)).findFirst();
    found.ifPresent(faults::remove);
    return found;
  }

  private void fail(HttpExchange exchange, Fault fault) throws IOException {
    if (fault.code() == Fault.DROP) {
      exchange.close();
    } else if (fault.code() == Fault.HANG) {
      hang();
    } else {
      fault.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, fault.code(), status(fault.code(), "Failure", "made up", ""));
    }
  }

  private synchronized void hang() {
    try {
      while (!closed) {
        wait(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized ObjectNode answer(HttpExchange exchange, Map<String, String> query)
      throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (unknownKinds.stream().anyMatch(path::contains)) {
      return status(404, "NotFound", "the server could not find the requested resource", "");
    }
    boolean one = isObject(path);
    switch (exchange.getRequestMethod()) {
      case "GET":
        return one ? found(path) : list(path, query);
      case "POST":
        var created = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        var name = created.at("/metadata/name").asText();
        if (path.startsWith("/apis/authorization.k8s.io/")) {
          created.putObject("status").put("allowed", true);
          return created;
        }
        return objects.containsKey(path + "/" + name)
            ? status(409, "AlreadyExists", name + " already exists", name)
            : put(path, created);
      case "PUT":
        return replace(path, (ObjectNode) JSON.readTree(exchange.getRequestBody()));
      case "DELETE":
        return one ? delete(path) : deleteAll(path, query);
      default:
        throw new IllegalStateException(exchange.getRequestMethod());
    }
  }

  private static boolean isObject(String path) {
    return Stream.of(ApiKind.values()).anyMatch(k -> path.startsWith(k.path() + "/"));
  }

  private ObjectNode found(String path) {
    return Optional.ofNullable(objects.get(path)).orElseGet(() -> missing(path));
  }

  private static ObjectNode missing(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return status(404, "NotFound", name + " not found", name);
  }

  private ObjectNode replace(String path, ObjectNode object) {
    var old = objects.get(path);
    if (old == null) {
      return missing(path);
    }
    if (!old.at("/metadata/resourceVersion").equals(object.at("/metadata/resourceVersion"))) {
      return status(409, "Conflict", "the object has been modified", "x");
    }
    object.withObject("/metadata").remove("generation");
    return put(path.substring(0, path.lastIndexOf('/')), object);
  }

  private ObjectNode delete(String path) {
    var old = objects.remove(path);
    if (old == null) {
      return missing(path);
    }
    record(path.substring(0, path.lastIndexOf('/')), "DELETED", old);
    var done = status(200, "", "", path);
    done.withObject("/details").set("uid", old.at("/metadata/uid"));
    return done;
  }

  private ObjectNode deleteAll(String path, Map<String, String> query) {
    matching(path, query).stream()
        .map(o -> path + "/" + o.at("/metadata/name").asText())
        .toList()
        .forEach(this::delete);
    return status(200, "", "", "");
  }

  private ObjectNode list(String path, Map<String, String> query) {
    var all = matching(path, query);
    int start = Integer.parseInt(query.getOrDefault("continue", "0"));
    int end = Math.min(all.size(), start + Integer.parseInt(query.getOrDefault("limit", "1000")));
    var list = JSON.createObjectNode();
    var metadata = list.putObject("metadata").put("resourceVersion", String.valueOf(version));
    if (end < all.size()) {
      metadata.put("continue", String.valueOf(end));
    }
    list.putArray("items").addAll(all.subList(start, end));
    return list;
  }

  private List<ObjectNode> matching(String path, Map<String, String> query) {
    var inNamespace = IN_NAMESPACE.matcher(path);
    if (inNamespace.matches()) {
      return matching(inNamespace.group(1) + inNamespace.group(3), query).stream()
          .filter(o -> o.at("/metadata/namespace").asText().equals(inNamespace.group(2)))
          .toList();
    }
    return objects.entrySet().stream()
        .filter(e -> e.getKey().startsWith(path + "/"))
        .map(Map.Entry::getValue)
        .filter(o -> matches(o, query))
        .toList();
  }

  private static boolean matches(ObjectNode object, Map<String, String> query) {
    var fields = query.getOrDefault("fieldSelector", "");
    if (!fields.isEmpty()
        && !fields.equals("metadata.name=" + object.at("/metadata/name").asText())) {
      return false;
    }
    var labels = object.path("metadata").path("labels");
    return Stream.of(query.getOrDefault("labelSelector", "").split(","))
        .filter(l -> !l.isEmpty())
        .map(l -> l.split("=", 2))
        .allMatch(l -> labels.has(l[0]) && labels.path(l[0]).asText().equals(l[1]));
  }

  private void watch(HttpExchange exchange, Map<String, String> query) throws IOException {
    long from = Long.parseLong(query.getOrDefault("resourceVersion", "0"));
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      int started;
      synchronized (this) {
        started = epoch;
        watches++;
        notifyAll();
        if (from < oldest) {
          line(out, "ERROR", status(410, "Expired", "too old resource version", ""));
          return;
        }
      }
      out.flush();
      while (true) {
        List<Event> due;
        synchronized (this) {
          long last = from;
          due =
              events.stream()
                  .filter(e -> e.version() > last)
                  .filter(e -> e.path().equals(exchange.getRequestURI().getPath()))
                  .toList();
          from = version;
          if (due.isEmpty()) {
            if (closed || epoch != started) {
              return;
            }
            wait(500);
          }
        }
        for (var event : due) {
          send(out, event, matches(event.object(), query));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An object that stops matching the selector is DELETED for the watcher. */
  private static void send(OutputStream out, Event event, boolean matches) throws IOException {
    if (matches) {
      line(out, event.type(), event.object());
    } else if (event.type().equals("MODIFIED")) {
      line(out, "DELETED", event.object());
    }
  }

  private static void line(OutputStream out, String type, JsonNode object) throws IOException {
    var event = JSON.createObjectNode().put("type", type);
    event.set("object", object);
    out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static ObjectNode status(int code, String reason, String message, String name) {
    var status =
        JSON.createObjectNode()
            .put("kind", "Status")
            .put("code", code)
            .put("reason", reason)
            .put("message", message);
    status.putObject("details").put("name", name);
    return status;
  }

  private static void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var found = new HashMap<String, String>();
    var raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (var pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return found;
  }
}
