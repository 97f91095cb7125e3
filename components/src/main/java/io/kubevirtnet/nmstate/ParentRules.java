package io.kubevirtnet.nmstate;

import java.util.stream.Collectors;

/** What stands on an interface goes with it. */
final class ParentRules {
  private ParentRules() {}

  static void check(MergedIfaces all) {
    var gone =
        all.kernel.values().stream()
            .filter(i -> i.isChanged() && i.merged.isAbsent())
            .filter(i -> !i.merged.isType(Iface.ETHERNET))
            .map(MergedIface::name)
            .collect(Collectors.toSet());
    for (var child : all.kernel.values()) {
      var parent = child.merged.parent().filter(gone::contains);
      if (parent.isEmpty() || !child.merged.isUp() || child.merged.isType(Iface.OVS_INTERFACE)) {
        continue;
      }
      if (child.isDesired()) {
        var section = child.merged.part(child.merged.type(), "base-iface");
        all.refusals.add(
            LinkCatalogue.PARENT_ABSENT,
            section,
            parent.get() + " goes away, and " + child.name() + " with it.",
            "Interface "
                + child.name()
                + " cannot be in up state as its parent "
                + parent.get()
                + " has been marked as absent");
      } else {
        child.markAbsent();
      }
    }
  }
}
