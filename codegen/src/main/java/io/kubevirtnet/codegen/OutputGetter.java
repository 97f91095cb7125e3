package io.kubevirtnet.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Type and body of the method that reads one property of an output. */
final class OutputGetter implements Type.Cases<OutputGetter.Getter> {
  private static final TypeName FREE = mapOf(ClassName.get(Object.class));

  private final String owner;
  private final Property property;

  private OutputGetter(String owner, Property property) {
    this.owner = owner;
    this.property = property;
  }

  /** What the method returns, and how it gets it. */
  record Getter(TypeName type, CodeBlock value) {}

  static Getter of(ObjectType owner, Property property) {
    return property.type().as(new OutputGetter(owner.name(), property));
  }

  @Override
  public Getter text() {
    return leaf(ClassName.get(String.class));
  }

  @Override
  public Getter flag() {
    return leaf(ClassName.get(Boolean.class));
  }

  @Override
  public Getter whole() {
    return leaf(ClassName.get(Integer.class));
  }

  @Override
  public Getter any() {
    throw new SchemaProblem(owner + "." + property.name(), "an output must have a type.");
  }

  @Override
  public Getter choice(EnumType choice) {
    return leaf(Names.choice(choice));
  }

  @Override
  public Getter object(ObjectType object) {
    var type = Names.join(object);
    return property.required()
        ? new Getter(type, part("requiredObject", type))
        : new Getter(optional(type), part("object", type));
  }

  @Override
  public Getter list(Type element) {
    if (element instanceof Type.Reference reference) {
      var type = Names.join(reference.object());
      return new Getter(listOf(type), part("objects", type));
    }
    if (element instanceof Type.MapOf free && free.element() instanceof Type.Any) {
      return new Getter(listOf(FREE), part("freeObjects"));
    }
    return new Getter(listOf(leafType(element)), leaf("list"));
  }

  @Override
  public Getter map(Type element) {
    if (element instanceof Type.Any) {
      return new Getter(FREE, part("free"));
    }
    if (element instanceof Type.Reference reference) {
      var type = Names.join(reference.object());
      return new Getter(mapOf(type), part("objectsByKey", type));
    }
    return new Getter(mapOf(leafType(element)), leaf("map"));
  }

  private Getter leaf(TypeName type) {
    return property.required()
        ? new Getter(type, leaf("required"))
        : new Getter(optional(type), leaf("optional"));
  }

  private CodeBlock leaf(String how) {
    return CodeBlock.of("$T.$L(spec.$N())", Names.PARTS, how, property.name());
  }

  private CodeBlock part(String how) {
    return CodeBlock.of("$T.$L(tree, $S)", Names.PARTS, how, property.name());
  }

  private CodeBlock part(String how, ClassName type) {
    return CodeBlock.of("$T.$L(tree, $S, $T::of)", Names.PARTS, how, property.name(), type);
  }

  private TypeName leafType(Type element) {
    if (element instanceof Type.Text
        || element instanceof Type.Flag
        || element instanceof Type.Whole
        || element instanceof Type.Choice) {
      return element.as(new OutputGetter(owner, required())).type();
    }
    throw new SchemaProblem(
        owner + "." + property.name(), "an output can not have this list or map.");
  }

  private Property required() {
    return new Property(
        property.name(), property.type(), property.description(), true, false, Optional.empty());
  }

  private static TypeName optional(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), type);
  }

  private static TypeName mapOf(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), type);
  }

  private static TypeName listOf(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(List.class), type);
  }
}
