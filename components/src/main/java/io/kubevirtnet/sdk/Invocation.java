package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.deployment.InvokeOutputOptions;
import com.pulumi.resources.InvokeArgs;
import io.kubevirtnet.component.Versions;
import io.kubevirtnet.value.Tree.Fields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A question to the plugin, which has to be installed in the version of this library. */
public final class Invocation {
  private static final TypeShape<?> ANSWER = TypeShape.map(String.class, Object.class);

  private Invocation() {}

  /** The answer with its types; unknown while an input is. */
  public static <T> Output<T> of(
      String token, InvokeArgs args, InvokeOptions options, Function<Fields, T> type) {
    var answer =
        Deployment.getInstance()
            .invoke(
                token,
                ANSWER,
                args,
                new InvokeOptions(
                    options.getParent().orElse(null),
                    options.getProvider().orElse(null),
                    version(options),
                    url(options)));
    return Joins.read(answer, type);
  }

  /** The same, once others are made. */
  public static <T> Output<T> of(
      String token, InvokeArgs args, InvokeOutputOptions options, Function<Fields, T> type) {
    var answer =
        Deployment.getInstance()
            .invoke(
                token,
                ANSWER,
                args,
                new InvokeOutputOptions(
                    options.getParent().orElse(null),
                    options.getProvider().orElse(null),
                    version(options),
                    url(options),
                    options.getDependsOn()));
    return Joins.read(answer, type);
  }

  private static String version(InvokeOptions options) {
    return options.getVersion().orElse(Versions.OWN);
  }

  private static @Nullable String url(InvokeOptions options) {
    return options.getPluginDownloadURL().orElse(null);
  }
}
