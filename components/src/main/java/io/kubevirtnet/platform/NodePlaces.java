package io.kubevirtnet.platform;

import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.value.PropertyPath;
import java.util.function.UnaryOperator;

/** From places of what the platform gets to the inputs that say what stands there. */
public final class NodePlaces {
  private NodePlaces() {}

  public static UnaryOperator<PropertyPath> of(KubeVirtNodeTypeSpec spec, DesiredNode node) {
    return NodeChecks.places(node.provider(), NodeTypePlaces.of(spec));
  }

  public static UnaryOperator<PropertyPath> of(
      KubeVirtNodeProviderSpec spec, DesiredProvider provider) {
    return NodeChecks.places(provider, NodeProviderPlaces.of(spec));
  }
}
