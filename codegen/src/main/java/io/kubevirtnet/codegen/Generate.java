package io.kubevirtnet.codegen;

import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code Generate <schema.json> <outputFolder>}: makes the folder hold just what the schema says.
 */
public final class Generate {
  private Generate() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: Generate <schema.json> <outputFolder>");
    }
    var schema = SchemaReader.read(Path.of(arguments[0]));
    new SourceFolder(Path.of(arguments[1])).hold(Generation.of(schema));
  }
}
