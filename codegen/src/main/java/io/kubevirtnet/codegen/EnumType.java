package io.kubevirtnet.codegen;

import java.util.List;
import java.util.Optional;

/** A closed choice of texts. */
record EnumType(String name, String description, List<Constant> constants) {

  /** One choice, by its name in code and its text everywhere else. */
  record Constant(String name, String value, String description) {}

  Optional<Constant> constant(String value) {
    return constants.stream().filter(c -> c.value().equals(value)).findFirst();
  }
}
