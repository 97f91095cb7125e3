package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.finding.Rule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Rules as programs read them. */
final class RuleJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private RuleJson() {}

  /** Writes some of it. */
  private interface Part {
    void write(JsonGenerator out) throws IOException;
  }

  static String of(Rule rule) {
    return text(out -> write(rule, out));
  }

  static String list(List<Rule> rules) {
    return text(
        out -> {
          out.writeStartArray();
          for (var rule : rules) {
            write(rule, out);
          }
          out.writeEndArray();
        });
  }

  private static void write(Rule rule, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("code", rule.code());
    out.writeStringField("about", RuleRoom.of(rule).name().toLowerCase(Locale.ROOT));
    out.writeStringField("severity", rule.severity().wire());
    out.writeBooleanField("fixed", rule.fixed());
    out.writeStringField("title", rule.title());
    out.writeStringField("why", rule.why());
    out.writeStringField("fix", rule.fix());
    out.writeStringField("source", rule.source());
    out.writeStringField("example", rule.example());
    var place = ExamplePlace.of(rule);
    if (place.isPresent()) {
      out.writeObjectFieldStart("place");
      out.writeStringField("path", place.get().path());
      out.writeNumberField("line", place.get().line());
      out.writeNumberField("column", place.get().column());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static String text(Part part) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
      part.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }
}
