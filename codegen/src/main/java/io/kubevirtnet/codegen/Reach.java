package io.kubevirtnet.codegen;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The structured types that one gets to from others, in the order in which they are met. */
final class Reach implements Type.Cases<Boolean> {
  private final Set<ObjectType> closed;
  private final Set<ObjectType> met = new LinkedHashSet<>();

  /**
   * @param closed types that are not entered
   */
  Reach(Set<ObjectType> closed) {
    this.closed = closed;
  }

  Set<ObjectType> from(Stream<? extends Type> types) {
    types.forEach(t -> t.as(this));
    return met;
  }

  @Override
  public Boolean object(ObjectType object) {
    if (closed.contains(object) || !met.add(object)) {
      return false;
    }
    object.properties().forEach(p -> p.type().as(this));
    return true;
  }

  @Override
  public Boolean list(Type element) {
    return element.as(this);
  }

  @Override
  public Boolean map(Type element) {
    return element.as(this);
  }

  @Override
  public Boolean text() {
    return false;
  }

  @Override
  public Boolean flag() {
    return false;
  }

  @Override
  public Boolean whole() {
    return false;
  }

  @Override
  public Boolean any() {
    return false;
  }

  @Override
  public Boolean choice(EnumType choice) {
    return false;
  }
}
