package io.kubevirtnet.codegen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The contract of the package: its choices, structured types, components and functions. */
record Schema(
    List<EnumType> enums,
    List<ObjectType> objects,
    List<Resource> resources,
    List<Function> functions) {

  /** Types that one component hands to another: an output of some component has just this type. */
  Set<ObjectType> joins() {
    var joins = new LinkedHashSet<ObjectType>();
    resources.stream()
        .flatMap(r -> r.outputs().stream())
        .forEach(
            p -> {
              if (p.type() instanceof Type.Reference reference) {
                joins.add(reference.object());
              }
            });
    return joins;
  }

  /** What resources and functions give back, and everything inside it. */
  Set<ObjectType> outputTypes() {
    return new Reach(Set.of())
        .from(
            Stream.concat(
                resources.stream().flatMap(r -> r.outputs().stream()).map(Property::type),
                functions.stream().map(Function::result).map(Type.Reference::new)));
  }

  /** What an author builds: reachable from inputs other than through a join. */
  Set<ObjectType> inputTypes() {
    return new Reach(joins()).from(inputs());
  }

  /** Everything that can stand in an input, joins included. */
  Set<ObjectType> typesOfInputs() {
    return new Reach(Set.of()).from(inputs());
  }

  private Stream<Type> inputs() {
    return Stream.concat(
            resources.stream().flatMap(r -> r.inputs().stream()),
            functions.stream().flatMap(f -> f.inputs().properties().stream()))
        .map(Property::type);
  }
}
