package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.manifest.NodePreview;
import io.kubevirtnet.provider.report.FindingJson;
import java.io.IOException;
import java.io.StringWriter;

/** The one machine of a preview as a program reads it. */
final class PreviewJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PreviewJson() {}

  static String of(NodePreview preview) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
      write(preview, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  /** A provider without node types makes no machine, and has findings all the same. */
  private static void write(NodePreview preview, JsonGenerator out) throws IOException {
    var machine = preview.machines().stream().findFirst();
    out.writeStartObject();
    out.writeFieldName("virtualMachine");
    if (machine.isPresent()) {
      out.writePOJO(PreviewTree.plain(machine.get().node().virtualMachine()));
    } else {
      out.writeNull();
    }
    out.writeObjectFieldStart("properties");
    if (machine.isPresent()) {
      for (var property : machine.get().node().properties().properties().values()) {
        out.writeObjectFieldStart(property.key());
        out.writeStringField("value", PreviewTree.text(property));
        out.writeStringField("from", property.origin().wire());
        out.writeEndObject();
      }
    }
    out.writeEndObject();
    var networkData = machine.flatMap(m -> PreviewTree.networkData(m.node()));
    out.writeFieldName("networkData");
    if (networkData.isPresent()) {
      out.writeString(networkData.get());
    } else {
      out.writeNull();
    }
    out.writeArrayFieldStart("findings");
    for (var finding : preview.findings()) {
      FindingJson.write(finding, out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("assumptions");
    if (machine.isPresent()) {
      for (var assumption : machine.get().node().assumptions()) {
        out.writeString(assumption.text());
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
