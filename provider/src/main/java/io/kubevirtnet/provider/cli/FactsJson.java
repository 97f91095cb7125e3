package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.netris.FactsAnswer;
import io.kubevirtnet.provider.report.FindingJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Facts of a server cluster's network, and what was found, as a program reads them. */
final class FactsJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private FactsJson() {}

  static String of(FactsAnswer answer, List<Finding> differences) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
      out.writeStartObject();
      if (answer.facts().isPresent()) {
        out.writeFieldName("facts");
        MAPPER.writeValue(out, answer.facts().get().plain());
      }
      out.writeArrayFieldStart("findings");
      for (var finding : answer.findings()) {
        FindingJson.write(finding, out);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("differences");
      for (var finding : differences) {
        FindingJson.write(finding, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }
}
