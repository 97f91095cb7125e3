package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to see the machines of.
 *
 * @param objects everything that was given
 * @param provider the NodeProvider, one of them
 * @param claim the NodeClaim that the machine is for, one of them
 * @param chosen the environments and images that were given for this alone, so that they count even
 *     where nobody names them
 */
public record NodeManifests(
    List<KubernetesObject> objects,
    KubernetesObject provider,
    Optional<KubernetesObject> claim,
    List<KubernetesObject> chosen) {
  public NodeManifests {
    objects = List.copyOf(objects);
    chosen = List.copyOf(chosen);
  }

  /** The claim brings its machine along, so that no node type counts. */
  public boolean isWhole() {
    return claim
        .map(c -> Part.of(PropertyPath.ROOT, c.fields()).get("spec"))
        .filter(s -> s.get("properties", PropertyKey.MACHINE_TEMPLATE.key()).isSet())
        .filter(s -> !s.get("typeRef").isSet())
        .isPresent();
  }

  /** There may be node types of other names. */
  public boolean hasOpenTypes() {
    var root = Part.of(PropertyPath.ROOT, provider.fields());
    return root.get("spec", "kubeVirt", "nodeTypes").isOpen()
        || NodeCast.types(root).stream().anyMatch(t -> t.isOpen() || t.get("name").isOpen());
  }

  /** The names of the provider's node types; those without a name are left out. */
  public List<String> types() {
    return NodeCast.types(Part.of(PropertyPath.ROOT, provider.fields())).stream()
        .flatMap(t -> t.get("name").text().stream())
        .toList();
  }
}
