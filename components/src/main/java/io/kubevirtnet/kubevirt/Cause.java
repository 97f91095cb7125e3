package io.kubevirtnet.kubevirt;

/** How the API server's answer calls the kinds of what KubeVirt refuses. */
enum Cause {
  INVALID("FieldValueInvalid"),
  REQUIRED("FieldValueRequired"),
  DUPLICATE("FieldValueDuplicate"),
  NOT_SUPPORTED("FieldValueNotSupported"),
  NOT_FOUND("FieldValueNotFound"),
  FORBIDDEN("FieldValueForbidden"),
  TOO_MANY("FieldValueTooMany"),

  /** No cause at all, but an answer of status 400 that has a message only. */
  BAD_REQUEST("BadRequest");

  private final String wire;

  Cause(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}
