package io.kubevirtnet.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser that is spoken to in messages, one at a time; events are kept until they are asked for.
 */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 120;

  private final Path profile;
  private final Process process;
  private final List<JsonNode> events = new ArrayList<>();
  private final InputStream answers;
  private int last;

  private Browser(Path profile, Process process) {
    this.profile = profile;
    this.process = process;
    this.answers = new BufferedInputStream(process.getInputStream());
  }

  static Browser start() {
    Path judge = Toolchain.require(Tool.CHROMIUM);
    try {
      Path profile = Files.createTempDirectory("browser");
      Process process =
          new ProcessBuilder(judge.toString(), profile.toString())
              .redirectError(profile.resolve("errors.log").toFile())
              .start();
      var browser = new Browser(profile, process);
      browser.ask("", "Browser.getVersion", message());
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode message() {
    return JSON.createObjectNode();
  }

  /** An empty page of its own. */
  BrowserPage page() {
    var target = ask("", "Target.createTarget", message().put("url", "about:blank"));
    var attached =
        ask(
            "",
            "Target.attachToTarget",
            message().put("targetId", target.path("targetId").asText()).put("flatten", true));
    return new BrowserPage(
        this, attached.path("sessionId").asText(), target.path("targetId").asText());
  }

  JsonNode ask(String session, String method, ObjectNode parameters) {
    int id = ++last;
    var question = message().put("id", id).put("method", method).set("params", parameters);
    if (!session.isEmpty()) {
      ((ObjectNode) question).put("sessionId", session);
    }
    try {
      var out = process.getOutputStream();
      out.write(JSON.writeValueAsBytes(question));
      out.write(0);
      out.flush();
      for (var answer = read(); ; answer = read()) {
        if (answer.path("id").asInt() == id) {
          if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.path("error"));
          }
          return answer.path("result");
        }
        events.add(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(method + ": " + errors(), e);
    }
  }

  /** Waits for an event of a page and leaves it where it is. */
  JsonNode event(String session, String method) {
    try {
      for (int i = 0; ; i++) {
        while (i == events.size()) {
          events.add(read());
        }
        var event = events.get(i);
        if (event.path("sessionId").asText().equals(session)
            && event.path("method").asText().equals(method)) {
          return event.path("params");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(method + ": " + errors(), e);
    }
  }

  List<JsonNode> events(String session) {
    return events.stream().filter(e -> e.path("sessionId").asText().equals(session)).toList();
  }

  void forget(String session) {
    events.removeIf(e -> e.path("sessionId").asText().equals(session));
  }

  private JsonNode read() throws IOException {
    var message = new ByteArrayOutputStream();
    InputStream in = answers;
    for (int b = in.read(); b != 0; b = in.read()) {
      if (b < 0) {
        throw new IOException("the browser has ended");
      }
      message.write(b);
    }
    return JSON.readTree(message.toByteArray());
  }

  private String errors() {
    try {
      return Files.readString(profile.resolve("errors.log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    try {
      ask("", "Browser.close", message());
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(profile)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
