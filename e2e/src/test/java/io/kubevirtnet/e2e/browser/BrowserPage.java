package io.kubevirtnet.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** A page in a browser, and all that one can do with it. */
final class BrowserPage implements AutoCloseable {
  private final Browser browser;
  private final String session;
  private final String target;

  BrowserPage(Browser browser, String session, String target) {
    this.browser = browser;
    this.session = session;
    this.target = target;
    for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
      ask(domain + ".enable", Browser.message());
    }
  }

  /** How many pixels the window has. */
  BrowserPage sized(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Browser.message()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    return this;
  }

  /** {@code screen} or {@code print}, {@code light} or {@code dark}. */
  BrowserPage shownOn(String medium, String scheme) {
    var message = Browser.message().put("media", medium);
    message
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", scheme);
    ask("Emulation.setEmulatedMedia", message);
    return this;
  }

  BrowserPage withoutScripts() {
    ask("Emulation.setScriptExecutionDisabled", Browser.message().put("value", true));
    return this;
  }

  BrowserPage open(Path file) {
    browser.forget(session);
    ask("Page.navigate", Browser.message().put("url", file.toUri().toString()));
    browser.event(session, "Page.loadEventFired");
    return this;
  }

  /** What an expression of JavaScript comes to. */
  JsonNode eval(String expression) {
    var answer =
        ask(
            "Runtime.evaluate",
            Browser.message()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** A list of texts, as an expression of JavaScript has it. */
  List<String> texts(String expression) {
    return StreamSupport.stream(eval(expression).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  void press(String key, int code, String text) {
    for (var type : List.of("keyDown", "keyUp")) {
      var message =
          Browser.message()
              .put("type", type)
              .put("key", key)
              .put("code", key)
              .put("windowsVirtualKeyCode", code);
      if (type.equals("keyDown") && !text.isEmpty()) {
        message.put("text", text);
      }
      ask("Input.dispatchKeyEvent", message);
    }
  }

  void tab() {
    press("Tab", 9, "");
  }

  void enter() {
    press("Enter", 13, "\r");
  }

  void type(String text) {
    ask("Input.insertText", Browser.message().put("text", text));
  }

  /** What the page complained about, and what it asked the network for. */
  List<String> complaints(Path itself) {
    return browser.events(session).stream()
        .filter(
            e ->
                !e.path("params")
                    .path("request")
                    .path("url")
                    .asText()
                    .equals(itself.toUri().toString()))
        .filter(
            e ->
                List.of(
                        "Runtime.consoleAPICalled",
                        "Runtime.exceptionThrown",
                        "Log.entryAdded",
                        "Network.requestWillBeSent",
                        "Page.javascriptDialogOpening")
                    .contains(e.path("method").asText()))
        .map(JsonNode::toString)
        .toList();
  }

  /** The whole page as a picture. */
  void screenshot(Path file) {
    var size = ask("Page.getLayoutMetrics", Browser.message()).path("cssContentSize");
    var message = Browser.message().put("captureBeyondViewport", true);
    message
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("width", size.path("width").asInt())
        .put("height", Math.min(size.path("height").asInt(), 12_000))
        .put("scale", 1);
    write(file, ask("Page.captureScreenshot", message));
  }

  void pdf(Path file) {
    write(file, ask("Page.printToPDF", Browser.message().put("printBackground", true)));
  }

  @Override
  public void close() {
    browser.ask("", "Target.closeTarget", Browser.message().put("targetId", target));
  }

  private JsonNode ask(String method, ObjectNode parameters) {
    return browser.ask(session, method, parameters);
  }

  private static void write(Path file, JsonNode answer) {
    try {
      Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
