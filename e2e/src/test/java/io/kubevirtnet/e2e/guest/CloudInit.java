package io.kubevirtnet.e2e.guest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process of cloud-init that renders one network data after the other. */
final class CloudInit implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Answer>> ANSWERS = new TypeReference<>() {};

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  /**
   * What one renderer did.
   *
   * @param error nothing when it wrote files
   * @param files texts by path; nothing when it failed
   */
  record Answer(@Nullable String error, @Nullable Map<String, String> files) {
    Optional<String> failure() {
      return Optional.ofNullable(error);
    }

    Map<String, String> written() {
      return files == null ? Map.of() : files;
    }
  }

  private CloudInit(Process process) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static CloudInit start() {
    var program = Toolchain.require(Tool.CLOUD_INIT_JUDGE).toString();
    try {
      return new CloudInit(
          new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By renderer; {@code generate} is what netplan makes of what {@code netplan} wrote. */
  Map<String, Answer> render(String networkData, Map<String, String> cards) {
    try {
      in.write(JSON.writeValueAsString(Map.of("text", networkData, "cards", cards)));
      in.newLine();
      in.flush();
      var answer = out.readLine();
      if (answer == null) {
        throw new IllegalStateException("cloud-init ended with " + process.waitFor());
      }
      return JSON.readValue(answer, ANSWERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    out.close();
  }
}
