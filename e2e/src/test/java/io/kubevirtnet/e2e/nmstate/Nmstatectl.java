package io.kubevirtnet.e2e.nmstate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The real command line. States go in as JSON, which it reads as YAML and which leaves no doubt
 * about types.
 */
public final class Nmstatectl {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final int SECONDS = 60;

  private final List<String> start;

  private Nmstatectl(List<String> start) {
    this.start = start;
  }

  /** The binary; a test without it is skipped. */
  public static Nmstatectl require() {
    return new Nmstatectl(List.of(Toolchain.require(Tool.NMSTATECTL).toString()));
  }

  /** The same behind another command, {@code ip netns exec x} for one. */
  public Nmstatectl within(List<String> command) {
    var all = new ArrayList<>(command);
    all.addAll(start);
    return new Nmstatectl(List.copyOf(all));
  }

  /** What it said, and whether it was content. */
  public record Answer(int exit, String out, String err) {
    private static final Pattern ERROR =
        Pattern.compile("(?:^|\\n)(?:NmstateError: (?:\\w+: )?|CliError: )(.*)", Pattern.DOTALL);

    public boolean ok() {
      return exit == 0;
    }

    /** Its error without its kind; nothing when it was content. */
    public Optional<String> error() {
      var found = ERROR.matcher(err);
      return ok() ? Optional.empty() : Optional.of((found.find() ? found.group(1) : err).strip());
    }

    /** The state that it printed as JSON; empty when it printed none. */
    public Map<String, Object> state() {
      try {
        return out.isBlank() ? Map.of() : JSON.readValue(out, OBJECT);
      } catch (IOException e) {
        throw new UncheckedIOException(out, e);
      }
    }
  }

  /** {@code validate}, without knowing the node. */
  public Answer validate(Object desired) {
    return withFiles(List.of(desired), f -> run(List.of("-q", "validate", f.get(0))));
  }

  /** {@code validate -c}. */
  public Answer validate(Object desired, Object current) {
    return withFiles(
        List.of(desired, current), f -> run(List.of("-q", "validate", f.get(0), "-c", f.get(1))));
  }

  /** {@code policy -c}: what captures and templates become on that node. */
  public Answer policy(Object policy, Object current) {
    return withFiles(
        List.of(policy, current),
        f -> run(List.of("-q", "policy", "--json", "-c", f.get(1), f.get(0))));
  }

  /** {@code gr -c}: the state that would undo the desired one. */
  public Answer revert(Object desired, Object current) {
    return withFiles(
        List.of(desired, current),
        f -> run(List.of("-q", "gr", "--json", "-c", f.get(1), f.get(0))));
  }

  /** {@code show -k}: what the kernel has. */
  public Answer show() {
    return run(List.of("-q", "show", "-k", "--json"));
  }

  /** {@code apply -k} with more options. */
  public Answer apply(Object desired, String... options) {
    var command = new ArrayList<>(List.of("-q", "apply", "-k"));
    command.addAll(List.of(options));
    return withFiles(
        List.of(desired),
        f -> {
          command.add(f.get(0));
          return run(command);
        });
  }

  /** Any other call. */
  public Answer run(List<String> arguments) {
    var command = new ArrayList<>(start);
    command.addAll(arguments);
    try {
      Path err = Files.createTempFile("nmstatectl", ".err");
      try {
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(command + " does not end");
        }
        return new Answer(process.exitValue(), out, Files.readString(err));
      } finally {
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private interface Call {
    Answer with(List<String> files);
  }

  private static Answer withFiles(List<Object> contents, Call call) {
    var files = new ArrayList<Path>();
    try {
      for (Object content : contents) {
        Path file = Files.createTempFile("nmstate", ".yml");
        files.add(file);
        if (content instanceof String text) {
          Files.writeString(file, text);
        } else {
          JSON.writeValue(file.toFile(), content);
        }
      }
      return call.with(files.stream().map(Path::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      for (Path file : files) {
        if (!file.toFile().delete()) {
          file.toFile().deleteOnExit();
        }
      }
    }
  }
}
