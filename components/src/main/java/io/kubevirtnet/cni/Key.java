package io.kubevirtnet.cni;

import java.util.Optional;

/**
 * One key that a plugin reads.
 *
 * @param since the first release of containernetworking/plugins that has it, where that matters
 * @param embedded name of the embedded struct of Go that holds it; empty when there is none
 * @param exact the admission controller does not see it in another case
 */
record Key(String name, GoType type, Optional<String> since, String embedded, boolean exact) {

  static Key text(String name) {
    return of(name, GoType.TEXT);
  }

  static Key flag(String name) {
    return of(name, GoType.FLAG);
  }

  static Key number(String name) {
    return of(name, GoType.INT);
  }

  static Key texts(String name) {
    return of(name, GoType.TEXTS);
  }

  static Key of(String name, GoType type) {
    return new Key(name, type, Optional.empty(), "", false);
  }

  Key since(String release) {
    return new Key(name, type, Optional.of(release), embedded, exact);
  }

  Key in(String struct) {
    return new Key(name, type, since, struct, exact);
  }

  Key exactly() {
    return new Key(name, type, since, embedded, true);
  }

  GoField within(GoField struct) {
    return struct.child(embedded.isEmpty() ? name : embedded + "." + name);
  }
}
