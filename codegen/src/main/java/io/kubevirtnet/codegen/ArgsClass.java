package io.kubevirtnet.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Arguments of a component or of a structure in it, in the shape of Pulumi's own Java SDKs. */
final class ArgsClass {
  /** A property can not have this name, see {@link NameRules}. */
  private static final String LOCAL = "inputs";

  private final ClassName name;
  private final String description;
  private final List<Property> properties;
  private final ArgsType types;
  private final ClassName kind;

  private ArgsClass(
      ClassName name,
      String description,
      List<Property> properties,
      ArgsType types,
      ClassName kind) {
    this.kind = kind;
    this.name = name;
    this.description = description;
    this.properties = properties;
    this.types = types;
  }

  static JavaFile of(Resource resource, ArgsType types) {
    return new ArgsClass(
            Names.args(resource),
            resource.description(),
            resource.inputs(),
            types,
            Names.RESOURCE_ARGS)
        .file();
  }

  static JavaFile of(ObjectType object, ArgsType types) {
    return new ArgsClass(
            Names.input(object),
            object.description(),
            object.properties(),
            types,
            Names.RESOURCE_ARGS)
        .file();
  }

  static JavaFile of(Function function, ArgsType types) {
    var inputs = function.inputs();
    return new ArgsClass(
            Names.input(inputs),
            inputs.description(),
            inputs.properties(),
            types,
            Names.INVOKE_ARGS)
        .file();
  }

  private JavaFile file() {
    var type =
        TypeSpec.classBuilder(name)
            .addJavadoc(Prose.javadoc(description))
            .addAnnotation(Names.GENERATED)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(kind)
            .addSuperinterface(Names.INPUT_SOURCE)
            .addField(
                FieldSpec.builder(name, "Empty", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("Arguments without any.\n")
                    .initializer("new $T()", name)
                    .build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(copy());
    for (var property : properties) {
      type.addField(field(property));
      type.addMethod(getter(property));
    }
    var builder = new ArgsBuilder(name, properties, types);
    return Names.file(
        name,
        type.addMethod(inputs()).addMethods(builder.factories()).addType(builder.type()).build());
  }

  private MethodSpec copy() {
    var copy =
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(name, "$");
    properties.forEach(p -> copy.addStatement("this.$1N = $2N.$1N", p.name(), "$"));
    return copy.build();
  }

  private FieldSpec field(Property property) {
    var annotation = AnnotationSpec.builder(Names.IMPORT).addMember("name", "$S", property.name());
    if (property.required()) {
      annotation.addMember("required", "true");
    }
    var type = stored(property);
    return FieldSpec.builder(
            property.required() ? type : Names.nullable(type), property.name(), Modifier.PRIVATE)
        .addAnnotation(annotation.build())
        .build();
  }

  private MethodSpec getter(Property property) {
    var getter =
        MethodSpec.methodBuilder(property.name())
            .addJavadoc(Prose.javadoc(property.description()))
            .addModifiers(Modifier.PUBLIC);
    if (property.required()) {
      return getter.returns(stored(property)).addStatement("return $N", property.name()).build();
    }
    return getter
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), stored(property)))
        .addStatement("return $T.ofNullable($N)", Optional.class, property.name())
        .build();
  }

  private MethodSpec inputs() {
    var inputs =
        MethodSpec.methodBuilder("inputs")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(Map.class, String.class, Object.class))
            .addStatement("var $N = new $T<String, Object>()", LOCAL, LinkedHashMap.class);
    for (var property : properties) {
      inputs
          .beginControlFlow("if ($N != null)", property.name())
          .addStatement("$1N.put($2S, $2N)", LOCAL, property.name())
          .endControlFlow();
    }
    return inputs.addStatement("return $T.unmodifiableMap($N)", Collections.class, LOCAL).build();
  }

  private TypeName stored(Property property) {
    var type = types.of(property.type());
    return property.plain() ? type : Names.output(type);
  }
}
