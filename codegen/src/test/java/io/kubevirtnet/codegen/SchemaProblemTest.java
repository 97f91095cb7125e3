package io.kubevirtnet.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas from which no usable API could be made. */
class SchemaProblemTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "interface, a keyword of Java",
    "lambda, 'no input is named after a keyword (Python).'",
    "range, 'no input is named after a keyword (Go).'",
    "function, 'no input is named after a keyword (TypeScript).'",
    "string, 'no input is named after a keyword (C#).'",
    "in, 'no input is named after a keyword (C#, Python, TypeScript).'",
  })
  void refusesAnInputNamedAfterAKeyword(String name, String why) {
    assertThatThrownBy(
            () -> generate(resource(input(name, "{'type': 'string', 'description': 'x'}"))))
        .isInstanceOf(SchemaProblem.class)
        .hasMessageStartingWith("Plot." + name + ": ")
        .hasMessageContaining(why);
  }

  @Test
  void refusesAKeywordInsideAStructureThatIsAnInput() {
    assertThatThrownBy(
            () ->
                generate(
                    schema(
                        "'x:index:Edge': {'type': 'object', 'description': 'x', 'properties':"
                            + " {'chan': {'type': 'string', 'description': 'x'}}}",
                        input("edge", "{'$ref': '#/types/x:index:Edge', 'description': 'x'}"))))
        .hasMessage("Edge.chan: no input is named after a keyword (Go).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"path", "tree", "spec", "builder", "inputs", "hashCode"})
  void refusesANameThatTheGeneratedClassNeeds(String name) {
    assertThatThrownBy(
            () -> generate(resource(input(name, "{'type': 'string', 'description': 'x'}"))))
        .hasMessage("Plot." + name + ": the generated Java has this name for something else.");
  }

  @Test
  void acceptsNamespaceWhichOnlyCSharpReserves() throws IOException {
    assertThat(generate(resource(input("namespace", "{'type': 'string', 'description': 'x'}"))))
        .contains("Value<String> namespace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'string'}                             | Plot.bed: it has no description.",
        "{'type': 'number', 'description': 'x'}         | is not supported.",
        "{'type': 'integer', 'default': 'x', 'description': 'x'} | is no value of its type.",
        "{'$ref': '#/types/x:index:Bed', 'description': 'x'} | there is no type x:index:Bed.",
        "{'$ref': 'pulumi.json#/Asset', 'description': 'x'} | the reference pulumi.json#/Asset is not supported.",
      })
  void refusesWhatItCanNotGenerate(String property, String why) {
    assertThatThrownBy(() -> generate(resource(input("bed", property.replace('\'', '"')))))
        .isInstanceOf(SchemaProblem.class)
        .hasMessageStartingWith("Plot.bed: ")
        .hasMessageEndingWith(why);
  }

  @Test
  void refusesATypeThatContainsItself() {
    assertThatThrownBy(
            () ->
                generate(
                    schema(
                        "'x:index:Edge': {'type': 'object', 'description': 'x', 'properties': {'edge':"
                            + " {'$ref': '#/types/x:index:Edge', 'description': 'x'}}}",
                        "")))
        .hasMessage("Edge.edge: the type x:index:Edge contains itself.");
  }

  @Test
  void refusesAFunctionWhoseResultHasTheNameOfAType() {
    assertThatThrownBy(
            () ->
                generate(
                    "{'types': {'x:index:FindResult': {'type': 'object', 'description': 'x'}},"
                        + " 'functions': {'x:index:find': {'description': 'x'}}}"))
        .hasMessage("FindResult: a type has the name of what a function takes or gives.");
  }

  @Test
  void refusesAnInputOfAFunctionNamedAfterAKeyword() {
    assertThatThrownBy(
            () ->
                generate(
                    "{'functions': {'x:index:find': {'description': 'x', 'inputs': {'properties':"
                        + " {'range': {'type': 'string', 'description': 'x'}}}}}}"))
        .hasMessage("find.range: no input is named after a keyword (Go).");
  }

  private String generate(String json) throws IOException {
    var file = Files.writeString(folder.resolve("schema.json"), json.replace('\'', '"'));
    return String.join("\n", Generation.of(SchemaReader.read(file)).values());
  }

  private static String input(String name, String property) {
    return "'" + name + "': " + property;
  }

  private static String resource(String inputs) {
    return schema("", inputs);
  }

  private static String schema(String types, String inputs) {
    return "{'types': {"
        + types
        + "}, 'resources': {'x:index:Plot': {'description': 'x', 'inputProperties': {"
        + inputs
        + "}}}}";
  }
}
