package io.kubevirtnet.codegen;

import com.palantir.javapoet.CodeBlock;

/** The expression for the {@code Element} that reads a type. */
final class ElementCode implements Type.Cases<CodeBlock> {
  private static final ElementCode INSTANCE = new ElementCode();

  private ElementCode() {}

  static CodeBlock of(Type type) {
    return type.as(INSTANCE);
  }

  @Override
  public CodeBlock text() {
    return CodeBlock.of("$T.text()", Names.ELEMENT);
  }

  @Override
  public CodeBlock flag() {
    return CodeBlock.of("$T.flag()", Names.ELEMENT);
  }

  @Override
  public CodeBlock whole() {
    return CodeBlock.of("$T.integer()", Names.ELEMENT);
  }

  @Override
  public CodeBlock any() {
    return CodeBlock.of("$T.any()", Names.ELEMENT);
  }

  @Override
  public CodeBlock list(Type element) {
    return CodeBlock.of("$T.list($L)", Names.ELEMENT, of(element));
  }

  @Override
  public CodeBlock map(Type element) {
    return CodeBlock.of("$T.map($L)", Names.ELEMENT, of(element));
  }

  @Override
  public CodeBlock object(ObjectType object) {
    return CodeBlock.of("$T.object($T::read)", Names.ELEMENT, Names.spec(object.name()));
  }

  @Override
  public CodeBlock choice(EnumType choice) {
    return CodeBlock.of("$T.choice($T.values())", Names.ELEMENT, Names.choice(choice));
  }
}
