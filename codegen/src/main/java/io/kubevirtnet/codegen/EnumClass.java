package io.kubevirtnet.codegen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** A choice as the enum that authors write and Pulumi serialises. */
final class EnumClass {
  private EnumClass() {}

  static JavaFile of(EnumType choice) {
    var type =
        TypeSpec.enumBuilder(Names.choice(choice))
            .addJavadoc(Prose.javadoc(choice.description()))
            .addAnnotation(Names.GENERATED)
            .addAnnotation(Names.ENUM_TYPE)
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(Names.WIRE_ENUM)
            .addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor())
            .addMethod(
                MethodSpec.methodBuilder("getValue")
                    .addJavadoc("For Pulumi's serialiser, which finds it by its annotation.\n")
                    .addAnnotation(Names.ENUM_TYPE.nestedClass("Converter"))
                    .addModifiers(Modifier.PUBLIC)
                    .returns(String.class)
                    .addStatement("return value")
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("wire")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(String.class)
                    .addStatement("return value")
                    .build());
    for (var constant : choice.constants()) {
      type.addEnumConstant(
          constant.name(),
          TypeSpec.anonymousClassBuilder("$S", constant.value())
              .addJavadoc(Prose.javadoc(constant.description()))
              .build());
    }
    return Names.file(Names.choice(choice), type.build());
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(String.class, "value")
        .addStatement("this.value = value")
        .build();
  }
}
