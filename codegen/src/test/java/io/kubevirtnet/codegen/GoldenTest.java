package io.kubevirtnet.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What comes out of garden.json, which has every feature of a schema that we use. */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String SUFFIX = ".txt";

  @BeforeAll
  static void accept() throws IOException {
    if (System.getProperty("accept") != null) {
      new SourceFolder(GOLDEN).hold(generated());
    }
  }

  @TestFactory
  Stream<DynamicTest> generatesWhatWasAccepted() throws IOException {
    return generated().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> compare(file.getKey(), file.getValue())));
  }

  @Test
  void generatesNothingElse() throws IOException {
    try (var present = Files.walk(GOLDEN)) {
      assertThat(present.filter(Files::isRegularFile).map(f -> GOLDEN.relativize(f).toString()))
          .as("golden files; run with -Daccept to rewrite them")
          .containsExactlyInAnyOrderElementsOf(generated().keySet());
    }
  }

  @Test
  void saysTheSameTwice() throws IOException {
    assertThat(generated()).isEqualTo(generated());
  }

  private static void compare(String file, String content) {
    assertThat(GOLDEN.resolve(file))
        .as("%s; run with -Daccept to rewrite it", file)
        .usingCharset(StandardCharsets.UTF_8)
        .hasContent(content);
  }

  private static TreeMap<String, String> generated() throws IOException {
    var files = new TreeMap<String, String>();
    Generation.of(SchemaReader.read(Path.of("src/test/resources/garden.json")))
        .forEach((path, content) -> files.put(path + SUFFIX, content));
    return files;
  }
}
