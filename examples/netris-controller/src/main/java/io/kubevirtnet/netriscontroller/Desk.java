package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** {@code /stand-in}: what no controller has. It needs no login and is not counted. */
final class Desk implements HttpHandler {
  private static final JsonMapper JSON = new JsonMapper();

  private final Api api;
  private final Tally tally;
  private final Hand hand;

  Desk(Api api, Tally tally, Hand hand) {
    this.api = api;
    this.tally = tally;
    this.hand = hand;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        Request request = Wire.request(exchange);
        Reply reply = answer(request);
        Wire.json(exchange, 200, reply.data());
      } catch (Refused | IllegalArgumentException e) {
        int status = e instanceof Refused refused ? refused.status() : 400;
        Wire.json(exchange, status, JSON.createObjectNode().put("message", e.getMessage()));
      }
    }
  }

  private Reply answer(Request request) {
    return List.of(
            Route.of("GET", "/stand-in/counts", r -> Reply.of(counts())),
            Route.of("DELETE", "/stand-in/counts", r -> reset()),
            Route.of("GET", "/stand-in/modes", r -> Reply.of(modes())),
            Route.of("PUT", "/stand-in/modes", this::change),
            Route.of("PUT", "/stand-in/vnets/{}", this::vnet),
            Route.of("PUT", "/stand-in/server-clusters/{}/servers/{}", this::member),
            Route.of("DELETE", "/stand-in/server-clusters/{}/servers/{}", this::noMember))
        .stream()
        .flatMap(route -> route.taken(request).map(route.answer()).stream())
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  private JsonNode counts() {
    return JSON.valueToTree(tally.counts());
  }

  private Reply reset() {
    tally.reset();
    return Reply.of(counts());
  }

  private JsonNode modes() {
    return JSON.valueToTree(api.modes().texts());
  }

  /** A list of names: {@code ["html", "slow=500"]}. */
  private Reply change(Request request) {
    Modes wanted =
        Modes.parse(
            StreamSupport.stream(request.body().spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    StandIn.checkWhileRunning(api.modes(), wanted);
    api.modes(wanted);
    return Reply.of(modes());
  }

  /** Any of {@code vlan}, {@code vxlan}, {@code gateway}. */
  private Reply vnet(Request request) {
    String name = request.variable(0);
    JsonNode body = request.body();
    if (body.has("vlan")) {
      hand.vlan(name, body.path("vlan").asInt());
    }
    if (body.has("vxlan")) {
      hand.vxlan(name, body.path("vxlan").asInt());
    }
    if (body.has("gateway")) {
      hand.gateway(name, body.path("gateway").asText());
    }
    return Reply.of(body);
  }

  private Reply member(Request request) {
    boolean shared = request.body().path("shared").asBoolean(true);
    hand.member(request.variable(0), request.variable(1), shared);
    return Reply.of(request.body());
  }

  private Reply noMember(Request request) {
    hand.noMember(request.variable(0), request.variable(1));
    return Reply.of(request.body());
  }
}
