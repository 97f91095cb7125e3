package io.kubevirtnet.netris;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a network was made by, at one moment.
 *
 * @param bridge on the nodes
 * @param definitions on that bridge, {@code namespace/name}
 */
record MadeNetwork(
    Value<String> serverCluster,
    Value<HostModel> hostModel,
    Value<String> bridge,
    List<String> definitions,
    ServerClusterFacts facts) {

  MadeNetwork {
    definitions = List.copyOf(definitions);
  }

  static MadeNetwork of(NetrisServerClusterSpec spec) {
    return new MadeNetwork(
        spec.serverCluster(),
        spec.hostModel(),
        spec.bridgeName(),
        spec.definitions().known().orElse(List.of()).stream()
            .flatMap(d -> d.known().stream())
            .toList(),
        new ServerClusterFacts(spec.facts()));
  }

  /** What would be made if these were the facts. */
  static MadeNetwork of(NetrisInputs inputs, Value<NetrisFactsSpec> facts) {
    var spec = inputs.spec();
    var known = new ServerClusterFacts(facts);
    return new MadeNetwork(
        spec.serverCluster(), spec.hostModel(), NetrisBridge.name(spec, known), List.of(), known);
  }

  boolean is(HostModel model) {
    return hostModel.known().filter(m -> m == model).isPresent();
  }

  /** Where a fact stands. */
  PropertyPath fact(String name) {
    return facts.spec().path().child(name);
  }

  /** Its definitions in words; nothing where there are none. */
  Optional<String> definitionWords() {
    return definitions.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", definitions));
  }
}
