package io.kubevirtnet.provider.sides;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@code pulumi preview --json} prints: one document, or one event per line where
 * PULUMI_ENABLE_STREAMING_JSON_PREVIEW is set. One step at a time, since a large stack's preview is
 * hundreds of megabytes of what nobody needs here.
 */
final class PreviewFile {
  private static final JsonMapper JSON = new JsonMapper();

  private final String source;
  private final Map<String, String> config = new LinkedHashMap<>();
  private final List<PreviewStep> steps = new ArrayList<>();
  private final List<PreviewMessage> messages = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private boolean preview;
  private boolean complete;

  private PreviewFile(String source) {
    this.source = source;
  }

  /**
   * Reads all of it.
   *
   * @param source name of the file, for messages
   */
  static PreviewDocument read(String source, InputStream in) throws IOException {
    var file = new PreviewFile(source);
    try (JsonParser parser = JSON.createParser(in)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw file.unreadable("it is no JSON object");
        }
        file.root(parser);
      }
    } catch (JsonProcessingException e) {
      throw file.unreadable(file.reason(e));
    }
    if (!file.preview) {
      throw file.unreadable("it has no steps");
    }
    return new PreviewDocument(file.config, file.steps, file.messages, file.counts, file.complete);
  }

  private String reason(JsonProcessingException e) {
    var where = Optional.ofNullable(e.getLocation());
    return "it is no JSON"
        + where.map(l -> " in line " + l.getLineNr() + ", column " + l.getColumnNr()).orElse("");
  }

  private void root(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      switch (name) {
        case "steps" -> steps(parser, value);
        case "config" -> config(JSON.readTree(parser));
        case "duration" -> ended(parser);
        case "diagnostics" -> JSON.<JsonNode>readTree(parser).forEach(this::message);
        case "changeSummary" -> counts(JSON.readTree(parser));
        case "preludeEvent" -> {
          preview = true;
          config(JSON.<JsonNode>readTree(parser).path("config"));
        }
        case "resourcePreEvent" -> step(JSON.<JsonNode>readTree(parser).path("metadata"));
        case "diagnosticEvent" -> message(JSON.readTree(parser));
        case "summaryEvent" -> counts(JSON.<JsonNode>readTree(parser).path("resourceChanges"));
        default -> parser.skipChildren();
      }
    }
  }

  /** A preview that has failed early has no steps. */
  private void ended(JsonParser parser) throws IOException {
    preview = true;
    complete = true;
    parser.skipChildren();
  }

  private void steps(JsonParser parser, JsonToken value) throws IOException {
    preview = true;
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_ARRAY) {
      throw unreadable("its steps are no list");
    }
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      step(JSON.readTree(parser));
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw unreadable("step " + (steps.size() + 1) + " is no object");
    }
  }

  private void step(JsonNode step) {
    var op = step.path("op").asText();
    var urn = step.path("urn").asText();
    if (op.isEmpty() || Urn.parse(urn).isEmpty()) {
      throw unreadable("step " + (steps.size() + 1) + " has no op or no URN");
    }
    var changed = new ArrayList<String>();
    step.path("detailedDiff").properties().forEach(e -> changed.add(e.getKey()));
    if (changed.isEmpty()) {
      step.path("diffReasons").forEach(r -> changed.add(r.asText()));
    }
    steps.add(
        new PreviewStep(
            op,
            urn,
            state(step, "oldState", "old").map(s -> s.changing(changed)),
            state(step, "newState", "new")));
  }

  /** The two forms have two names for it. */
  private static Optional<PreviewState> state(JsonNode step, String name, String inEvents) {
    var state = step.has(name) ? step.path(name) : step.path(inEvents);
    return state.isObject()
        ? Optional.of(
            new PreviewState(
                state.path("type").asText(),
                state.path("custom").asBoolean(),
                state.path("parent").asText(),
                StateTree.fields(state.path("inputs")),
                StateTree.fields(
                    step.path("op").asText().startsWith("read")
                        ? state.path("outputs")
                        : JSON.missingNode()),
                state.path("retainOnDelete").asBoolean()))
        : Optional.empty();
  }

  private void message(JsonNode message) {
    if (!message.path("ephemeral").asBoolean()) {
      var prefix = message.path("prefix").asText();
      var text = message.path("message").asText();
      var severity = message.path("severity").asText();
      var word = prefix.isEmpty() ? severity + ": " : prefix;
      messages.add(
          new PreviewMessage(
              message.path("urn").asText(),
              severity,
              (text.startsWith(word) ? text.substring(word.length()) : text).strip()));
    }
  }

  private void config(JsonNode values) {
    values.properties().forEach(e -> config.put(e.getKey(), e.getValue().asText()));
  }

  private void counts(JsonNode summary) {
    complete = true;
    summary.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
  }

  private UnreadableManifest unreadable(String why) {
    return new UnreadableManifest(
        source
            + ": not what `pulumi preview --json --show-sames` prints, since "
            + why
            + ". Write its standard output to the file, and nothing else.");
  }
}
