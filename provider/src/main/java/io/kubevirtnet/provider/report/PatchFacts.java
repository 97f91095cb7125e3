package io.kubevirtnet.provider.report;

import io.kubevirtnet.machine.ConfigurationPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a patch adds to an object of KubeVirt's. */
record PatchFacts(Peek patch) {
  static final String KUBEVIRT = ConfigurationPlace.KUBEVIRT + "Patch";
  static final String HYPER_CONVERGED = ConfigurationPlace.HYPER_CONVERGED + "Patch";
  static final Set<String> KINDS = Set.of(KUBEVIRT, HYPER_CONVERGED);
  private static final String BINDING = "binding";

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    plugins().forEach((name, plugin) -> facts.add(Fact.of("plugin", line(name, plugin))));
    var settings =
        network().fields().entrySet().stream().filter(e -> !e.getKey().equals(BINDING)).toList();
    if (!settings.isEmpty()) {
      facts.add(Fact.of("networks", fields(settings)));
    }
    annotations().forEach((key, text) -> facts.add(Fact.of("note", key + ": " + text.text())));
    return facts;
  }

  /** By name. */
  Map<String, Peek> plugins() {
    var ofKubeVirt = network().at(BINDING).fields();
    return ofKubeVirt.isEmpty() ? patch.at("spec", "networkBinding").fields() : ofKubeVirt;
  }

  /** Short, for the sentence about the whole plan. */
  List<String> phrases() {
    var phrases =
        new ArrayList<>(plugins().keySet().stream().map(name -> "binding plugin " + name).toList());
    boolean settings = network().fields().keySet().stream().anyMatch(k -> !k.equals(BINDING));
    boolean told = annotations().containsKey(ConfigurationPlace.ANNOTATION);
    if (settings || told) {
      phrases.add("settings of " + ConfigurationPlace.KUBEVIRT);
    }
    return phrases;
  }

  private Peek network() {
    return patch.at("spec", "configuration", "network");
  }

  private Map<String, Peek> annotations() {
    return patch.at("metadata", "annotations").fields();
  }

  private static String line(String name, Peek plugin) {
    var fields = fields(List.copyOf(plugin.fields().entrySet()));
    return name + (fields.isEmpty() ? "" : ": " + fields);
  }

  private static String fields(List<Map.Entry<String, Peek>> fields) {
    return fields.stream()
        .map(e -> e.getKey() + Paragraph.FIRM_SPACE + e.getValue().text())
        .collect(Collectors.joining(", "));
  }
}
