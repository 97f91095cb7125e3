package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.CheckedObject;
import java.util.List;

/** The result of a check as a program reads it. */
final class CheckJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private CheckJson() {}

  static String of(List<CheckedObject> objects) {
    var result = MAPPER.createObjectNode();
    result.put("objects", objects.size());
    var findings = result.putArray("findings");
    objects.forEach(o -> o.findings().forEach(f -> add(f, findings)));
    var notChecked = result.putArray("notChecked");
    objects.forEach(o -> add(o, notChecked));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Finding f, ArrayNode findings) {
    var node =
        findings
            .addObject()
            .put("code", f.code())
            .put("severity", f.severity().wire())
            .put("path", f.path().text())
            .put("message", f.what())
            .put("why", f.why())
            .put("fix", f.fix());
    f.resource().ifPresent(r -> add(r, node.putObject("resource")));
    f.upstream()
        .ifPresent(
            u ->
                node.putObject("upstream")
                    .put("tool", u.tool())
                    .put("type", u.type())
                    .put("field", u.field())
                    .put("message", u.message()));
  }

  private static void add(CheckedObject object, ArrayNode notChecked) {
    for (var what : object.notChecked()) {
      var node = notChecked.addObject().put("what", what);
      add(object.reference(), node.putObject("resource"));
    }
  }

  private static void add(ObjectReference reference, ObjectNode node) {
    node.put("kind", reference.kind())
        .put("namespace", reference.namespace())
        .put("name", reference.name());
  }
}
