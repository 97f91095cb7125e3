package io.kubevirtnet.provider.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Room for several that want more of it than there is: nobody gets less for being small. */
final class FairShares {
  private FairShares() {}

  /**
   * As much as each wants; where that is too much, the large ones share what the small ones leave.
   */
  static List<Integer> of(List<Integer> wanted, int room) {
    var shares = new Integer[wanted.size()];
    int left = Math.max(0, room);
    var smallestFirst =
        IntStream.range(0, wanted.size())
            .boxed()
            .sorted(Comparator.comparing(wanted::get))
            .toList();
    for (int i = 0; i < smallestFirst.size(); i++) {
      int index = smallestFirst.get(i);
      int share = Math.min(wanted.get(index), left / (smallestFirst.size() - i));
      shares[index] = share;
      left -= share;
    }
    return Arrays.asList(shares);
  }
}
