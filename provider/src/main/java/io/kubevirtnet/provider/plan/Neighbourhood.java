package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * One side together with what stays as it is beside it.
 *
 * @param side what it declares
 * @param others the cluster's own, in an order that says nothing
 */
record Neighbourhood(List<KubernetesObject> side, List<KubernetesObject> others) {
  Neighbourhood {
    side = List.copyOf(side);
    others = List.copyOf(others);
  }

  static Neighbourhood of(Side side, PlanScene scene) {
    return new Neighbourhood(
        side.manifests(),
        scene.others().stream().map(Declared::ordered).sorted(ObjectKey.order()).toList());
  }

  /** Of two that do not go together the later is told of it, so what stays comes first. */
  List<KubernetesObject> all() {
    return Stream.concat(others.stream(), side.stream()).toList();
  }

  ClusterConfiguration cluster(PlanScene scene) {
    var cluster = scene.rules().cluster();
    return Stream.concat(side.stream(), others.stream())
        .filter(o -> o.reference().kind().equals("KubeVirt") && o.group().equals("kubevirt.io"))
        .findFirst()
        .map(o -> ClusterConfiguration.of(cluster.release(), o.fields()))
        .orElse(cluster);
  }
}
