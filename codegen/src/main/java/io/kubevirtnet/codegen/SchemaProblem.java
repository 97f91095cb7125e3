package io.kubevirtnet.codegen;

/** Something in the schema from which no Java can be made; the message says where and why. */
final class SchemaProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaProblem(String place, String problem) {
    super(place + ": " + problem);
  }
}
