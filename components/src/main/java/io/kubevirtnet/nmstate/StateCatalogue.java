package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with a desired state. */
public final class StateCatalogue {
  /** Who makes the entries of inputs says it of those. */
  public static final Rule SAME_ENTRY = AdviceCatalogue.SAME_ENTRY;

  private StateCatalogue() {}

  public static final List<Rule> ALL =
      Stream.of(
              ShapeCatalogue.ALL, InterfaceCatalogue.ALL, TrafficCatalogue.ALL, AdviceCatalogue.ALL)
          .flatMap(Collection::stream)
          .toList();
}
