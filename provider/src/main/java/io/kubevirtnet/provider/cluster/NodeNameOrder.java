package io.kubevirtnet.provider.cluster;

import java.io.Serializable;
import java.util.Comparator;

/** As people count nodes: w2 before w10. */
public final class NodeNameOrder implements Comparator<String>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int k = 0;
    while (i < one.length() && k < other.length()) {
      int endI = numberEnd(one, i);
      int endK = numberEnd(other, k);
      int order =
          endI > i && endK > k
              ? number(one, i, endI, other, k, endK)
              : Character.compare(one.charAt(i), other.charAt(k));
      if (order != 0) {
        return order;
      }
      i = Math.max(endI, i + 1);
      k = Math.max(endK, k + 1);
    }
    int rest = Integer.compare(one.length() - i, other.length() - k);
    return rest != 0 ? rest : one.compareTo(other);
  }

  private static int number(String a, int i, int endI, String b, int k, int endK) {
    int left = withoutZeros(a, i, endI);
    int right = withoutZeros(b, k, endK);
    int length = Integer.compare(endI - left, endK - right);
    if (length != 0) {
      return length;
    }
    for (int at = 0; at < endI - left; at++) {
      int order = Character.compare(a.charAt(left + at), b.charAt(right + at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int withoutZeros(String text, int start, int end) {
    int first = start;
    while (first < end - 1 && text.charAt(first) == '0') {
      first++;
    }
    return first;
  }

  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
