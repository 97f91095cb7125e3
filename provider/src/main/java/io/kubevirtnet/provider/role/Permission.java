package io.kubevirtnet.provider.role;

import java.util.Optional;

/**
 * One thing that somebody may do.
 *
 * @param group API group; empty for the core group
 * @param resource plural, as roles have it
 * @param only the one object of this name
 * @param local a role of one namespace gives it, and then less is seen or done
 * @param why what it is for, as the end of a sentence
 */
public record Permission(
    String group, String resource, String verb, Optional<String> only, boolean local, String why) {

  static Permission of(String group, String resource, String verb, String why) {
    return new Permission(group, resource, verb, Optional.empty(), false, why);
  }

  Permission named(String name) {
    return new Permission(group, resource, verb, Optional.of(name), local, why);
  }

  Permission inOneNamespace() {
    return new Permission(group, resource, verb, only, true, why);
  }

  /** Whether it allows the same, whatever it is for. */
  boolean allows(Permission other) {
    return group.equals(other.group)
        && resource.equals(other.resource)
        && verb.equals(other.verb)
        && only.equals(other.only);
  }

  @Override
  public String toString() {
    return verb
        + " "
        + resource
        + (group.isEmpty() ? "" : "." + group)
        + only.map(n -> " " + n).orElse("");
  }
}
