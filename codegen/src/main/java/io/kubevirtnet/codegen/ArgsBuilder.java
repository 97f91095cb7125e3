package io.kubevirtnet.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The builder inside arguments: one method for each form in which an author has a value. */
final class ArgsBuilder {
  /** The name that Pulumi's generator gives to what is being built. */
  private static final String BUILT = "$";

  private final ClassName name;
  private final ClassName builder;
  private final List<Property> properties;
  private final ArgsType types;

  ArgsBuilder(ClassName name, List<Property> properties, ArgsType types) {
    this.name = name;
    this.builder = name.nestedClass("Builder");
    this.properties = properties;
    this.types = types;
  }

  /** The two ways to get one. */
  List<MethodSpec> factories() {
    return List.of(
        MethodSpec.methodBuilder("builder")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(builder)
            .addStatement("return new $T()", builder)
            .build(),
        MethodSpec.methodBuilder("builder")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(name, "defaults")
            .returns(builder)
            .addStatement("return new $T(defaults)", builder)
            .build());
  }

  TypeSpec type() {
    var type =
        TypeSpec.classBuilder(builder)
            .addJavadoc("Collects the properties; {@link #build} ends it.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(FieldSpec.builder(name, BUILT, Modifier.PRIVATE, Modifier.FINAL).build())
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement("$N = new $T()", BUILT, name)
                    .build())
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(name, "defaults")
                    .addStatement(
                        "$N = new $T($T.requireNonNull(defaults))", BUILT, name, Objects.class)
                    .build());
    properties.forEach(p -> addSetters(type, p));
    return type.addMethod(build()).build();
  }

  private void addSetters(TypeSpec.Builder type, Property property) {
    var given = types.of(property.type());
    if (property.plain()) {
      type.addMethod(storing(property, given));
    } else {
      type.addMethod(storing(property, Names.output(given)));
      type.addMethod(
          passing(property, given, CodeBlock.of("$T.of($N)", Names.OUTPUT, property.name()))
              .build());
    }
    if (property.type() instanceof Type.ListOf list) {
      addVarargs(type, property, list.element());
    }
  }

  private void addVarargs(TypeSpec.Builder type, Property property, Type element) {
    var each = types.of(element);
    var list = CodeBlock.of("$T.of($N)", List.class, property.name());
    var values = passing(property, ArrayTypeName.of(each), list).varargs();
    if (!(each instanceof ClassName)) {
      values.addModifiers(Modifier.FINAL).addAnnotation(SafeVarargs.class);
    }
    type.addMethod(values.build());
    if (types.isJoin(element) && !property.plain()) {
      type.addMethod(
          passing(
                  property,
                  ArrayTypeName.of(Names.output(each)),
                  CodeBlock.of("$T.list($N)", Names.JOINS, property.name()))
              .varargs()
              .addModifiers(Modifier.FINAL)
              .addAnnotation(SafeVarargs.class)
              .addAnnotation(
                  AnnotationSpec.builder(SuppressWarnings.class)
                      .addMember("value", "$S", "varargs")
                      .build())
              .build());
    }
  }

  private MethodSpec storing(Property property, TypeName type) {
    return setter(property, property.required() ? type : Names.nullable(type))
        .addStatement("$1N.$2N = $2N", BUILT, property.name())
        .addStatement("return this")
        .build();
  }

  private MethodSpec.Builder passing(Property property, TypeName type, CodeBlock argument) {
    return setter(property, type).addStatement("return $N($L)", property.name(), argument);
  }

  private MethodSpec.Builder setter(Property property, TypeName type) {
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(Prose.javadoc(property.description()))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, property.name())
        .returns(builder);
  }

  private MethodSpec build() {
    var build =
        MethodSpec.methodBuilder("build")
            .addJavadoc("Throws when a required property was not set.\n")
            .addModifiers(Modifier.PUBLIC)
            .returns(name);
    for (var property : properties) {
      if (property.required()) {
        build
            .beginControlFlow("if ($N.$N == null)", BUILT, property.name())
            .addStatement("throw new $T($S, $S)", Names.MISSING, name.simpleName(), property.name())
            .endControlFlow();
      }
    }
    return build.addStatement("return $N", BUILT).build();
  }
}
