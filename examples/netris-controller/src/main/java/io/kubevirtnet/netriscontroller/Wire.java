package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bytes of requests and answers. */
final class Wire {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PAGE =
      "<!doctype html><html><head><title>Sign in</title></head>"
          + "<body><h1>Sign in to continue</h1></body></html>";

  private Wire() {}

  static Request request(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    return new Request(
        exchange.getRequestMethod(),
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
        query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        body(bytes),
        List.of());
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw Refused.field("body", "The body is no JSON.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The session of a request. */
  static Optional<String> cookie(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).stream()
        .flatMap(header -> List.of(header.split(";\\s*")).stream())
        .filter(cookie -> cookie.startsWith("connect.sid="))
        .map(cookie -> cookie.substring("connect.sid=".length()))
        .findFirst();
  }

  static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
    bytes(exchange, status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
  }

  static void page(HttpExchange exchange, int status) throws IOException {
    bytes(exchange, status, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
  }

  static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    page(exchange, 301);
  }

  /** Says how long it is and ends in the middle. */
  static void truncated(HttpExchange exchange, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
    exchange.close();
  }

  private static void bytes(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
