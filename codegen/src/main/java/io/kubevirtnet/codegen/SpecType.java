package io.kubevirtnet.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;

/** What is inside the {@code Value} of a Spec record. */
final class SpecType implements Type.Cases<TypeName> {
  private static final SpecType INSTANCE = new SpecType();

  private SpecType() {}

  static TypeName value(Type type) {
    return ParameterizedTypeName.get(Names.VALUE, type.as(INSTANCE));
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
    return Names.TREE;
  }

  @Override
  public TypeName list(Type element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), value(element));
  }

  @Override
  public TypeName map(Type element) {
    return ParameterizedTypeName.get(
        ClassName.get(Map.class), ClassName.get(String.class), value(element));
  }

  @Override
  public TypeName object(ObjectType object) {
    return Names.spec(object.name());
  }

  @Override
  public TypeName choice(EnumType choice) {
    return Names.choice(choice);
  }
}
