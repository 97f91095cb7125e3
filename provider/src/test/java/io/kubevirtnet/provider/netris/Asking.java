package io.kubevirtnet.provider.netris;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.GetNetrisServerClusterSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions of a test, written as YAML. */
final class Asking {
  private static final YAMLMapper YAML = new YAMLMapper();
  static final Pauses QUICK = new Pauses(4, Duration.ofMillis(1), Duration.ofMillis(5));

  private final Sessions sessions = new Sessions(QUICK);
  private final String url;
  private String controller = "";

  Asking(String url) {
    this.url = url;
  }

  /** More inputs of the controller, or others. */
  Asking with(String inputs) {
    controller = inputs;
    return this;
  }

  static Fields tree(Object plain) {
    return (Fields) Tree.of(plain);
  }

  static Map<String, Object> yaml(String yaml) {
    try {
      Map<String, Object> map = new LinkedHashMap<>();
      YAML.readValue(yaml, Map.class).forEach((k, v) -> map.put(String.valueOf(k), v));
      return map;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  GetNetrisServerClusterSpec spec(Map<String, ?> asked) {
    var inputs = new LinkedHashMap<String, Object>(asked);
    var access = new LinkedHashMap<String, Object>();
    access.put("url", url);
    access.put("username", "svc");
    access.put("password", ScriptedController.PASSWORD);
    if (!controller.isEmpty()) {
      access.putAll(yaml(controller));
    }
    inputs.put("controller", access);
    var report = new Report();
    var spec =
        SpecReader.read(tree(inputs), PropertyPath.ROOT, report, GetNetrisServerClusterSpec::read);
    if (!report.findings().isEmpty()) {
      throw new IllegalArgumentException(report.findings().toString());
    }
    return spec;
  }

  FactsAnswer ask(Map<String, ?> asked) {
    return FactsAnswer.of(spec(asked), sessions);
  }

  FactsAnswer ask(String yaml) {
    return ask(yaml(yaml));
  }

  FactsAnswer ask() {
    return ask("serverCluster: tenant-a");
  }

  /** Code, input, and what is wrong. */
  static List<String> said(FactsAnswer answer) {
    return answer.findings().stream()
        .map(f -> f.code() + " " + f.path() + ": " + f.what())
        .toList();
  }

  static List<String> codes(FactsAnswer answer) {
    return answer.findings().stream().map(Finding::code).toList();
  }
}
