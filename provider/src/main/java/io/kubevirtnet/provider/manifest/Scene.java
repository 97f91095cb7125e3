package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.manifest.NodeStates.NodeState;
import io.kubevirtnet.vcluster.PlatformRelease;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What objects are looked at with.
 *
 * @param nodes what nodes have; none when nobody knows
 * @param managementAllowed that a management interface is touched is meant so
 * @param isolation how far Multus lets machines reach
 * @param cluster the KubeVirt that machines are for
 * @param release the vCluster Platform that makes nodes
 * @param upstreamOnly only what an upstream validator says is wanted
 * @param usedByMachines the definitions that some machine has beside its default network, as
 *     namespace/name
 * @param platform the objects of vCluster Platform that stand together
 */
public record Scene(
    Run run,
    List<NodeState> nodes,
    boolean managementAllowed,
    Isolation isolation,
    ClusterConfiguration cluster,
    PlatformRelease release,
    boolean upstreamOnly,
    Set<String> usedByMachines,
    Optional<PlatformManifest> platform) {

  public Scene {
    nodes = List.copyOf(nodes);
    usedByMachines = Set.copyOf(usedByMachines);
  }

  /** Nobody said anything but the release of KubeVirt. */
  public static Scene of(KubeVirtRelease kubeVirt, boolean upstreamOnly) {
    return new Scene(
        new Run(),
        List.of(),
        false,
        Isolation.OFF,
        ClusterConfiguration.of(kubeVirt),
        PlatformRelease.newest(),
        upstreamOnly,
        Set.of(),
        Optional.empty());
  }

  /** For machines of nodes alone. */
  public static Scene of(
      ClusterConfiguration cluster, PlatformRelease release, Isolation isolation) {
    return new Scene(
        new Run(),
        List.of(),
        false,
        isolation,
        cluster,
        release,
        false,
        Set.of(),
        Optional.empty());
  }

  /** Nothing else is known of the cluster. */
  static Scene of() {
    return of(KubeVirtRelease.newest(), false);
  }

  /** With what is known of nodes and of Multus. */
  public Scene on(List<NodeState> nodes, boolean managementAllowed, Isolation isolation) {
    return new Scene(
        run,
        nodes,
        managementAllowed,
        isolation,
        cluster,
        release,
        upstreamOnly,
        usedByMachines,
        platform);
  }

  /** With what is known of KubeVirt. */
  public Scene of(ClusterConfiguration kubeVirt) {
    return joined(run, kubeVirt, usedByMachines, platform);
  }

  /** With this release of vCluster Platform. */
  public Scene of(PlatformRelease release) {
    return new Scene(
        run,
        nodes,
        managementAllowed,
        isolation,
        cluster,
        release,
        upstreamOnly,
        usedByMachines,
        platform);
  }

  /** The same, for objects that no other is joined with. */
  public Scene alone() {
    return joined(new Run(), cluster, usedByMachines, Optional.empty());
  }

  /**
   * What objects say of each other: a default network must give addresses, which other networks of
   * machines should not, and a KubeVirt is the one that the machines are for.
   */
  public Scene joining(List<KubernetesObject> objects) {
    var nodeObjects = PlatformManifest.of(objects, release);
    var used =
        Stream.concat(
                objects.stream().flatMap(o -> ManifestCheck.definitionsOf(o).stream()),
                nodeObjects.definitions().stream())
            .filter(u -> !u.isDefault())
            .flatMap(u -> u.definition().known().stream())
            .collect(Collectors.toSet());
    var kubeVirt =
        objects.stream()
            .filter(o -> ManifestCheck.kindOf(o).equals(ManifestCheck.KUBEVIRT))
            .findFirst()
            .map(o -> ClusterConfiguration.of(cluster.release(), o.fields()))
            .orElse(cluster);
    return joined(run, kubeVirt, used, Optional.of(nodeObjects));
  }

  private Scene joined(
      Run other,
      ClusterConfiguration kubeVirt,
      Set<String> used,
      Optional<PlatformManifest> nodeObjects) {
    return new Scene(
        other,
        nodes,
        managementAllowed,
        isolation,
        kubeVirt,
        release,
        upstreamOnly,
        used,
        nodeObjects);
  }
}
