package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.YamlText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Manifests of the platform, one after the other: what decides the machines of the node types of
 * the one NodeProvider among them. A text {@code ${unknown}} is not known yet, {@code ${secret}} is
 * a secret.
 */
record NodeFile(List<Fields> objects) {
  static NodeFile of(String yaml) {
    return new NodeFile(
        Arrays.stream(yaml.split("(?m)^---.*\n"))
            .filter(d -> !d.isBlank())
            .map(d -> (Fields) NotPlain.of(YamlText.read(d).tree().orElseThrow()))
            .toList());
  }

  /** One for each of the node types. */
  Stream<NodeSources> sources() {
    var provider = parts("NodeProvider").get(0);
    return provider.get("spec", "kubeVirt", "nodeTypes").items().stream()
        .map(type -> sources(provider, type));
  }

  private NodeSources sources(Part provider, Part type) {
    var alone =
        new NodeSources(
            provider,
            type,
            Optional.empty(),
            Optional.empty(),
            parts("NodeClaim").stream().findFirst(),
            parts("MachineConfigTemplate"),
            PlatformRelease.newest());
    return alone.choosing(parts("NodeEnvironment"), parts("OSImage"));
  }

  private List<Part> parts(String kind) {
    return objects.stream()
        .filter(o -> Part.of(PropertyPath.ROOT, (Tree) o).get("kind").is(kind))
        .map(o -> Part.of(new PropertyPath(kind), (Tree) o))
        .toList();
  }
}
