package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.provider.cluster.AccessQuestion;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.ObjectQuery;
import io.kubevirtnet.provider.cluster.ObjectSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * A healthy cluster with more objects, or with others of the same name, as a text has them. A
 * document {@code cluster:} says what kinds are not known, empty or refused, and who may not do
 * what with network attachments.
 */
final class WrittenCluster implements ObjectSource {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  private static final ObjectMapper YAML = new YAMLMapper();

  private final TreeMap<String, JsonNode> objects = new TreeMap<>();
  private JsonNode settings = MissingNode.getInstance();

  private WrittenCluster() {}

  static WrittenCluster healthy() {
    return with("");
  }

  static WrittenCluster with(String text) {
    var cluster = new WrittenCluster();
    try (var healthy =
        Objects.requireNonNull(WrittenCluster.class.getResourceAsStream("/doctor/healthy.yaml"))) {
      cluster.add(new String(healthy.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cluster.add(text);
  }

  WrittenCluster add(String text) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (documents.hasNext()) {
        var document = documents.next();
        if (document.has("cluster")) {
          settings = document.path("cluster");
        } else if (document.isObject()) {
          objects.put(identity(document), document);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Picture picture() {
    return picture(Optional.empty());
  }

  Picture picture(Optional<String> namespace) {
    return new PictureReading(this, namespace, CLOCK).read();
  }

  List<Checkup> examine() {
    return Doctor.examine(picture());
  }

  @Override
  public String address() {
    return "https://cluster.example:6443";
  }

  @Override
  public List<JsonNode> list(ObjectQuery query, UnaryOperator<JsonNode> kept) {
    var name = query.group().isEmpty() ? query.plural() : query.plural() + "." + query.group();
    if (lists("without", name)) {
      throw new ClusterProblem(Kind.NO_SUCH_KIND, "no kind");
    }
    if (lists("refused", name) || query.namespace().isEmpty() && lists("refusedInAll", name)) {
      throw new ClusterProblem(Kind.FORBIDDEN, "no permission");
    }
    var subject =
        List.of(Subject.values()).stream()
            .filter(s -> s.query(query.namespace()).equals(query))
            .findFirst()
            .orElseThrow();
    var found = new ArrayList<JsonNode>();
    for (var object : objects.values()) {
      boolean inNamespace =
          query.namespace().isEmpty()
              || query.namespace().get().equals(object.at("/metadata/namespace").asText());
      if (object.path("kind").asText().equals(subject.kind())
          && object.path("apiVersion").asText().equals(subject.apiVersion())
          && inNamespace
          && selected(query, object)
          && !lists("empty", name)) {
        found.add(
            kept.apply(((ObjectNode) object.deepCopy()).without(List.of("apiVersion", "kind"))));
      }
    }
    return found;
  }

  private static boolean selected(ObjectQuery query, JsonNode object) {
    var label = query.selectors().get("labelSelector");
    if (label != null) {
      var part = label.split("=", 2);
      return object.path("metadata").path("labels").path(part[0]).asText().equals(part[1]);
    }
    var field = query.selectors().get("fieldSelector");
    return field == null || object.path("type").asText().equals("Warning");
  }

  @Override
  public boolean mayI(AccessQuestion question) {
    return !lists("userRefused", question.verb());
  }

  @Override
  public boolean may(String user, AccessQuestion question) {
    if (settings.path("silent").asBoolean()) {
      throw new ClusterProblem(Kind.FORBIDDEN, "no permission");
    }
    return !lists("agentRefused", question.verb());
  }

  @Override
  public void close() {}

  private boolean lists(String setting, String name) {
    return StreamSupport.stream(settings.path(setting).spliterator(), false)
        .anyMatch(n -> n.asText().equals(name) || n.asText().equals("*"));
  }

  private static String identity(JsonNode object) {
    return String.join(
        "/",
        object.path("kind").asText(),
        object.at("/metadata/namespace").asText(),
        object.at("/metadata/name").asText());
  }
}
