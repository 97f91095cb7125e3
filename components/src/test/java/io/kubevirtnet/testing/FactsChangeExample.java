package io.kubevirtnet.testing;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.netris.FactsChange;
import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/**
 * A change of the facts of {@code tenant-a} as a YAML document: {@code factsBefore:} and {@code
 * factsAfter:} hold inputs of a NetrisServerCluster.
 */
public record FactsChangeExample(NetrisServerClusterSpec before, NetrisServerClusterSpec after) {

  public static boolean is(String yaml) {
    return yaml.startsWith("factsBefore:");
  }

  public static FactsChangeExample of(String yaml) {
    var document = (Fields) YamlStack.value(yaml);
    return new FactsChangeExample(read(document, "factsBefore"), read(document, "factsAfter"));
  }

  public List<Finding> findings(RunningMachines machines) {
    return FactsChange.between(before, after, machines);
  }

  private static NetrisServerClusterSpec read(Fields document, String name) {
    var given = (Fields) document.get(name).orElseThrow();
    var inputs =
        given.get("serverCluster").isPresent() ? given : given.with("serverCluster", "tenant-a");
    return SpecReader.read(
        (Fields) Tree.of(inputs), PropertyPath.ROOT, new Report(), NetrisServerClusterSpec::read);
  }
}
