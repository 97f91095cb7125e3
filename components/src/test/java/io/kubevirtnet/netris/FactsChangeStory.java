package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.netris.RunningMachines.Machine;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.testing.FactsChangeExample;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.stream.Stream;

/** A change of the facts of {@code tenant-a}, whose definition is {@code vms/tenant-a}. */
final class FactsChangeStory {
  private final String before;
  private final String after;
  private RunningMachines machines = RunningMachines.UNKNOWN;

  private FactsChangeStory(String before, String after) {
    this.before = before;
    this.after = after;
  }

  static FactsChangeStory trunk(String bridgeBefore, String before, String bridge, String after) {
    return new FactsChangeStory(made("trunk", bridgeBefore, before), made("trunk", bridge, after));
  }

  static FactsChangeStory evpn(String bridgeBefore, String before, String bridge, String after) {
    return new FactsChangeStory(
        made("evpn-on-host", bridgeBefore, before), made("evpn-on-host", bridge, after));
  }

  static FactsChangeStory of(String before, String after) {
    return new FactsChangeStory(before, after);
  }

  static String made(String hostModel, String bridge, String facts) {
    return "{hostModel: %s, bridgeName: \"%s\", definitions: [vms/tenant-a], facts: {%s}}"
        .formatted(hostModel, bridge, facts);
  }

  /** Each as {@code namespace/name@node}. */
  FactsChangeStory running(String... names) {
    machines =
        RunningMachines.of(
            Stream.of(names).map(n -> n.split("@", 2)).map(n -> new Machine(n[0], n[1])).toList());
    return this;
  }

  List<Finding> findings() {
    return FactsChangeExample.of("factsBefore: " + before + "\nfactsAfter: " + after + "\n")
        .findings(machines);
  }

  /** A line each, without what the catalogue says. */
  List<String> lines() {
    return findings().stream()
        .map(f -> f.severity().wire() + " " + f.code() + " " + f.path() + ": " + f.what())
        .toList();
  }

  /** A network with pinned facts. */
  static NetrisInputs inputs(String facts) {
    var tree = (Fields) YamlStack.value("{serverCluster: a, facts: {" + facts + "}}");
    return SpecReader.read(tree, PropertyPath.ROOT, new Report(), NetrisInputs::read);
  }
}
