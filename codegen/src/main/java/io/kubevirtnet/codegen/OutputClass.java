package io.kubevirtnet.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A structure that comes out of a component; whole, it can go into the next one. */
final class OutputClass {
  private final ObjectType object;
  private final ClassName name;
  private final ClassName spec;

  private OutputClass(ObjectType object) {
    this.object = object;
    this.name = Names.join(object);
    this.spec = Names.spec(object.name());
  }

  static JavaFile of(ObjectType object, boolean join) {
    var output = new OutputClass(object);
    return Names.file(output.name, output.type(join));
  }

  private TypeSpec type(boolean join) {
    var type =
        TypeSpec.classBuilder(name)
            .addJavadoc(Prose.javadoc(object.description()))
            .addAnnotation(Names.GENERATED)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(Names.RESOURCE_ARGS)
            .addSuperinterface(Names.TREE_SOURCE)
            .addField(spec, "spec", Modifier.PRIVATE, Modifier.FINAL)
            .addField(Names.TREE_FIELDS, "tree", Modifier.PRIVATE, Modifier.FINAL);
    object.properties().forEach(p -> type.addField(field(p)));
    type.addMethod(constructor()).addMethod(of());
    if (join) {
      type.addMethod(from());
    }
    if (object.written()) {
      var builder = new OutputBuilder(object, name);
      type.addMethod(builder.factory()).addType(builder.type());
    }
    object.properties().forEach(p -> type.addMethod(getter(p)));
    return type.addMethod(tree()).addMethod(text()).build();
  }

  private static FieldSpec field(Property property) {
    var type = Names.nullable(Names.output(ClassName.get(Object.class)));
    return FieldSpec.builder(type, property.name(), Modifier.PRIVATE, Modifier.FINAL)
        .addAnnotation(
            AnnotationSpec.builder(Names.IMPORT).addMember("name", "$S", property.name()).build())
        .build();
  }

  private MethodSpec constructor() {
    var constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(spec, "spec")
            .addParameter(Names.TREE_FIELDS, "tree")
            .addStatement("this.spec = spec")
            .addStatement("this.tree = tree");
    for (var property : object.properties()) {
      constructor.addStatement("this.$1N = $2T.property(tree, $1S)", property.name(), Names.LIFTED);
    }
    return constructor.build();
  }

  private MethodSpec of() {
    return MethodSpec.methodBuilder("of")
        .addJavadoc("The same values with their types; what does not fit counts as unknown.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(Names.TREE_FIELDS, "tree")
        .returns(name)
        .addStatement(
            "var spec = $T.read(tree, $T.ROOT, new $T(), $T::read)",
            Names.SPEC_READER,
            Names.PROPERTY_PATH,
            Names.REPORT,
            spec)
        .addStatement("return new $T(spec, tree)", name)
        .build();
  }

  private MethodSpec from() {
    TypeName any =
        ParameterizedTypeName.get(Names.OUTPUT, WildcardTypeName.subtypeOf(Object.class));
    var variable = Character.toLowerCase(object.name().charAt(0)) + object.name().substring(1);
    return MethodSpec.methodBuilder("from")
        .addJavadoc("Reads it out of a StackReference.\n\n")
        .addJavadoc("<pre>{@code\n")
        .addJavadoc("var platform = new StackReference($S);\n", "acme/platform/prod")
        .addJavadoc("var $1L = $2L.from(platform.requireOutput($1S));\n", variable, object.name())
        .addJavadoc("}</pre>\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(any, "output")
        .returns(Names.output(name))
        .addStatement("return $T.read(output, $T::of)", Names.JOINS, name)
        .build();
  }

  private MethodSpec getter(Property property) {
    var getter = OutputGetter.of(object, property);
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(Prose.javadoc(property.description()))
        .addModifiers(Modifier.PUBLIC)
        .returns(getter.type())
        .addStatement("return $L", getter.value())
        .build();
  }

  private static MethodSpec tree() {
    return MethodSpec.methodBuilder("tree")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.TREE)
        .addStatement("return tree")
        .build();
  }

  private MethodSpec text() {
    var scalars =
        object.properties().stream()
            .filter(p -> isScalar(p.type()))
            .map(p -> CodeBlock.of("spec.$N()", p.name()));
    return MethodSpec.methodBuilder("toString")
        .addJavadoc("Only what is known and no secret.\n")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement(
            "return $T.text($L)",
            Names.PARTS,
            Stream.concat(Stream.of(CodeBlock.of("$S", object.name())), scalars)
                .collect(CodeBlock.joining(",$W")))
        .build();
  }

  private static boolean isScalar(Type type) {
    return !(type instanceof Type.ListOf
        || type instanceof Type.MapOf
        || type instanceof Type.Reference);
  }
}
