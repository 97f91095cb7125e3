package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a NetworkAttachmentDefinition connects to. */
public final class DefinitionFacts {
  private final Peek definition;

  public DefinitionFacts(Peek definition) {
    this.definition = definition;
  }

  public List<Fact> facts() {
    return List.of(Fact.of("config", shown()));
  }

  /** {@code VLAN 100}, or the name where there is no VLAN. */
  public String network() {
    var vlan = parsed().map(c -> c.at("vlan").text() + c.at("vlanID").text()).orElse("");
    return vlan.isEmpty() ? "network " + definition.at("metadata", "name").text() : "VLAN " + vlan;
  }

  public String namespace() {
    return definition.at("metadata", "namespace").text();
  }

  private String shown() {
    return parsed()
        .map(
            c ->
                c.fields().entrySet().stream()
                    .map(e -> e.getKey() + Paragraph.FIRM_SPACE + e.getValue().text())
                    .collect(Collectors.joining(", ")))
        .orElseGet(() -> definition.at("spec", "config").text());
  }

  /** The config as a tree, when all of it is known and no secret. */
  public Optional<Peek> parsed() {
    return definition.at("spec", "config").openText().flatMap(DefinitionFacts::parse);
  }

  private static Optional<Peek> parse(String json) {
    try {
      Map<String, Object> fields = new JsonMapper().readValue(json, new TypeReference<>() {});
      return Optional.of(Peek.of(Tree.of(fields)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
