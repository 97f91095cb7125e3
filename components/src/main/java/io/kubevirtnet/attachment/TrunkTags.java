package io.kubevirtnet.attachment;

import io.kubevirtnet.link.VlanTags;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The VLANs of a trunk, from the texts of an author to the list that CNI plugins take. */
final class TrunkTags {
  private TrunkTags() {}

  /**
   * In order of their numbers: which one comes first does not matter to anybody. An entry that can
   * not be read is left open; a rule refuses it.
   */
  static Value<List<Tree>> of(Value<List<Value<String>>> trunk) {
    return trunk.map(
        all ->
            all.stream()
                .sorted(Comparator.comparingInt(TrunkTags::first).thenComparingInt(TrunkTags::last))
                .map(TrunkTags::entry)
                .toList());
  }

  static boolean isReadable(String text) {
    return VlanTags.parse(text).isPresent();
  }

  private static Tree entry(Value<String> text) {
    return range(text).isPresent() || text.isUnknown()
        ? Tree.of(text.map(t -> entry(VlanTags.parse(t).orElseThrow())))
        : new Unknown(text.marks());
  }

  private static Fields entry(VlanTags.Range range) {
    return range.first() == range.last()
        ? Tree.of("id", range.first())
        : Tree.of("minID", range.first()).with("maxID", range.last());
  }

  private static int first(Value<String> text) {
    return range(text).map(VlanTags.Range::first).orElse(Integer.MAX_VALUE);
  }

  private static int last(Value<String> text) {
    return range(text).map(VlanTags.Range::last).orElse(Integer.MAX_VALUE);
  }

  private static Optional<VlanTags.Range> range(Value<String> text) {
    return text.known().flatMap(VlanTags::parse);
  }
}
