package io.kubevirtnet.e2e.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.OutputValue;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.UpdateOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.automation.events.EngineEvent;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack of the real engine with a home and (unless one is shared) a file backend of its own, run
 * with programs inside this JVM. A failing run is a {@link Run}, not an exception.
 */
public final class Stack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSPHRASE = "only for tests";

  private final Scratch scratch;
  private final EngineCommand command;
  private final Map<String, String> environment;
  private final WorkspaceStack stack;

  private Stack(
      Scratch scratch,
      EngineCommand command,
      Map<String, String> environment,
      WorkspaceStack stack) {
    this.scratch = scratch;
    this.command = command;
    this.environment = environment;
    this.stack = stack;
  }

  /** Start of a setup, to be completed and opened. */
  public static StackSetup inProject(String project) {
    return StackSetup.of(project);
  }

  static Stack open(StackSetup setup) {
    EngineCommand command = new EngineCommand(Toolchain.require(Tool.PULUMI));
    Scratch scratch = Scratch.create("stack");
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "PULUMI_BACKEND_URL",
        "file://" + setup.backend().orElseGet(() -> scratch.folder("backend")));
    environment.put("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE);
    environment.put("PULUMI_HOME", scratch.folder("home").toString());
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    environment.put("PATH", path(setup.pluginFolders()));
    environment.putAll(setup.environment());
    try {
      WorkspaceStack stack =
          LocalWorkspace.createOrSelectStack(
              setup.project(),
              setup.stack(),
              context -> {},
              LocalWorkspaceOptions.builder()
                  .workDir(scratch.folder("work"))
                  .pulumiHome(scratch.path().resolve("home"))
                  .pulumiCommand(command)
                  .environmentVariables(environment)
                  .build());
      return new Stack(scratch, command, environment, stack);
    } catch (AutomationException e) {
      scratch.close();
      throw new IllegalStateException("cannot open stack " + setup.project(), e);
    }
  }

  /** The text of a preview is that of {@code pulumi preview --diff}. */
  public Run preview(Consumer<Context> program) {
    return observe(
        recording ->
            stack.preview(
                recording.into(PreviewOptions.builder()).diff(true).program(program).build()));
  }

  /** The same, and {@link Run#stdout} is that of {@code pulumi preview --json}. */
  public Run previewJson(Consumer<Context> program) {
    return observe(
        recording ->
            stack.preview(
                recording.into(PreviewOptions.builder()).json(true).program(program).build()));
  }

  /** That of {@code pulumi preview --json --show-sames}. */
  public Run previewWhole(Consumer<Context> program) {
    command.showSames(true);
    try {
      return previewJson(program);
    } finally {
      command.showSames(false);
    }
  }

  public Run up(Consumer<Context> program) {
    return observe(
        recording -> stack.up(recording.into(UpOptions.builder()).program(program).build()));
  }

  public Run refresh() {
    return observe(recording -> stack.refresh(recording.into(RefreshOptions.builder()).build()));
  }

  public Run destroy() {
    return observe(recording -> stack.destroy(recording.into(DestroyOptions.builder()).build()));
  }

  /** Starts an {@link #up} in the background. */
  public RunningEngine startUp(Consumer<Context> program) {
    return new RunningEngine(command, CompletableFuture.supplyAsync(() -> up(program)));
  }

  /** Starts a {@link #preview} in the background. */
  public RunningEngine startPreview(Consumer<Context> program) {
    return new RunningEngine(command, CompletableFuture.supplyAsync(() -> preview(program)));
  }

  /** Starts a {@link #refresh} in the background. */
  public RunningEngine startRefresh() {
    return new RunningEngine(command, CompletableFuture.supplyAsync(this::refresh));
  }

  /** Starts a {@link #destroy} in the background. */
  public RunningEngine startDestroy() {
    return new RunningEngine(command, CompletableFuture.supplyAsync(this::destroy));
  }

  public void setConfig(String key, String value, boolean secret) {
    call(
        () -> {
          stack.setConfig(key, new ConfigValue(value, secret));
          return key;
        });
  }

  /** Stack outputs; secrets are in plain text here. */
  public Map<String, Object> outputs() {
    return call(stack::getOutputs).entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, output -> valueOf(output)));
  }

  /** The state as {@code pulumi stack export} prints it: secrets are ciphertext. */
  public String exportedState() {
    return pulumi("stack", "export");
  }

  /** Resources of the exported state. */
  public List<JsonNode> resources() {
    try {
      List<JsonNode> resources = new ArrayList<>();
      JSON.readTree(exportedState()).at("/deployment/resources").forEach(resources::add);
      return List.copyOf(resources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives up the lock that a killed engine left behind. */
  public void unlock() {
    call(
        () -> {
          stack.cancel();
          return stack;
        });
  }

  /** Runs any command of the CLI in this stack's workspace and answers its standard output. */
  public String pulumi(String... arguments) {
    CommandRunOptions options =
        CommandRunOptions.builder()
            .workingDir(scratch.path().resolve("work"))
            .additionalEnv(environment)
            .build();
    return call(() -> command.run(List.of(arguments), options)).standardOutput();
  }

  /** Forgets the state; what it describes is not deleted. */
  @Override
  public void close() {
    command.process().ifPresent(ProcessHandle::destroyForcibly);
    scratch.close();
  }

  private static Object valueOf(Map.Entry<String, OutputValue> output) {
    return output.getValue().value();
  }

  private static String path(List<Path> pluginFolders) {
    Stream<String> own =
        Stream.concat(pluginFolders.stream(), Stream.of(KubernetesPlugin.folder()))
            .map(Path::toString);
    return Stream.concat(own, Stream.of(System.getenv().getOrDefault("PATH", "")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Run observe(Operation operation) {
    Recording recording = new Recording();
    Instant start = Instant.now();
    boolean succeeded;
    try {
      operation.run(recording);
      succeeded = true;
    } catch (AutomationException e) {
      recording.errors.add(String.valueOf(e.getMessage()));
      succeeded = false;
    }
    return new Run(
        succeeded,
        String.join("\n", recording.output),
        String.join("\n", recording.errors),
        List.copyOf(recording.events),
        Duration.between(start, Instant.now()));
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (AutomationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Recording {
    final List<String> output = Collections.synchronizedList(new ArrayList<>());
    final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());

    <B extends UpdateOptions.Builder<B>> B into(B builder) {
      return builder
          .onStandardOutput(output::add)
          .onStandardError(errors::add)
          .onEvent(events::add)
          .color("never");
    }
  }

  @FunctionalInterface
  private interface Operation {
    void run(Recording recording) throws AutomationException;
  }

  @FunctionalInterface
  private interface Call<T> {
    T run() throws AutomationException;
  }
}
