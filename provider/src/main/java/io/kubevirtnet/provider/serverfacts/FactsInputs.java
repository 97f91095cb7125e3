package io.kubevirtnet.provider.serverfacts;

import com.google.protobuf.Struct;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.stream.Stream;

/**
 * The inputs of kept facts that have passed the check.
 *
 * @param tree as they came
 */
record FactsInputs(Fields tree, NetrisServerClusterSpec spec) {
  static FactsInputs read(Struct inputs) {
    var tree = InputReader.read(inputs).tree();
    return new FactsInputs(
        tree,
        SpecReader.read(tree, PropertyPath.ROOT, new Report(), NetrisServerClusterSpec::read));
  }

  /** {@code namespace/name} each, as far as they are known. */
  Stream<String> definitions() {
    return spec.definitions().known().stream()
        .flatMap(l -> l.stream())
        .flatMap(d -> d.known().stream());
  }

  /** Empty while it is not known. */
  String name() {
    return spec.serverCluster().known().orElse("");
  }

  Struct outputs() {
    return TreeWriter.VALUES_ONLY.write(Tree.of("serverCluster", spec.serverCluster()));
  }
}
