package io.kubevirtnet.provider.preview;

import com.google.common.collect.ImmutableMap;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * A preview of a program inside this JVM, as tests want it. The only class here that uses internals
 * of Pulumi's SDK to run something.
 *
 * <pre>{@code
 * Preview preview = RecordedRun.preview(ctx -> new BridgeNetwork("br1", …));
 * }</pre>
 */
public final class RecordedRun {
  private static final String PROJECT = "site";
  private static final String STACK = "dev";

  /** Loggers are only held weakly by their registry. */
  private static final List<Logger> QUIET =
      List.of(
          // Prints what the engine was told already.
          Logger.getLogger(DeploymentImpl.class.getName()),
          // Complains that the SDK never closes its channels.
          Logger.getLogger("io.grpc.internal.ManagedChannelOrphanWrapper"));

  static {
    QUIET.forEach(logger -> logger.setFilter(entry -> false));
  }

  private RecordedRun() {}

  /** A preview without configuration. */
  public static Preview preview(Consumer<Context> program) {
    return preview(Map.of(), program);
  }

  /**
   * A preview with configuration.
   *
   * @param config values by full key, such as {@code kubevirtnet:severities}
   */
  public static Preview preview(Map<String, String> config, Consumer<Context> program) {
    return preview(config, Answers.NONE, program);
  }

  /**
   * A preview with configuration, in which some functions answer.
   *
   * @param answers of functions that would need a plugin; without one the result is unknown
   */
  public static Preview preview(
      Map<String, String> config, Answers answers, Consumer<Context> program) {
    try (var engine = new RecordingEngine(PROJECT, STACK, answers)) {
      return preview(config, engine, program);
    }
  }

  static Preview preview(
      Map<String, String> config, RecordingEngine engine, Consumer<Context> program) {
    var before = DeploymentInstanceHolder.getInstanceNoThrow();
    try {
      var settings =
          InlineDeploymentSettings.builder()
              .engineAddr(engine.address())
              .monitorAddr(engine.address())
              .project(PROJECT)
              .stack(STACK)
              .isDryRun(true)
              .config(ImmutableMap.copyOf(config))
              .build();
      int exitCode =
          PulumiInternal.fromInline(settings, StackOptions.Empty).runAsync(program).join();
      return engine.end(exitCode);
    } finally {
      DeploymentInstanceHolder.internalUnsafeDestroyInstance();
      DeploymentInstanceHolder.setInstance(before);
    }
  }
}
