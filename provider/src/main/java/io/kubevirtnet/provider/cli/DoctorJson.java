package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.doctor.Checkup;
import io.kubevirtnet.provider.doctor.Examination;
import io.kubevirtnet.provider.report.FindingJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * What a doctor found, as a program reads it. The version grows when a field goes or changes its
 * meaning, and not when one is added.
 */
final class DoctorJson {
  static final int VERSION = 1;

  private static final JsonMapper MAPPER = new JsonMapper();

  private DoctorJson() {}

  /** Writes fields of an object. */
  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator out) throws IOException;
  }

  static String of(Examination examination) {
    return text(
        examination.context(),
        examination.address(),
        out -> {
          out.writeBooleanField("reached", true);
          out.writeBooleanField("healthy", examination.isHealthy());
          findings(examination, out);
          out.writeArrayFieldStart("checks");
          for (var checkup : examination.checkups()) {
            checkup(checkup, out);
          }
          out.writeEndArray();
        });
  }

  static String notReached(String context, String address, String reason) {
    return text(
        context,
        address,
        out -> {
          out.writeBooleanField("reached", false);
          out.writeBooleanField("healthy", false);
          out.writeStringField("reason", reason);
          out.writeArrayFieldStart("findings");
          out.writeEndArray();
          out.writeArrayFieldStart("checks");
          out.writeEndArray();
        });
  }

  private static String text(String context, String address, Fields fields) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
      out.writeStartObject();
      out.writeNumberField("version", VERSION);
      out.writeStringField("context", context);
      out.writeStringField("address", address);
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void findings(Examination examination, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("findings");
    for (var checkup : examination.checkups()) {
      for (var symptom : checkup.symptoms()) {
        out.writeStartObject();
        out.writeStringField("check", checkup.title());
        out.writeStringField("command", symptom.command());
        out.writeFieldName("finding");
        FindingJson.write(symptom.finding(), out);
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  private static void checkup(Checkup checkup, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("title", checkup.title());
    out.writeNumberField("findings", checkup.symptoms().size());
    strings("fine", checkup.fine(), out);
    strings("notChecked", checkup.notChecked(), out);
    out.writeEndObject();
  }

  private static void strings(String name, List<String> texts, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (var text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
