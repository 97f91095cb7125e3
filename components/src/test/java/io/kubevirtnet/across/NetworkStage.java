package io.kubevirtnet.across;

import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run, into which policies, definitions and machines come in any order. */
final class NetworkStage {
  private static final PropertyPath CONFIG = PropertyPath.ROOT.child("config");

  final Run run = new Run();
  private Isolation isolation = Isolation.OFF;

  /** What one of them was told. */
  record Told(List<Finding> findings, List<String> notChecked) {
    List<String> codes() {
      return findings.stream().map(Finding::code).toList();
    }

    List<String> places() {
      return findings.stream().map(f -> f.code() + " " + f.path()).toList();
    }
  }

  NetworkStage isolated(String... globals) {
    isolation = new Isolation(true, List.of(globals));
    return this;
  }

  /**
   * A policy.
   *
   * @param state the desired state in YAML
   */
  Told policy(String state, Map<String, String> labels) {
    var values = new LinkedHashMap<String, Value<String>>();
    labels.forEach((key, value) -> values.put(key, known(value)));
    var report = new Report();
    run.policy(
        new Claimant("policy", "east"),
        new HostPolicy(
            known("p"),
            known(values),
            new Value.Absent<>(PropertyPath.ROOT),
            YamlStack.value(state),
            known("1")),
        report);
    return told(report);
  }

  Told policy(String state) {
    return policy(state, Map.of());
  }

  /**
   * A definition.
   *
   * @param reference namespace/name
   * @param config in YAML, without cniVersion
   */
  Told definition(String reference, String config) {
    return definition("east", reference, Map.of(), config);
  }

  Told definition(
      String cluster, String reference, Map<String, String> annotations, String config) {
    var parts = reference.split("/", -1);
    var report = new Report();
    run.definition(
        new Claimant("definition " + reference, cluster),
        new Definition(
            known(parts[1]),
            known(parts[0]),
            (Fields) Tree.of(annotations),
            YamlStack.value(config),
            CONFIG),
        report);
    return told(report);
  }

  /** A machine on nodes with these labels. */
  Told machine(String namespace, String reference, boolean isDefault, Map<String, String> labels) {
    var report = new Report();
    run.use(
        new Claimant("machine", "east"),
        new AttachmentUse(
            Value.known(PropertyPath.ROOT.child("networkName"), reference),
            namespace,
            isDefault,
            Optional.of(new NodeSelector(labels))),
        isolation,
        report);
    return told(report);
  }

  Told machine(String namespace, String reference) {
    return machine(namespace, reference, false, Map.of());
  }

  private static Told told(Report report) {
    return new Told(
        report.findings(), report.notChecked().stream().map(Report.NotChecked::toString).toList());
  }

  private static <T> Value<T> known(T value) {
    return Value.known(PropertyPath.ROOT, value);
  }
}
