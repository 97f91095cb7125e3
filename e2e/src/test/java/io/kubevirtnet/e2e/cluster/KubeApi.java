package io.kubevirtnet.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A Kubernetes client over plain JSON, for any kind that the server knows. */
public final class KubeApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;
  private static final int FIRST_ERROR = 400;

  private final Kubeconfig access;
  private final HttpClient http;
  private final Map<String, ApiResource> known = new ConcurrentHashMap<>();

  public KubeApi(Kubeconfig access) {
    this.access = access;
    this.http = HttpClient.newBuilder().sslContext(access.tls()).connectTimeout(TIMEOUT).build();
  }

  /** Whether the server says that it is ready; false also while it cannot be reached. */
  public boolean ready() {
    try {
      return send("GET", "/readyz", Optional.empty(), "").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** How a kind is served, or nothing when the server does not know it (yet). */
  public Optional<ApiResource> resource(String apiVersion, String kind) {
    ApiResource cached = known.get(apiVersion + ":" + kind);
    if (cached != null) {
      return Optional.of(cached);
    }
    HttpResponse<String> response = send("GET", ApiResource.root(apiVersion), Optional.empty(), "");
    if (response.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    for (JsonNode entry : body(response).path("resources")) {
      String name = entry.path("name").asText();
      if (entry.path("kind").asText().equals(kind) && !name.contains("/")) {
        ApiResource found =
            new ApiResource(apiVersion, kind, name, entry.path("namespaced").asBoolean());
        known.put(apiVersion + ":" + kind, found);
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  public Optional<ObjectNode> get(ObjectRef ref) {
    HttpResponse<String> response = send("GET", path(ref), Optional.empty(), "");
    return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(body(response));
  }

  /** All objects of a kind, in all namespaces. */
  public List<ObjectNode> list(String apiVersion, String kind) {
    String path = served(apiVersion, kind).collection(Optional.empty());
    List<ObjectNode> items = new ArrayList<>();
    for (JsonNode item : body(send("GET", path, Optional.empty(), "")).path("items")) {
      ObjectNode object = (ObjectNode) item;
      items.add(object.put("apiVersion", apiVersion).put("kind", kind));
    }
    return List.copyOf(items);
  }

  /** Objects of a kind that a label selector chooses, in all namespaces. */
  public List<ObjectNode> list(String apiVersion, String kind, String labelSelector) {
    String path =
        served(apiVersion, kind).collection(Optional.empty())
            + "?labelSelector="
            + URLEncoder.encode(labelSelector, UTF_8);
    List<ObjectNode> items = new ArrayList<>();
    body(send("GET", path, Optional.empty(), ""))
        .path("items")
        .forEach(item -> items.add(((ObjectNode) item).put("kind", kind)));
    return List.copyOf(items);
  }

  /** All objects of a kind as the server lists them; with the version to watch from. */
  public ObjectNode listing(String apiVersion, String kind) {
    return body(
        send("GET", served(apiVersion, kind).collection(Optional.empty()), Optional.empty(), ""));
  }

  /** Events after a version, until the server ends the watch or the caller closes the stream. */
  public Stream<JsonNode> watch(String apiVersion, String kind, String resourceVersion) {
    String path =
        served(apiVersion, kind).collection(Optional.empty())
            + "?watch=true&resourceVersion="
            + resourceVersion;
    try {
      HttpResponse<Stream<String>> response =
          http.send(
              request(path).method("GET", BodyPublishers.noBody()).build(), BodyHandlers.ofLines());
      if (response.statusCode() >= FIRST_ERROR) {
        response.body().close();
        throw new KubeApiException(response.statusCode(), "", "watch " + path);
      }
      return response.body().map(KubeApi::event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: watch " + path, e);
    }
  }

  public ObjectNode create(JsonNode object) {
    return create(object, WriteOptions.TEST);
  }

  public ObjectNode create(JsonNode object, WriteOptions options) {
    ObjectRef ref = ObjectRef.of(object);
    String path = served(ref.apiVersion(), ref.kind()).collection(namespaceOf(ref));
    return body(send("POST", path + options.query(), Optional.of(object), "application/json"));
  }

  /** JSON merge patch (RFC 7396): null removes a field, an array is replaced as a whole. */
  public ObjectNode merge(ObjectRef ref, JsonNode patch, WriteOptions options) {
    return body(
        send(
            "PATCH",
            path(ref) + options.query(),
            Optional.of(patch),
            "application/merge-patch+json"));
  }

  /** Server-side apply, taking over fields that others own when forced. */
  public ObjectNode apply(JsonNode object, boolean force, WriteOptions options) {
    return body(
        send(
            "PATCH",
            path(ObjectRef.of(object)) + options.query() + "&force=" + force,
            Optional.of(object),
            "application/apply-patch+yaml"));
  }

  /** Sets the status as a controller does; the rest of the object is left alone. */
  public ObjectNode setStatus(ObjectRef ref, JsonNode status) {
    return body(
        send(
            "PATCH",
            path(ref) + "/status" + WriteOptions.TEST.query(),
            Optional.of(JSON.createObjectNode().set("status", status)),
            "application/merge-patch+json"));
  }

  /** The same as a whole: what is not in the new status is gone. */
  public void replaceStatus(ObjectRef ref, JsonNode status) {
    ArrayNode patch = JSON.createArrayNode();
    patch.addObject().put("op", "add").put("path", "/status").set("value", status);
    body(
        send(
            "PATCH",
            path(ref) + "/status" + WriteOptions.TEST.query(),
            Optional.of(patch),
            "application/json-patch+json"));
  }

  /** Asks for a foreground deletion; false when there is no such object. */
  public boolean delete(ObjectRef ref) {
    return delete(ref, "Foreground");
  }

  public boolean delete(ObjectRef ref, String propagation) {
    ObjectNode options =
        JSON.createObjectNode()
            .put("apiVersion", "v1")
            .put("kind", "DeleteOptions")
            .put("propagationPolicy", propagation);
    HttpResponse<String> response =
        send("DELETE", path(ref), Optional.of(options), "application/json");
    if (response.statusCode() == NOT_FOUND) {
      return false;
    }
    body(response);
    return true;
  }

  private String path(ObjectRef ref) {
    return served(ref.apiVersion(), ref.kind()).collection(namespaceOf(ref)) + "/" + ref.name();
  }

  private Optional<String> namespaceOf(ObjectRef ref) {
    return ref.namespace().or(() -> Optional.of(access.namespace()));
  }

  private ApiResource served(String apiVersion, String kind) {
    return resource(apiVersion, kind)
        .orElseThrow(
            () ->
                new KubeApiException(
                    NOT_FOUND,
                    "NoMatch",
                    "no matches for kind \"%s\" in version \"%s\"".formatted(kind, apiVersion)));
  }

  private HttpResponse<String> send(
      String method, String path, Optional<JsonNode> content, String contentType) {
    HttpRequest.Builder request = request(path);
    if (content.isPresent()) {
      request
          .header("Content-Type", contentType)
          .method(method, BodyPublishers.ofString(content.get().toString()));
    } else {
      request.method(method, BodyPublishers.noBody());
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + method + " " + path, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(access.server().resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + access.token())
        .header("Accept", "application/json");
  }

  private static JsonNode event(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode body(HttpResponse<String> response) {
    JsonNode tree;
    try {
      tree = JSON.readTree(response.body());
    } catch (IOException e) {
      tree = JSON.createObjectNode().put("message", response.body());
    }
    if (response.statusCode() >= FIRST_ERROR) {
      throw new KubeApiException(
          response.statusCode(),
          tree.path("reason").asText(),
          tree.path("message").asText(response.body()));
    }
    return (ObjectNode) tree;
  }
}
