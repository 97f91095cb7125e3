package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong in a cluster, as {@code kubevirtnet doctor} finds it. */
public final class HealthCatalogue {
  private HealthCatalogue() {}

  public static final List<Rule> ALL =
      Stream.of(
              AccessCatalogue.ALL,
              InstallationCatalogue.ALL,
              PluginHealthCatalogue.ALL,
              PolicyHealthCatalogue.ALL,
              AttachmentHealthCatalogue.ALL,
              StartCatalogue.ALL,
              LiveCatalogue.ALL)
          .flatMap(List::stream)
          .toList();
}
