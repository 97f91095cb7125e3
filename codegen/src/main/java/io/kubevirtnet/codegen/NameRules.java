package io.kubevirtnet.codegen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Names that some language could only write with an escape, or that the generated Java needs. */
final class NameRules {
  /** Java has its own list in the JDK. */
  private static final Map<String, Set<String>> KEYWORDS =
      Map.of(
          "TypeScript",
          words(
              """
              break case catch class const continue debugger default delete do else enum export extends
              false finally for function if implements import in instanceof interface let new null
              package private protected public return static super switch this throw true try typeof
              var void while with yield
              """),
          "Python",
          words(
              """
              and as assert async await break class continue def del elif else except finally for from
              global if import in is lambda nonlocal not or pass raise return try while with yield
              """),
          "Go",
          words(
              """
              break case chan const continue default defer else fallthrough for func go goto if import
              interface map package range return select struct switch type var
              """),
          // Without namespace: Kubernetes users expect it, and in C# a property is a Namespace.
          "C#",
          words(
              """
              abstract as base bool break byte case catch char checked class const continue decimal
              default delegate do double else enum event explicit extern false finally fixed float for
              foreach goto if implicit in int interface internal is lock long new null object operator
              out override params private protected public readonly ref return sbyte sealed short
              sizeof stackalloc static string struct switch this throw true try typeof uint ulong
              unchecked unsafe ushort using virtual void volatile while
              """));

  private static final Set<String> TAKEN =
      words(
          """
          path spec tree builder inputs clone finalize getClass hashCode notify notifyAll toString wait
          """);

  private NameRules() {}

  /** Throws at the first name that does not fit. */
  static void check(Schema schema) {
    schema.objects().forEach(o -> javaNames(o.name(), o.properties()));
    schema.resources().forEach(r -> javaNames(r.name(), r.inputs()));
    schema.resources().forEach(r -> inputNames(r.name(), r.inputs()));
    schema.typesOfInputs().forEach(o -> inputNames(o.name(), o.properties()));
    for (var function : schema.functions()) {
      javaNames(function.name(), function.inputs().properties());
      inputNames(function.name(), function.inputs().properties());
      javaNames(function.name(), function.result().properties());
    }
    schema.enums().forEach(NameRules::constantNames);
    distinct(schema);
  }

  private static void javaNames(String owner, List<Property> properties) {
    for (var property : properties) {
      if (!SourceVersion.isName(property.name(), SourceVersion.RELEASE_17)) {
        throw new SchemaProblem(
            owner + "." + property.name(), "a keyword of Java can not be the name of a property.");
      }
      if (TAKEN.contains(property.name())) {
        throw new SchemaProblem(
            owner + "." + property.name(), "the generated Java has this name for something else.");
      }
    }
  }

  private static void inputNames(String owner, List<Property> properties) {
    for (var property : properties) {
      var languages =
          KEYWORDS.entrySet().stream()
              .filter(language -> language.getValue().contains(property.name()))
              .map(Map.Entry::getKey)
              .sorted()
              .collect(Collectors.joining(", "));
      if (!languages.isEmpty()) {
        throw new SchemaProblem(
            owner + "." + property.name(),
            "no input is named after a keyword (" + languages + ").");
      }
    }
  }

  private static void constantNames(EnumType choice) {
    for (var constant : choice.constants()) {
      if (!SourceVersion.isName(constant.name(), SourceVersion.RELEASE_17)) {
        throw new SchemaProblem(
            choice.name() + "." + constant.name(), "this can not be the name of a Java constant.");
      }
    }
  }

  /** Specs of components and of types share one package. */
  private static void distinct(Schema schema) {
    var types = schema.objects().stream().map(ObjectType::name).collect(Collectors.toSet());
    for (var function : schema.functions()) {
      for (var type : List.of(function.inputs().name(), function.result().name())) {
        if (!types.add(type)) {
          throw new SchemaProblem(type, "a type has the name of what a function takes or gives.");
        }
      }
    }
    for (var resource : schema.resources()) {
      if (types.contains(resource.name())) {
        throw new SchemaProblem(resource.name(), "a type and a component have the same name.");
      }
    }
  }

  private static Set<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
