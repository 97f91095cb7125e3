package io.kubevirtnet.provider.policy;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a state that a killed run must not take with it.
 *
 * @param applied what nodes may have; none of it is secret
 */
record Journal(Baselines baselines, List<Applied> applied, Set<String> touched) {
  static final Journal NONE = new Journal(Baselines.NONE, List.of(), Set.of());

  Journal {
    applied = List.copyOf(applied);
    touched = java.util.Collections.unmodifiableSet(new TreeSet<>(touched));
  }

  static Journal of(PolicyState state) {
    return new Journal(
        state.baselines(),
        state.applied().stream().filter(a -> !a.state().allMarks().secret()).toList(),
        state.touched());
  }

  static Journal read(Fields in) {
    return new Journal(
        Baselines.read(in, "baselines"),
        Applied.read(in, "applied"),
        Set.copyOf(States.texts(in, "touched")));
  }

  Fields tree() {
    return Tree.of("baselines", baselines.tree())
        .with("applied", applied.stream().map(Applied::tree).toList())
        .with("touched", List.copyOf(touched));
  }

  boolean isEmpty() {
    return equals(NONE);
  }
}
