package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;

/** A bond whose mode changes starts with the options that are desired, not with those it had. */
final class BondMerge {
  private static final String SECTION = "link-aggregation";

  private BondMerge() {}

  static Iface of(Iface merged, Iface desired, Iface current) {
    boolean modeChanges =
        desired.isType(Iface.BOND)
            && desired.part(SECTION).isObject()
            && current.part(SECTION).isObject()
            && !desired.part(SECTION, "mode").text().equals(current.part(SECTION, "mode").text());
    if (!modeChanges) {
      return merged;
    }
    var section = (Fields) merged.part(SECTION).tree().orElseThrow();
    var options = desired.part(SECTION, "options").tree();
    var kept = new LinkedHashMap<>(section.fields());
    kept.remove("options");
    options.ifPresent(o -> kept.put("options", o));
    return merged.with(new Fields(kept, section.marks()), SECTION);
  }
}
