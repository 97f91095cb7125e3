package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides one machine, as it was written.
 *
 * @param provider the NodeProvider
 * @param type an entry of its {@code spec.kubeVirt.nodeTypes}
 * @param environment the NodeEnvironment, where one is known
 * @param osImage the OSImage, where one is known
 * @param claim the NodeClaim; a machine of a pool has none of interest
 * @param configTemplates the MachineConfigTemplates that are known
 */
public record NodeSources(
    Part provider,
    Part type,
    Optional<Part> environment,
    Optional<Part> osImage,
    Optional<Part> claim,
    List<Part> configTemplates,
    PlatformRelease release) {
  public NodeSources {
    configTemplates = List.copyOf(configTemplates);
  }

  /** A machine of a pool, with nothing said by name. */
  public static NodeSources of(Part provider, Part type, PlatformRelease release) {
    return new NodeSources(
        provider, type, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), release);
  }

  /**
   * The same with those of several environments and images that are named. Where none of them is,
   * the first one stays, so that this is told.
   */
  public NodeSources choosing(List<Part> environments, List<Part> osImages) {
    var environmentName = new PropertyMerge(this).environment().name();
    var chosen = withEnvironment(named(environments, environmentName));
    var imageName = EffectiveProperties.of(chosen).set(PropertyKey.OS_IMAGE_NAME);
    return new NodeSources(
        provider,
        type,
        chosen.environment,
        named(osImages, imageName.map(NodeProperty::value)),
        claim,
        configTemplates,
        release);
  }

  private static Optional<Part> named(List<Part> objects, Optional<Part> name) {
    return objects.stream()
        .filter(o -> name.flatMap(Part::text).filter(o.get("metadata", "name")::is).isPresent())
        .findFirst()
        .or(() -> objects.stream().findFirst());
  }

  private NodeSources withEnvironment(Optional<Part> other) {
    return new NodeSources(provider, type, other, osImage, claim, configTemplates, release);
  }
}
