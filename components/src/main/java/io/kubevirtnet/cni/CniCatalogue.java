package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with a network definition. */
public final class CniCatalogue {
  private CniCatalogue() {}

  public static final List<Rule> ALL =
      Stream.of(
              FrameCatalogue.ALL,
              TextCatalogue.ALL,
              PluginCatalogue.ALL,
              DeviceCatalogue.ALL,
              OvnCatalogue.ALL,
              WhereaboutsCatalogue.ALL,
              VirtualMachineCatalogue.ALL)
          .flatMap(Collection::stream)
          .toList();
}
