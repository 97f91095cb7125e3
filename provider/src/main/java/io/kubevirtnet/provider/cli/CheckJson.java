package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.report.FindingJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** The result of a check as a program reads it. */
final class CheckJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private CheckJson() {}

  static String of(List<CheckedObject> objects) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
      write(objects, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void write(List<CheckedObject> objects, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("objects", objects.size());
    out.writeArrayFieldStart("findings");
    for (var object : objects) {
      for (var finding : object.findings()) {
        FindingJson.write(finding, out);
      }
    }
    out.writeEndArray();
    out.writeArrayFieldStart("notChecked");
    for (var object : objects) {
      for (var what : object.notChecked()) {
        out.writeStartObject();
        out.writeStringField("what", what);
        FindingJson.write("resource", object.reference(), out);
        out.writeEndObject();
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
