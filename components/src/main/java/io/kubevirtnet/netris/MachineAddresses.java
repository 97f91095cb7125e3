package io.kubevirtnet.netris;

import io.kubevirtnet.link.AddressRange;
import java.util.List;

/**
 * The addresses that machines get.
 *
 * @param chosen an author says which; else it is the whole subnet
 */
record MachineAddresses(boolean chosen, List<AddressRange> ranges) {
  MachineAddresses {
    ranges = List.copyOf(ranges);
  }

  boolean overlaps(AddressRange range) {
    return ranges.stream().anyMatch(range::overlaps);
  }

  /** In words that follow "is in". */
  String words() {
    return chosen
        ? "addresses.ranges, which machines get"
        : "the whole subnet, which addresses without ranges gives to machines";
  }
}
