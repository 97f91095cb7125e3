package io.kubevirtnet.host;

import io.kubevirtnet.enums.PortVlanMode;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.link.VlanTags;
import io.kubevirtnet.spec.PortVlanSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.BitSet;
import java.util.List;

/** The VLAN filter of one port of a bridge. */
record PortFilter(Value<PortVlanSpec> spec) {
  /** The lowest VLAN of the usual trunk: 1 is the untagged network of the bridge. */
  private static final int FIRST_TAGGED = 2;

  /**
   * What nmstate's handler would add by itself to a port of a Linux bridge is written out, to be
   * seen before.
   */
  Tree onLinux() {
    return spec.isAbsent() ? trunk(usual(0)) : onOvs();
  }

  /** The filter that was written. */
  Tree onOvs() {
    return Tree.of(spec.flatMap(s -> s.mode().map(mode -> tree(s, mode))));
  }

  private static Fields tree(PortVlanSpec s, PortVlanMode mode) {
    return switch (mode) {
      case None -> Tree.fields();
      case Access -> Tree.of("mode", "access").with("tag", s.access());
      case Trunk ->
          s.nativeVlan().isAbsent()
              ? trunk(tags(s))
              : trunk(tags(s)).with("tag", s.nativeVlan()).with("enable-native", true);
    };
  }

  private static Fields trunk(Tree tags) {
    return Tree.of("mode", "trunk").with("trunk-tags", tags);
  }

  /** A native VLAN that is not listed goes without a tag only. */
  private static Tree tags(PortVlanSpec s) {
    return s.trunk().isAbsent()
        ? Tree.of(s.nativeVlan().orDefault(0).map(PortFilter::usual))
        : Tree.of(s.trunk().map(all -> all.stream().map(t -> t.map(PortFilter::tag)).toList()));
  }

  private static Tree tag(String text) {
    return VlanTags.parse(text).map(PortFilter::entry).orElse(Tree.fields());
  }

  private static Tree usual(int but) {
    return Tree.of(VlanTags.ranges(usualTags(but)).stream().map(PortFilter::entry).toList());
  }

  private static Fields entry(VlanTags.Range range) {
    return range.first() == range.last()
        ? Tree.of("id", range.first())
        : Tree.of("id-range", Tree.of("min", range.first()).with("max", range.last()));
  }

  private static BitSet usualTags(int but) {
    var tags = VlanTags.between(FIRST_TAGGED, VlanId.MAX);
    if (VlanId.isValid(but)) {
      tags.clear(but);
    }
    return tags;
  }

  /**
   * What of a bridge's VLANs gets out through the port.
   *
   * @param tagged VLANs that an attachment may ask for
   * @param untagged whether it gets out without asking for one
   */
  record Carried(BitSet tagged, boolean untagged) {
    Carried and(Carried other) {
      var both = (BitSet) tagged.clone();
      both.and(other.tagged);
      return new Carried(both, untagged && other.untagged);
    }
  }

  /**
   * Known when all of the filter is.
   *
   * @param inside the VLAN of attachments that ask for none; 0 on an OVS bridge
   */
  Value<Carried> carried(int inside) {
    var tree = Tree.of(spec.isAbsent() ? Tree.fields() : spec);
    var marks = tree.allMarks();
    return tree.hasUnknown()
        ? new Value.Unknown<>(spec.path(), marks)
        : new Value.Known<>(spec.path(), known(inside), marks);
  }

  private Carried known(int inside) {
    var s = spec.known();
    boolean ovs = inside == 0;
    if (s.isEmpty()) {
      return new Carried(ovs ? VlanTags.between(VlanId.MIN, VlanId.MAX) : usualTags(0), true);
    }
    return switch (s.get().mode().known().orElse(PortVlanMode.Trunk)) {
      case None -> new Carried(ovs ? VlanTags.between(VlanId.MIN, VlanId.MAX) : new BitSet(), true);
      case Access -> plus(new BitSet(), s.get().access().known().orElse(0), inside, false);
      case Trunk -> trunk(s.get(), inside);
    };
  }

  private static Carried trunk(PortVlanSpec s, int inside) {
    int outside = s.nativeVlan().known().orElse(0);
    var tags = s.trunk().isAbsent() ? usualTags(outside) : new BitSet();
    s.trunk()
        .known()
        .orElse(List.of())
        .forEach(t -> t.known().flatMap(VlanTags::parse).ifPresent(r -> r.addTo(tags)));
    return plus(tags, outside, inside, outside == 0 && inside != 0);
  }

  private static Carried plus(BitSet tags, int outside, int inside, boolean untagged) {
    if (VlanId.isValid(outside) && outside != inside) {
      tags.set(outside);
    }
    return new Carried(tags, untagged || (outside == inside && outside > 0));
  }
}
