package io.kubevirtnet.vcluster;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what had to be assumed for one machine, each once. */
final class Assumptions {
  private final Set<Assumption> all = EnumSet.noneOf(Assumption.class);

  void add(Assumption assumption) {
    all.add(assumption);
  }

  void addIf(boolean condition, Assumption assumption) {
    if (condition) {
      all.add(assumption);
    }
  }

  /** In the order of the table. */
  List<Assumption> list() {
    return List.copyOf(all);
  }
}
