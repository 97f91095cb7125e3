package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Upstream;
import java.io.IOException;

/** A finding as programs read it. */
public final class FindingJson {
  private FindingJson() {}

  public static void write(Finding f, JsonGenerator out) throws IOException {
    out.writeStartObject();
    fields(f, out);
    out.writeEndObject();
  }

  /** Into an object that says more. */
  static void fields(Finding f, JsonGenerator out) throws IOException {
    out.writeStringField("code", f.code());
    out.writeStringField("severity", f.severity().wire());
    out.writeStringField("path", f.path().text());
    out.writeStringField("message", f.what());
    out.writeStringField("why", f.why());
    out.writeStringField("fix", f.fix());
    if (f.resource().isPresent()) {
      write("resource", f.resource().get(), out);
    }
    if (f.upstream().isPresent()) {
      write(f.upstream().get(), out);
    }
  }

  public static void write(String name, ObjectReference reference, JsonGenerator out)
      throws IOException {
    out.writeFieldName(name);
    write(reference, out);
  }

  static void write(ObjectReference reference, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", reference.kind());
    out.writeStringField("namespace", reference.namespace());
    out.writeStringField("name", reference.name());
    out.writeEndObject();
  }

  private static void write(Upstream upstream, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("upstream");
    out.writeStringField("tool", upstream.tool());
    out.writeStringField("type", upstream.type());
    out.writeStringField("field", upstream.field());
    out.writeStringField("message", upstream.message());
    out.writeEndObject();
  }
}
