package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be wrong with nodes in the words of the platform. */
public final class VclusterCatalogue {
  private VclusterCatalogue() {}

  public static final List<Rule> ALL =
      Stream.of(
              ObjectCatalogue.ALL,
              PropertyCatalogue.ALL,
              KeyCatalogue.ALL,
              ReadingCatalogue.ALL,
              MergeCatalogue.ALL,
              EffectCatalogue.ALL,
              TemplateCatalogue.ALL,
              AutoNodesCatalogue.ALL)
          .flatMap(Collection::stream)
          .toList();
}
