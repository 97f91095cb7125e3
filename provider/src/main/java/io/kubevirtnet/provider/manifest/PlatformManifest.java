package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.MachineUses;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.PlatformObjects.Placed;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.vcluster.ClaimRules;
import io.kubevirtnet.vcluster.ConfigTemplateRules;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.EnvironmentRules;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.OsImageRules;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.ProviderRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The objects of vCluster Platform as they were written, and the machines that come of them.
 *
 * <p>A machine is judged once, where its node type is; what of it stands in another object is told
 * there.
 */
public final class PlatformManifest {
  private final PlatformObjects objects;
  private final PlatformRelease release;
  private final NodeCast cast;
  private final List<RenderedNode> machines = new ArrayList<>();

  private PlatformManifest(PlatformObjects objects, PlatformRelease release) {
    this.objects = objects;
    this.release = release;
    this.cast = new NodeCast(objects, release);
  }

  static PlatformManifest of(List<KubernetesObject> objects, PlatformRelease release) {
    return new PlatformManifest(PlatformObjects.of(objects), release);
  }

  static void check(KubernetesObject object, Scene scene, Report report) {
    var platform =
        scene
            .platform()
            .filter(p -> p.objects.find(object).isPresent())
            .orElseGet(() -> of(List.of(object), scene.release()));
    platform.objects.find(object).ifPresent(placed -> platform.check(placed, scene, report));
  }

  private void check(Placed placed, Scene scene, Report report) {
    var said = new Report();
    var part = placed.part();
    own(placed, said);
    switch (placed.kind()) {
      case NODE_PROVIDER -> {
        cast.ofTypes(placed).forEach(s -> render(s, scene));
        if (!part.get("spec", "kubeVirt").isSet()) {
          said.notChecked(part.get("spec").path(), "no kubeVirt here");
        }
      }
      case NODE_CLAIM ->
          cast.ofClaim(placed)
              .ifPresentOrElse(
                  s -> render(s, scene),
                  () -> said.notChecked(part.path(), "the machine, whose node type is not known"));
      case NODE_ENVIRONMENT, OS_IMAGE, CONFIG_TEMPLATE -> {}
    }
    machines.forEach(m -> m.tell(said));
    hand(said, placed, report);
  }

  /** What is wrong with an object by itself. */
  void own(Placed placed, Report report) {
    var part = placed.part();
    switch (placed.kind()) {
      case NODE_PROVIDER -> ProviderRules.check(part, release, report);
      case NODE_CLAIM -> ClaimRules.check(part, release, report);
      case NODE_ENVIRONMENT -> EnvironmentRules.check(part, release, report);
      case OS_IMAGE -> OsImageRules.check(part, release, report);
      case CONFIG_TEMPLATE -> ConfigTemplateRules.check(part, release, report);
    }
  }

  PlatformObjects objects() {
    return objects;
  }

  NodeCast cast() {
    return cast;
  }

  private void render(NodeSources sources, Scene scene) {
    machines.add(RenderedNode.of(sources, scene));
  }

  /** What stands in this object, at the places that its author knows. */
  static void hand(Report said, Placed placed, Report report) {
    said.findings().stream()
        .filter(f -> placed.holds(f.path()))
        .forEach(f -> report.add(f.at(placed.own(f.path()))));
    said.notChecked().stream()
        .filter(n -> placed.holds(n.path()))
        .forEach(n -> report.notChecked(placed.own(n.path()), n.why()));
  }

  /** The definitions that machines of any provider attach to. */
  List<DefinitionUse> definitions() {
    return objects.of(PlatformKind.NODE_PROVIDER).flatMap(this::definitions).toList();
  }

  private Stream<DefinitionUse> definitions(Placed provider) {
    return cast.ofTypes(provider).stream()
        .map(sources -> Injection.of(sources, new Report()))
        .flatMap(node -> definitions(provider, node));
  }

  private static Stream<DefinitionUse> definitions(Placed provider, EffectiveNode node) {
    return MachineUses.of(node.machine(), RenderedNode.namespace(node)).stream()
        .map(
            use -> {
              var place = node.source(use.reference().path());
              return DefinitionUse.of(use.reference(), use.namespace(), use.isDefault())
                  .at(provider.holds(place) ? provider.own(place) : PropertyPath.ROOT);
            });
  }
}
