package io.kubevirtnet.provider.netris;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.value.PropertyPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** What an answer means: {@code {data, errors, message, isSuccess, meta}}, or bare data. */
final class Envelope {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int LONGEST_WORDS = 300;
  private static final int SUCCESS = 200;
  private static final int FAILURE = 500;

  private final ControllerAccess access;
  private final ControllerAnswer answer;
  private final JsonNode body;
  private final Optional<String> unreadable;

  private Envelope(
      ControllerAccess access,
      ControllerAnswer answer,
      JsonNode body,
      Optional<String> unreadable) {
    this.access = access;
    this.answer = answer;
    this.body = body;
    this.unreadable = unreadable;
  }

  static Envelope of(ControllerAccess access, ControllerAnswer answer) {
    try {
      var body = MAPPER.readTree(answer.body());
      return body.isContainerNode()
          ? new Envelope(access, answer, body, Optional.empty())
          : unreadable(access, answer, "nothing that is JSON");
    } catch (JsonEOFException e) {
      return unreadable(access, answer, "JSON that ends in the middle");
    } catch (IOException e) {
      return unreadable(access, answer, isPage(answer) ? "a page for people" : "no JSON");
    }
  }

  private static Envelope unreadable(
      ControllerAccess access, ControllerAnswer answer, String what) {
    return new Envelope(access, answer, MissingNode.getInstance(), Optional.of(what));
  }

  private static boolean isPage(ControllerAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8).stripLeading().startsWith("<");
  }

  /** That of the answer; that of the envelope where it says that nothing came of it in spite. */
  int status() {
    var envelope = new Loose(body);
    if (!answer.isGood() || !envelope.at("isSuccess").isFalse()) {
      return answer.isGood() ? SUCCESS : answer.status();
    }
    return envelope
        .at("meta")
        .at("statusCode")
        .number()
        .or(() -> envelope.at("statusCode").number())
        .filter(code -> code >= 400)
        .orElse(FAILURE);
  }

  /** What was asked for. */
  Loose data() {
    int status = status();
    if (status == 403) {
      throw problem(
          ControllerCatalogue.FORBIDDEN,
          ControllerAccess.INPUT.child("username"),
          "does not show this to the account" + words());
    }
    if (unreadable.isPresent() && (answer.isGood() || status == 404 || status == 405)) {
      throw problem(
          ControllerCatalogue.NO_CONTROLLER,
          ControllerAccess.URL,
          "answers with " + (answer.isGood() ? unreadable.get() : "status " + status));
    }
    if (status != SUCCESS) {
      throw problem(
          ControllerCatalogue.REFUSED,
          ControllerAccess.INPUT,
          "refuses a question with status " + status + words());
    }
    return new Loose(body.has("data") || body.has("isSuccess") ? body.path("data") : body);
  }

  boolean isReadable() {
    return unreadable.isEmpty();
  }

  /** The controller's own words, as far as they may be shown; empty when it has none. */
  String words() {
    var envelope = new Loose(body);
    var words = new ArrayList<String>();
    envelope.at("message", "error").text().ifPresent(words::add);
    envelope
        .at("errors")
        .node()
        .properties()
        .forEach(e -> words.add(e.getKey() + ": " + e.getValue().asText()));
    if (words.isEmpty()) {
      return "";
    }
    var text = access.account().hidden(String.join("; ", words)).replaceAll("\\p{Cntrl}", " ");
    var shown = text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) + "…" : text;
    return " (" + shown + ")";
  }

  private ControllerProblem problem(Rule rule, PropertyPath input, String what) {
    return ControllerProblem.of(rule, input, access.name() + " " + what + ".");
  }
}
