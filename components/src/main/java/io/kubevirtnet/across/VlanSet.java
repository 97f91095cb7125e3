package io.kubevirtnet.across;

import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.link.VlanTags;
import java.util.BitSet;

/** Sets of VLANs, filled from numbers that nobody has checked, and as messages show them. */
final class VlanSet {
  private VlanSet() {}

  static void add(BitSet tags, long first, long last) {
    if (first >= 0 && last <= VlanId.MAX) {
      new VlanTags.Range((int) first, (int) last).addTo(tags);
    }
  }

  static String shown(BitSet tags) {
    return String.join(
        ", ",
        VlanTags.ranges(tags).stream()
            .map(r -> r.first() == r.last() ? "" + r.first() : r.first() + "-" + r.last())
            .toList());
  }
}
