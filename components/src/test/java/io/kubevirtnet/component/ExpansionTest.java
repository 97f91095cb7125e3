package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden pairs: {@code x.yaml} has the resources, {@code x.out.yaml} the last one's expansion. */
class ExpansionTest {
  private static final Path PAIRS = Path.of("src/test/resources/expansion");
  private static final YAMLMapper PRINTER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  static Stream<Path> pairs() throws IOException {
    try (var files = Files.list(PAIRS)) {
      return files.filter(f -> !f.toString().endsWith(".out.yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void expandsAsApproved(Path inputs) throws IOException {
    var expansion = YamlStack.expand(Files.readString(inputs)).last();

    assertThat(expansion.errors()).isEmpty();
    Golden.compare(
        Path.of(inputs.toString().replace(".yaml", ".out.yaml")),
        expansion.children().stream().map(ExpansionTest::print).collect(Collectors.joining())
            + "--- # outputs\n"
            + yaml(expansion.outputs().plain()));
  }

  private static String print(Child child) {
    return "--- # " + child.token() + " " + child.name() + "\n" + yaml(child.inputs().plain());
  }

  private static String yaml(Object plain) {
    try {
      return PRINTER.writeValueAsString(plain).replaceFirst("^---\\s*", "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
