package io.kubevirtnet.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The record in which rules find the properties of a component or of a structured type. */
final class SpecRecord {
  private final ClassName name;
  private final String description;
  private final List<Property> properties;

  private SpecRecord(String name, String description, List<Property> properties) {
    this.name = Names.spec(name);
    this.description = description;
    this.properties = properties;
  }

  static JavaFile of(Resource resource) {
    return new SpecRecord(resource.name(), resource.description(), resource.inputs()).file();
  }

  static JavaFile of(ObjectType object) {
    return new SpecRecord(object.name(), object.description(), object.properties()).file();
  }

  private JavaFile file() {
    var components = MethodSpec.constructorBuilder().addParameter(Names.PROPERTY_PATH, "path");
    properties.forEach(p -> components.addParameter(SpecType.value(p.type()), p.name()));
    return Names.file(
        name,
        TypeSpec.recordBuilder(name)
            .addJavadoc(javadoc())
            .addAnnotation(Names.GENERATED)
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(Names.TREE_SOURCE)
            .recordConstructor(components.build())
            .addMethod(read())
            .addMethod(tree())
            .build());
  }

  private CodeBlock javadoc() {
    var javadoc =
        CodeBlock.builder()
            .add(Prose.javadoc(description))
            .add("\n")
            .add(Prose.tag("@param path", "where it stands"));
    properties.forEach(p -> javadoc.add(Prose.tag("@param " + p.name(), p.description())));
    return javadoc.build();
  }

  private MethodSpec read() {
    var arguments = properties.stream().map(p -> CodeBlock.of(",\n$L", reading(p)));
    return MethodSpec.methodBuilder("read")
        .addJavadoc("Reads it, and reports what does not fit the schema.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(Names.SPEC_READER, "in")
        .returns(name)
        .addCode("return new $T(\n$>$>in.path()", name)
        .addCode(arguments.collect(CodeBlock.joining("")))
        .addCode(");$<$<\n")
        .build();
  }

  private MethodSpec tree() {
    var fields = properties.stream().map(p -> CodeBlock.of("\n.with($1S, $1N)", p.name()));
    return MethodSpec.methodBuilder("tree")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.TREE)
        .addCode("return $T.fields()$>$>", Names.TREE)
        .addCode(fields.collect(CodeBlock.joining("")))
        .addCode(";$<$<\n")
        .build();
  }

  private static CodeBlock reading(Property property) {
    var code =
        CodeBlock.of(
            "in.$L($S, $L)",
            property.required() ? "required" : "optional",
            property.name(),
            ElementCode.of(property.type()));
    var read = property.plain() ? CodeBlock.of("in.plain($L)", code) : code;
    return property
        .fallback()
        .map(value -> CodeBlock.of("$L.orDefault($L)", read, literal(property.type(), value)))
        .orElse(read);
  }

  private static CodeBlock literal(Type type, Object value) {
    if (type instanceof Type.Choice choice && value instanceof EnumType.Constant constant) {
      return CodeBlock.of("$T.$L", Names.choice(choice.choice()), constant.name());
    }
    return CodeBlock.of(value instanceof String ? "$S" : "$L", value);
  }
}
