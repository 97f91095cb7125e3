package io.kubevirtnet.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sets of VLANs, as authors and bridges write them: {@code 101} and {@code 200-500}. */
public final class VlanTags {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private VlanTags() {}

  /** Consecutive ids, both ends included. */
  public record Range(int first, int last) {
    public void addTo(BitSet tags) {
      if (VlanId.isValid(first) && VlanId.isValid(last) && first <= last) {
        tags.set(first, last + 1);
      }
    }
  }

  /** One id or one range; whether the numbers can be VLANs is not looked at. */
  public static Optional<Range> parse(String text) {
    var m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(m.group(1));
    return Optional.of(new Range(first, m.group(2) == null ? first : Integer.parseInt(m.group(2))));
  }

  public static BitSet between(int first, int last) {
    var tags = new BitSet();
    tags.set(first, last + 1);
    return tags;
  }

  /** The fewest ranges that hold just these. */
  public static List<Range> ranges(BitSet tags) {
    var ranges = new ArrayList<Range>();
    for (int first = tags.nextSetBit(0); first >= 0; ) {
      int end = tags.nextClearBit(first);
      ranges.add(new Range(first, end - 1));
      first = tags.nextSetBit(end);
    }
    return ranges;
  }
}
