package io.kubevirtnet.e2e.engine;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any Kubernetes object as a resource of the kubernetes provider, without an SDK. */
public final class KubeObject extends CustomResource {
  @Export(
      name = "metadata",
      refs = {Map.class, String.class, Object.class},
      tree = "[0,1,2]")
  private @Nullable Output<Map<String, Object>> metadata;

  /**
   * Registers an object.
   *
   * @param token such as {@code kubernetes:core/v1:Namespace}
   * @param content {@code metadata}, {@code spec}, {@code data}, {@code stringData} or {@code
   *     type}, each plain or an Output
   */
  public KubeObject(
      String name, String token, Map<String, ?> content, CustomResourceOptions options) {
    super(token, name, new Args(token, content), versioned(options), false);
  }

  public KubeObject(String name, String token, Map<String, ?> content) {
    this(name, token, content, CustomResourceOptions.Empty);
  }

  /** The live metadata, with the name that was given. */
  public Output<Map<String, Object>> metadata() {
    return metadata == null ? Output.of(Map.of()) : metadata;
  }

  private static CustomResourceOptions versioned(CustomResourceOptions options) {
    return CustomResourceOptions.merge(
        CustomResourceOptions.builder().version("4.32.0").build(), options);
  }

  private static final class Args extends ResourceArgs {
    @Import private final Output<Object> apiVersion;
    @Import private final Output<Object> kind;
    @Import private final @Nullable Output<Object> metadata;
    @Import private final @Nullable Output<Object> spec;
    @Import private final @Nullable Output<Object> data;
    @Import private final @Nullable Output<Object> stringData;
    @Import private final @Nullable Output<Object> type;

    Args(String token, Map<String, ?> content) {
      String[] parts = token.split(":");
      apiVersion = Output.of(parts[1].replaceFirst("^core/", ""));
      kind = Output.of(parts[2]);
      metadata = output(content.get("metadata"));
      spec = output(content.get("spec"));
      data = output(content.get("data"));
      stringData = output(content.get("stringData"));
      type = output(content.get("type"));
    }

    private static @Nullable Output<Object> output(@Nullable Object value) {
      if (value instanceof Output<?> output) {
        return output.applyValue(inner -> (Object) inner);
      }
      return value == null ? null : Output.of(value);
    }
  }
}
