package io.kubevirtnet.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an author hands to a builder: joins as they came out, other structures as arguments. */
final class ArgsType implements Type.Cases<TypeName> {
  private final Set<ObjectType> joins;

  ArgsType(Set<ObjectType> joins) {
    this.joins = joins;
  }

  TypeName of(Type type) {
    return type.as(this);
  }

  boolean isJoin(Type type) {
    return type instanceof Type.Reference reference && joins.contains(reference.object());
  }

  @Override
  public TypeName text() {
    return ClassName.get(String.class);
  }

  @Override
  public TypeName flag() {
    return ClassName.get(Boolean.class);
  }

  @Override
  public TypeName whole() {
    return ClassName.get(Integer.class);
  }

  @Override
  public TypeName any() {
    return ClassName.get(Object.class);
  }

  @Override
  public TypeName list(Type element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), of(element));
  }

  @Override
  public TypeName map(Type element) {
    return ParameterizedTypeName.get(
        ClassName.get(Map.class), ClassName.get(String.class), of(element));
  }

  @Override
  public TypeName object(ObjectType object) {
    return joins.contains(object) ? Names.join(object) : Names.input(object);
  }

  @Override
  public TypeName choice(EnumType choice) {
    return Names.choice(choice);
  }
}
