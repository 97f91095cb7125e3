package io.kubevirtnet.platform;

import io.kubevirtnet.spec.OSImageSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;

/** From an image under a name to the OSImage. */
public final class OsImageExpander {
  public static final String KIND = "OSImage";

  /** The platform's pages offer it for machines of KubeVirt then. */
  private static final String FOR_KUBEVIRT = "kubevirt";

  private OsImageExpander() {}

  public static PlatformObject object(OSImageSpec spec, String resourceName) {
    var type = Value.known(spec.image().path(), FOR_KUBEVIRT);
    var properties = NodeProperties.NONE.with(PropertyKey.OS_IMAGE_TYPE, type).image(spec.image());
    var fields =
        Tree.fields()
            .with("displayName", spec.displayName())
            .with("description", spec.description())
            .with("properties", properties.and(spec.properties()));
    return PlatformObject.of(KIND, Tree.of("name", spec.name().orDefault(resourceName)), fields)
        .fromSame("displayName", "description")
        .placed(properties.places(PlatformObject.PROPERTIES, spec.properties()))
        .placed(Places.EMPTY.at(PlatformObject.PROPERTIES, spec.image().path()));
  }
}
