package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * An item of a merged list, and what changes it, one after the other.
 *
 * @param before where it stood; nothing for one of the patch
 */
record MergedItem(Part start, OptionalInt before, List<Part> changes) {
  static MergedItem added(Part item) {
    return new MergedItem(item, OptionalInt.empty(), new ArrayList<>());
  }

  static List<MergedItem> old(Part list) {
    var items = list.items();
    return IntStream.range(0, items.size())
        .mapToObj(i -> new MergedItem(items.get(i), OptionalInt.of(i), new ArrayList<>()))
        .toList();
  }
}
