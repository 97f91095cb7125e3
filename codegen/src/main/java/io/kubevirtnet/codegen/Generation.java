package io.kubevirtnet.codegen;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every file that comes out of one schema, by its path. */
final class Generation {
  private final SortedMap<String, String> files = new TreeMap<>();

  private Generation() {}

  static SortedMap<String, String> of(Schema schema) throws IOException {
    NameRules.check(schema);
    var generation = new Generation();
    generation.choices(schema);
    generation.specs(schema);
    generation.inputs(schema);
    generation.outputs(schema);
    generation.functions(schema);
    return generation.files;
  }

  private void choices(Schema schema) {
    schema.enums().forEach(e -> add(EnumClass.of(e)));
    describe(
        Names.ENUMS,
        "What this room is for: the closed choices. In: `schema.json`, from which it is generated."
            + " Out: enums by value, for authors and rules alike.");
  }

  private void specs(Schema schema) {
    schema.objects().forEach(o -> add(SpecRecord.of(o)));
    schema.resources().forEach(r -> add(SpecRecord.of(r)));
    schema.functions().forEach(f -> add(SpecRecord.of(f.inputs())));
    schema.functions().forEach(f -> add(SpecRecord.of(f.result())));
  }

  private void inputs(Schema schema) {
    var types = new ArgsType(schema.joins());
    schema.resources().forEach(r -> add(ArgsClass.of(r, types)));
    schema.inputTypes().forEach(o -> add(ArgsClass.of(o, types)));
    schema.functions().forEach(f -> add(ArgsClass.of(f, types)));
    describe(
        Names.INPUTS,
        "What this room is for: structures that an author fills in. In: `schema.json`, from which"
            + " it is generated. Out: arguments with a builder, for those of the components.");
  }

  private void outputs(Schema schema) throws IOException {
    var joins = schema.joins();
    schema.outputTypes().forEach(o -> add(OutputClass.of(o, joins.contains(o))));
    files.put(path(Names.OUTPUTS, "Parts"), parts());
    describe(
        Names.OUTPUTS,
        "What this room is for: structures that components hand on. In: `schema.json`, from which"
            + " it is generated. Out: typed views of outputs, which the next component takes.");
  }

  private void functions(Schema schema) {
    if (!schema.functions().isEmpty()) {
      add(FunctionsClass.of(schema.functions()));
    }
  }

  private void add(JavaFile file) {
    files.put(path(file.packageName(), file.typeSpec().name()), file.toString());
  }

  private void describe(String packageName, String description) {
    files.put(
        path(packageName, "package-info"),
        Prose.comment(description)
            + "@NullMarked\npackage "
            + packageName
            + ";\n\nimport org.jspecify.annotations.NullMarked;\n");
  }

  /** The one class that does not depend on the schema. */
  private static String parts() throws IOException {
    try (var in = Generation.class.getResourceAsStream("Parts.java.txt")) {
      if (in == null) {
        throw new IOException("Parts.java.txt is missing beside " + Generation.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String path(String packageName, String className) {
    return packageName.replace('.', '/') + "/" + className + ".java";
  }
}
