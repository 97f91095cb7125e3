package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.PlatformObjects.Placed;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.PlatformRelease;
import java.util.List;
import java.util.Optional;

/** The machines that the platform will make of all node types, about which nothing is said. */
public final class NodeTypes {
  private NodeTypes() {}

  /**
   * One of them.
   *
   * @param name of the node type; empty when it has none
   */
  public record MachineOfType(ObjectReference provider, String name, EffectiveNode node) {
    /** {@code provider.type}, as claims call it. */
    public String fullName() {
      return provider.name() + "." + name;
    }

    public String namespace() {
      return RenderedNode.namespace(node);
    }
  }

  /** In the order of the objects; what is no object of the platform is left out. */
  public static List<MachineOfType> of(List<KubernetesObject> objects, PlatformRelease release) {
    var platform = PlatformManifest.of(objects, release);
    return platform
        .objects()
        .of(PlatformKind.NODE_PROVIDER)
        .flatMap(p -> platform.cast().ofTypes(p).stream().map(s -> made(p, s)))
        .toList();
  }

  private static MachineOfType made(Placed provider, NodeSources sources) {
    return new MachineOfType(
        provider.object().reference(),
        sources.type().get("name").text().orElse(""),
        Injection.of(sources, new Report()));
  }

  /** Whether the platform's rules have a part in it. */
  public static boolean isOfPlatform(KubernetesObject object) {
    return PlatformKind.of(object).isPresent();
  }

  /** The node type that a claim asks for, {@code provider.type}; nothing for all else. */
  public static Optional<String> claimed(KubernetesObject object) {
    return PlatformKind.of(object)
        .filter(PlatformKind.NODE_CLAIM::equals)
        .flatMap(k -> Cursor.root(object).at("spec", "typeRef").text(new Report()).known());
  }
}
