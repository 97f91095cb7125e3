package io.kubevirtnet.across;

import java.util.List;

/**
 * Whether Multus keeps machines to the definitions of their own namespace.
 *
 * @param globals namespaces whose definitions everybody may use all the same
 */
public record Isolation(boolean on, List<String> globals) {
  /** What Multus takes when its configuration names none. */
  public static final List<String> USUAL_GLOBALS = List.of("default");

  public static final Isolation OFF = new Isolation(false, USUAL_GLOBALS);

  public Isolation {
    globals = List.copyOf(globals);
  }

  boolean forbids(String machine, String definition) {
    return on && !machine.equals(definition) && !globals.contains(definition);
  }
}
