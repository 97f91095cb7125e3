package io.kubevirtnet.e2e.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.Version;
import com.pulumi.automation.events.internal.EventsServer;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a given {@code pulumi} binary for the Automation API, whose own command takes the first one
 * on the JVM's PATH; and knows the running process, so that it can be killed.
 */
final class EngineCommand implements PulumiCommand {
  private static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;
  private static final int EVENTS_SECONDS = 10;

  /** Far more than any run takes; a program that never ends must not hold the suite. */
  private static final int LIMIT_MINUTES = 5;

  private final Path pulumi;
  private volatile @Nullable Process running;
  private volatile boolean showsSames;

  EngineCommand(Path pulumi) {
    this.pulumi = pulumi;
  }

  /** Previews list what does not change as well, for which the Automation API has no option. */
  void showSames(boolean shows) {
    showsSames = shows;
  }

  /** The engine process of the operation that is under way. */
  Optional<ProcessHandle> process() {
    return Optional.ofNullable(running).filter(Process::isAlive).map(Process::toHandle);
  }

  @Override
  public Version version() {
    return Version.of(3, 206);
  }

  @Override
  public CommandResult run(List<String> arguments, CommandRunOptions options)
      throws AutomationException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, pulumi.toString());
    // First: what follows a "--" is no flag.
    command.add(1, "--non-interactive");
    if (showsSames && arguments.contains("preview")) {
      command.add(command.indexOf("preview") + 1, "--show-sames");
    }
    try {
      if (options.onEngineEvent() == null) {
        CommandResult result = execute(command, options, Map.of());
        return TextOutputs.areAskedBy(arguments) ? TextOutputs.of(result) : result;
      }
      Server events =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .maxInboundMessageSize(MAX_MESSAGE_BYTES)
              .addService(new EventsServer(options.onEngineEvent()))
              .build()
              .start();
      try {
        command.add("--event-log");
        command.add("tcp://127.0.0.1:" + events.getPort());
        // The flag is hidden behind this variable.
        return execute(command, options, Map.of("PULUMI_DEBUG_COMMANDS", "true"));
      } finally {
        // An engine that was killed never completes its stream.
        events.shutdown();
        if (!events.awaitTermination(EVENTS_SECONDS, TimeUnit.SECONDS)) {
          events.shutdownNow();
        }
      }
    } catch (IOException e) {
      throw new AutomationException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AutomationException(e);
    }
  }

  private CommandResult execute(
      List<String> command, CommandRunOptions options, Map<String, String> more)
      throws IOException, InterruptedException, AutomationException {
    ProcessBuilder builder = new ProcessBuilder(command);
    if (options.workingDir() != null) {
      builder.directory(options.workingDir().toFile());
    }
    Map<String, String> environment = builder.environment();
    // What the developer's shell has set for other stacks.
    environment.keySet().removeIf(name -> name.startsWith("PULUMI_"));
    environment.putAll(options.additionalEnv());
    environment.putAll(more);

    Process process = builder.start();
    running = process;
    process.getOutputStream().close();
    var output = text(process.getInputStream(), Optional.ofNullable(options.onStandardOutput()));
    var errors = text(process.getErrorStream(), Optional.ofNullable(options.onStandardError()));
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AutomationException(
          new IllegalStateException("the engine has not ended: " + command));
    }
    int code = process.exitValue();
    CommandResult result = new CommandResult(code, output.join(), errors.join());
    if (code != 0) {
      throw result.standardError().contains("no stack named")
          ? new StackNotFoundException(result)
          : new CommandException(result);
    }
    return result;
  }

  private static CompletableFuture<String> text(
      InputStream stream, Optional<Consumer<String>> onLine) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              StringBuilder all = new StringBuilder();
              try (var lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  String read = line;
                  all.append(read).append('\n');
                  onLine.ifPresent(consumer -> consumer.accept(read));
                }
              } catch (IOException | UncheckedIOException e) {
                all.append(e);
              }
              text.complete(all.toString());
            },
            "pulumi output");
    reader.setDaemon(true);
    reader.start();
    return text;
  }
}
