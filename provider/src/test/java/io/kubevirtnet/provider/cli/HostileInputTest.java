package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is made to cost time or memory, or to be read in two ways, is refused in one line. */
class HostileInputTest {
  private static final int MEGABYTE = 1024 * 1024;

  /** The bar is one second; a busy machine gets more. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  static Stream<Arguments> json() {
    return Stream.of(
        Arguments.of("a text of 10 MB", object(quoted(10 * MEGABYTE)), "3 MiB"),
        Arguments.of("10 MB of numbers", object(list("1", 5 * MEGABYTE)), "3 MiB"),
        Arguments.of("10 MB of keys", object(keys(MEGABYTE)), "3 MiB"),
        Arguments.of("10,000 lists", object(nested("[", "]", 10_000)), "nested deeper"),
        Arguments.of("10,000 objects", object(nested("{\"a\":", "}", 10_000)), "nested deeper"),
        Arguments.of("lists without end", "[".repeat(10 * MEGABYTE), ""),
        Arguments.of("a key that is there twice", object("{\"a\": 1, \"a\": 2}"), "twice"),
        Arguments.of("10,000 digits", object("1".repeat(10_000)), ""));
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        Arguments.of("a billion laughs", laughs(9, 9), "aliases"),
        Arguments.of("as many laughs as aliases may be", laughs(16, 3), "aliases"),
        Arguments.of("a list that holds itself", "a: &a [*a]", "aliases in a circle"),
        Arguments.of("a text of 10 MB", "a: " + "x".repeat(10 * MEGABYTE), "longer than 1 MiB"),
        Arguments.of("only a text of 10 MB", quoted(10 * MEGABYTE), "longer than 1 MiB"),
        Arguments.of("10,000 lists", "- ".repeat(10_000), "Nesting Depth"),
        Arguments.of("10,000 braces", "{".repeat(10_000), "Nesting Depth"),
        Arguments.of("a key that is there twice", "a: 1\na: 2", "duplicate key a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"json", "yaml"})
  void isRefusedInOneLine(String name, String input, String reason) {
    var run = refused(input, in -> CommandRun.withInput(in, "check", "-"));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("standard input", reason);
    assertThat(run.err()).hasSizeLessThan(300);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("json")
  void isALineWithAFinding(String name, String input, String reason) {
    var run = refused(input + "\n", in -> CommandRun.withInput(in, "check", "--jsonl", "-"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines())
        .singleElement()
        .asString()
        .startsWith("[{\"code\":\"KVN-X080\"")
        .contains(reason)
        .hasSizeLessThan(500);
  }

  static Stream<Arguments> configs() {
    return Stream.of(
        Arguments.of("10,000 lists", nested("[", "]", 10_000)),
        Arguments.of("10,000 objects", nested("{\\\"a\\\":", "}", 10_000)),
        Arguments.of("2 MB of numbers", list("1", MEGABYTE)),
        Arguments.of("2 MB of braces", "{".repeat(2 * MEGABYTE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configs")
  void asAConfigItIsAFinding(String name, String config) {
    var object =
        """
        {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", \
        "metadata": {"name": "lan", "namespace": "vms"}, "spec": {"config": "%s"}}
        """
            .formatted(config);

    for (var option : List.of("-o=json", "--jsonl")) {
      var run = refused(object, in -> CommandRun.withInput(in, "check", option, "-"));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("KVN-A").hasSizeLessThan(5_000);
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes =
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"a\": \"?\"}"
            .getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xc0;

    assertThat(CommandRun.withInput(new ByteArrayInputStream(bytes), "check", "-"))
        .isEqualTo(new CommandRun(64, "", "standard input: not text in UTF-8.\n"));
    assertThat(CommandRun.withInput(new ByteArrayInputStream(bytes), "check", "--jsonl", "-"))
        .returns(1, CommandRun::exitCode)
        .matches(r -> r.out().contains("This line is not text in UTF-8."));
  }

  private static CommandRun refused(
      String input, Function<ByteArrayInputStream, CommandRun> command) {
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    long start = System.nanoTime();
    var run = command.apply(in);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    return run;
  }

  private static String object(String value) {
    return "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"data\": " + value + "}";
  }

  private static String quoted(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String list(String item, int number) {
    return "[" + (item + ",").repeat(number - 1) + item + "]";
  }

  private static String keys(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "\"k" + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String nested(String open, String close, int levels) {
    return open.repeat(levels) + "1" + close.repeat(levels);
  }

  /** Lists of lists, each of which names the one before some times. */
  private static String laughs(int levels, int times) {
    var text = new StringBuilder("l0: &l0 [lol]\n");
    for (int i = 1; i <= levels; i++) {
      text.append("l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ",").repeat(times)));
    }
    return text.toString();
  }
}
