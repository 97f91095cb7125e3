package io.kubevirtnet.codegen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The functions of the plugin as static methods, in the shape of Pulumi's own Java SDKs. */
final class FunctionsClass {
  private final TypeSpec.Builder type =
      TypeSpec.classBuilder(Names.FUNCTIONS)
          .addJavadoc("What the plugin can be asked.\n")
          .addAnnotation(Names.GENERATED)
          .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
          .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());

  private FunctionsClass() {}

  static JavaFile of(List<Function> functions) {
    var of = new FunctionsClass();
    functions.forEach(of::add);
    return Names.file(Names.FUNCTIONS, of.type.build());
  }

  private void add(Function function) {
    var args = Names.input(function.inputs());
    if (function.inputs().properties().stream().noneMatch(Property::required)) {
      type.addMethod(
          method(function).addStatement("return $N($T.Empty)", function.name(), args).build());
    }
    type.addMethod(
        method(function)
            .addParameter(args, "args")
            .addStatement("return $N(args, $T.Empty)", function.name(), Names.INVOKE_OPTIONS)
            .build());
    type.addMethod(asking(function, Names.INVOKE_OPTIONS));
    type.addMethod(asking(function, Names.INVOKE_OUTPUT_OPTIONS));
  }

  private static MethodSpec asking(Function function, TypeName options) {
    return method(function)
        .addParameter(Names.input(function.inputs()), "args")
        .addParameter(options, "options")
        .addStatement(
            "return $T.of($S, args, options, $T::of)",
            Names.INVOCATION,
            function.token(),
            Names.join(function.result()))
        .build();
  }

  private static MethodSpec.Builder method(Function function) {
    return MethodSpec.methodBuilder(function.name())
        .addJavadoc(Prose.javadoc(function.description()))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(Names.output(Names.join(function.result())));
  }
}
