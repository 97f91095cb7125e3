package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code /api}: sessions, and what the modes put in the way of an answer. */
final class Api implements HttpHandler {
  private final Controller controller;
  private final Sessions sessions;
  private final Tally tally;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Modes modes;
  private int unavailable;

  Api(Controller controller, Sessions sessions, Tally tally, Modes modes) {
    this.controller = controller;
    this.sessions = sessions;
    this.tally = tally;
    this.modes = modes;
  }

  Modes modes() {
    return modes;
  }

  /** What counts down in a mode starts anew. */
  synchronized void modes(Modes now) {
    modes = now;
    unavailable = 0;
    sessions.again();
  }

  void close() {
    closed.countDown();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      tally.request(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      Modes now = modes;
      if (now.has(Mode.DOWN)) {
        return;
      }
      now.number(Mode.SLOW).ifPresent(this::idle);
      if (!isLogin(exchange) && isUnavailable(now)) {
        Wire.page(exchange, 503);
      } else if (!redirected(exchange, now)) {
        serve(exchange, now);
      }
    }
  }

  private synchronized boolean isUnavailable(Modes now) {
    return now.number(Mode.UNAVAILABLE).filter(times -> unavailable++ < times).isPresent();
  }

  /** Ends at once when the controller does. */
  private void idle(int milliseconds) {
    try {
      closed.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean redirected(HttpExchange exchange, Modes now) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    String rest = query == null ? "" : "?" + query;
    boolean slash = path.endsWith("/");
    boolean login = isLogin(exchange);
    if (now.has(login ? Mode.REDIRECT_LOGIN_TO_SLASH : Mode.REDIRECT_TO_SLASH) && !slash) {
      Wire.redirect(exchange, path + "/" + rest);
    } else if (!login && now.has(Mode.REDIRECT_LOOP)) {
      Wire.redirect(exchange, (slash ? path.substring(0, path.length() - 1) : path + "/") + rest);
    } else if (!login && now.has(Mode.REDIRECT_ELSEWHERE)) {
      Wire.redirect(exchange, "https://netris.invalid" + path + rest);
    } else if (!login && now.has(Mode.REDIRECT_TO_HTTP)) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      Wire.redirect(exchange, "http://" + host + path + rest);
    } else {
      return false;
    }
    return true;
  }

  private void serve(HttpExchange exchange, Modes now) throws IOException {
    Reply reply;
    try {
      Request request = Wire.request(exchange);
      if (isLogin(exchange)) {
        login(exchange, request, now);
        return;
      }
      if (!sessions.use(Wire.cookie(exchange), now)) {
        throw Refused.unauthorized();
      }
      if (request.path().equals("/api/auth")) {
        reply = Reply.of(JsonNodeFactory.instance.objectNode());
      } else if (fails(exchange, now)) {
        return;
      } else {
        reply = controller.answer(request, now);
      }
    } catch (Refused e) {
      reply = Reply.refused(e);
    }
    send(exchange, now, reply);
  }

  private static boolean fails(HttpExchange exchange, Modes now) throws IOException {
    if (now.has(Mode.HTML)) {
      Wire.page(exchange, 200);
    } else if (now.has(Mode.FORBIDDEN)) {
      Wire.json(exchange, 403, failure(403, "Forbidden."));
    } else if (now.has(Mode.BROKEN)) {
      Wire.json(exchange, 500, failure(500, "Internal server error."));
    } else {
      return false;
    }
    return true;
  }

  private static ObjectNode failure(int status, String message) {
    return new Reply(status, JsonNodeFactory.instance.nullNode(), message, Map.of()).envelope();
  }

  private void login(HttpExchange exchange, Request request, Modes now) throws IOException {
    if (now.has(Mode.HTML_LOGIN)) {
      Wire.page(exchange, 200);
      return;
    }
    Optional<String> session = sessions.login(request.body(), now);
    tally.login(session.isPresent());
    if (session.isEmpty()) {
      Wire.json(exchange, 401, failure(401, "Wrong login or password."));
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Set-Cookie", "connect.sid=" + session.get() + "; Path=/; HttpOnly");
    JsonNode who =
        JsonNodeFactory.instance
            .objectNode()
            .put("user_id", 1)
            .put("name", request.body().path("user").asText());
    send(exchange, now, Reply.of(who));
  }

  private static void send(HttpExchange exchange, Modes now, Reply reply) throws IOException {
    JsonNode body = envelope(exchange, now, reply);
    if (now.has(Mode.TRUNCATED) && !isLogin(exchange)) {
      Wire.truncated(exchange, body);
    } else {
      Wire.json(exchange, reply.status(), body);
    }
  }

  private static ObjectNode envelope(HttpExchange exchange, Modes now, Reply reply) {
    if (now.has(Mode.NOT_SUCCESSFUL) && reply.status() == 200 && !isLogin(exchange)) {
      return reply.notSuccessful();
    }
    ObjectNode envelope = reply.envelope();
    if (now.has(Mode.NUMBERS_AS_STRINGS)) {
      envelope.set("data", Drift.numbersAsStrings(envelope.path("data")));
    }
    return envelope;
  }

  private static boolean isLogin(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("POST")
        && exchange.getRequestURI().getPath().matches("/api/auth/?");
  }
}
