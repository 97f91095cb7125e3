package io.kubevirtnet.provider.cluster;

import java.io.Serializable;
import java.util.Comparator;

/** As people count nodes: w2 before w10. */
final class NodeNameOrder implements Comparator<String>, Serializable {
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
    var left = a.substring(i, endI).replaceFirst("^0+(?=.)", "");
    var right = b.substring(k, endK).replaceFirst("^0+(?=.)", "");
    int length = Integer.compare(left.length(), right.length());
    return length != 0 ? length : left.compareTo(right);
  }

  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
