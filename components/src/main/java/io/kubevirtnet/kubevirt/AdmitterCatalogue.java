package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What KubeVirt refuses of a machine, or does not get to see. */
public final class AdmitterCatalogue {
  private AdmitterCatalogue() {}

  public static final List<Rule> ALL =
      Stream.of(
              SourceCatalogue.ALL,
              BindingCatalogue.ALL,
              FieldCatalogue.ALL,
              ClaimCatalogue.ALL,
              SpecCatalogue.ALL,
              ReadingCatalogue.ALL)
          .flatMap(Collection::stream)
          .toList();
}
