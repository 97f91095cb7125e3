package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Tells of every object of a kind and of every change; survives a server that goes away. */
final class Reflector implements AutoCloseable {
  private static final int PAUSE_MILLIS = 50;

  private final KubeApi api;
  private final String apiVersion;
  private final String kind;
  private final BiConsumer<String, Optional<ObjectNode>> listener;
  private final Set<String> known = new HashSet<>();
  private final Thread thread;
  private volatile boolean closed;

  /** The listener gets a name and the object, or nothing when it is gone. */
  Reflector(
      KubeApi api,
      String apiVersion,
      String kind,
      BiConsumer<String, Optional<ObjectNode>> listener) {
    this.api = api;
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.listener = listener;
    this.thread = new Thread(this::run, "watch " + kind);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    while (!closed) {
      try {
        follow(list());
      } catch (KubeApiException | UncheckedIOException | IllegalStateException e) {
        pause();
      }
    }
  }

  private String list() {
    ObjectNode listing = api.listing(apiVersion, kind);
    Set<String> gone = new HashSet<>(known);
    for (ObjectNode object : Json.objects(listing.path("items"))) {
      String name = object.at("/metadata/name").asText();
      gone.remove(name);
      known.add(name);
      listener.accept(name, Optional.of(object));
    }
    gone.forEach(this::gone);
    return listing.at("/metadata/resourceVersion").asText();
  }

  private void follow(String version) {
    try (Stream<JsonNode> events = api.watch(apiVersion, kind, version)) {
      events
          .takeWhile(event -> !closed && !event.path("type").asText().equals("ERROR"))
          .forEach(this::event);
    }
  }

  private void event(JsonNode event) {
    String name = event.at("/object/metadata/name").asText();
    if (event.path("type").asText().equals("DELETED")) {
      gone(name);
    } else {
      known.add(name);
      listener.accept(name, Optional.of((ObjectNode) event.path("object")));
    }
  }

  private void gone(String name) {
    known.remove(name);
    listener.accept(name, Optional.empty());
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
