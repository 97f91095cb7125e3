package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Set;

/**
 * A NodeNetworkConfigurationPolicy.
 *
 * @param annotations ours only when it is to be written; all of them when it was read
 * @param resourceVersion empty when it was not read from the cluster
 * @param generation 0 when it was not read from the cluster
 * @param inProgress the admission would refuse a change now, since no handler has finished it
 * @param managers who wrote to it, as the API server keeps it; none when it was not read from there
 */
public record Policy(
    String name,
    Map<String, String> annotations,
    Fields spec,
    String uid,
    String resourceVersion,
    long generation,
    boolean inProgress,
    Set<String> managers) {
  public Policy(
      String name,
      Map<String, String> annotations,
      Fields spec,
      String uid,
      String resourceVersion,
      long generation,
      boolean inProgress) {
    this(name, annotations, spec, uid, resourceVersion, generation, inProgress, Set.of());
  }

  public Policy {
    annotations = Map.copyOf(annotations);
    managers = Set.copyOf(managers);
  }
}
