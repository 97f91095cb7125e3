package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.inventory.Inventory;
import io.kubevirtnet.provider.inventory.ListedAttachment;
import io.kubevirtnet.provider.inventory.ListedCluster;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** Network attachments as a program reads them. */
final class InventoryJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private InventoryJson() {}

  static String of(Inventory inventory) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
      out.writeStartObject();
      out.writeArrayFieldStart("clusters");
      for (var cluster : inventory.clusters()) {
        write(cluster, out);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("attachments");
      for (var attachment : inventory.attachments().toList()) {
        write(attachment, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void write(ListedCluster cluster, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", cluster.name());
    out.writeStringField("status", cluster.status().name().toLowerCase(Locale.ROOT));
    if (!cluster.reason().isEmpty()) {
      out.writeStringField("reason", cluster.reason());
    }
    out.writeArrayFieldStart("notRead");
    for (var note : cluster.notRead()) {
      out.writeString(note);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(ListedAttachment attachment, JsonGenerator out) throws IOException {
    var definition = attachment.definition();
    var summary = definition.summary();
    out.writeStartObject();
    out.writeStringField("cluster", attachment.cluster());
    out.writeStringField("namespace", definition.namespace());
    out.writeStringField("name", definition.name());
    out.writeStringField("type", summary.type());
    out.writeStringField("bridge", summary.bridge());
    out.writeStringField("vlan", summary.vlan());
    out.writeStringField("ipam", summary.ipam());
    out.writeArrayFieldStart("usedBy");
    for (var user : attachment.users()) {
      out.writeStartObject();
      out.writeStringField("kind", user.kind());
      out.writeStringField("namespace", user.namespace());
      out.writeStringField("name", user.name());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
