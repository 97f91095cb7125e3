package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with a desired state. */
public final class StateCatalogue {
  private StateCatalogue() {}

  /** A bridge states its MTU and its addresses as inputs, too. */
  public static final Rule MTU_IPV6 = InterfaceCatalogue.MTU_IPV6;

  /** All but {@link #MTU_IPV6}, which the catalogue of host networks lists. */
  public static final List<Rule> ALL =
      Stream.of(
              ShapeCatalogue.ALL, InterfaceCatalogue.ALL, TrafficCatalogue.ALL, AdviceCatalogue.ALL)
          .flatMap(Collection::stream)
          .toList();
}
