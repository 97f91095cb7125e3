package io.kubevirtnet.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The builder of what components hand on and authors write down, too: plain values only. */
final class OutputBuilder {
  private final ObjectType object;
  private final ClassName name;
  private final ClassName builder;

  OutputBuilder(ObjectType object, ClassName name) {
    this.object = object;
    this.name = name;
    this.builder = name.nestedClass("Builder");
  }

  MethodSpec factory() {
    return MethodSpec.methodBuilder("builder")
        .addJavadoc("For one that is written down.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(builder)
        .addStatement("return new $T()", builder)
        .build();
  }

  TypeSpec type() {
    var type =
        TypeSpec.classBuilder(builder)
            .addJavadoc("Collects the properties; {@link #build} ends it.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(
                FieldSpec.builder(Names.TREE_FIELDS, "tree", Modifier.PRIVATE)
                    .initializer("$T.EMPTY", Names.TREE_FIELDS)
                    .build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    object.properties().forEach(p -> setters(p).forEach(type::addMethod));
    return type.addMethod(build()).build();
  }

  private List<MethodSpec> setters(Property property) {
    var setters = new ArrayList<MethodSpec>();
    setters.add(
        setter(property, value(property))
            .addStatement("tree = tree.with($1S, $1N)", property.name())
            .addStatement("return this")
            .build());
    if (value(property) instanceof ParameterizedTypeName list
        && list.rawType().equals(ClassName.get(List.class))) {
      setters.add(
          setter(property, ArrayTypeName.of(list.typeArguments().get(0)))
              .varargs()
              .addStatement("return $1N($2T.of($1N))", property.name(), List.class)
              .build());
    }
    return setters;
  }

  private MethodSpec.Builder setter(Property property, TypeName type) {
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(Prose.javadoc(property.description()))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, property.name())
        .returns(builder);
  }

  /** As it is read where it is there. */
  private TypeName value(Property property) {
    var there =
        new Property(
            property.name(),
            property.type(),
            property.description(),
            true,
            false,
            Optional.empty());
    return OutputGetter.of(object, there).type();
  }

  private MethodSpec build() {
    return MethodSpec.methodBuilder("build")
        .addModifiers(Modifier.PUBLIC)
        .returns(name)
        .addStatement("return $T.of(tree)", name)
        .build();
  }
}
