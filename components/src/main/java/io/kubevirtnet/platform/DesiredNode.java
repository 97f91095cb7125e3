package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.PlatformRelease;

/**
 * A node type with the provider that it stands in. Places in the entry of the provider start where
 * the type stands, all others of the provider at {@link #PROVIDER}.
 */
public record DesiredNode(DesiredProvider provider, NodeTypeSpec type) {
  public static final PropertyPath PROVIDER = new PropertyPath("nodeProvider");

  /** With as much as is known of a provider that will take it. */
  static DesiredNode alone(NodeTypeSpec type) {
    return new DesiredNode(DesiredProvider.unknown(type), type);
  }

  /** As the platform sees them. */
  public NodeSources sources(PlatformRelease release) {
    return NodeSources.of(
        Part.of(PROVIDER, (Tree) NodeProviderExpander.object(provider)),
        Part.of(type.path(), (Tree) NodeProviderExpander.named(type, provider)),
        release);
  }

  /** The machine that the platform will make. */
  public EffectiveNode effective() {
    return Injection.of(sources(PlatformRelease.newest()), new Report());
  }

  /** The cards of the machine, before anything is said that depends on them. */
  NodeCards cards() {
    var sources =
        NodeSources.of(
            Part.of(PROVIDER, (Tree) NodeProviderExpander.unnamed(provider)),
            Part.of(type.path(), (Tree) NodeProviderExpander.entry(type, provider)),
            PlatformRelease.newest());
    return NodeCards.of(Injection.of(sources, new Report()));
  }

  /** The name of the platform's NodeType. */
  public Value<String> fullName() {
    return type.name().with(provider.name(), (t, p) -> p + "." + t);
  }
}
