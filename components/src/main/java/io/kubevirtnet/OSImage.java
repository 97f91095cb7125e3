package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A root disk of vCluster Platform under a name, which images say as {@code osImage}.
 *
 * <pre>{@code
 * var ubuntu = new OSImage("ubuntu", OSImageArgs.builder()
 *     .image(NodeImageArgs.builder()
 *         .url("docker://quay.io/containerdisks/ubuntu:22.04")
 *         .rootDiskSize("20Gi")
 *         .build())
 *     .build());
 * }</pre>
 */
public final class OSImage extends ComponentResource {
  private final Output<String> name;

  public OSImage(String name, OSImageArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public OSImage(String name, OSImageArgs args, ComponentResourceOptions options) {
    super(Blueprints.OS_IMAGE.type(), name, options);
    var construction = Construction.of(this, Blueprints.OS_IMAGE, name, args, options);
    this.name = construction.text("name");
    registerOutputs(Map.of("name", this.name));
  }

  /** Name of the OSImage; known in a preview. */
  public Output<String> name() {
    return name;
  }
}
