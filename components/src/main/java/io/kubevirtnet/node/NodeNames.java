package io.kubevirtnet.node;

import java.util.List;

/** Many nodes in few words. */
public final class NodeNames {
  private static final int SHOWN = 2;

  private NodeNames() {}

  /** {@code w1}, {@code w1 and w2}, {@code w1, w2 and 14 more}; in the order given. */
  public static String text(List<String> nodes) {
    var names = nodes.stream().distinct().toList();
    if (names.size() > SHOWN + 1) {
      return String.join(", ", names.subList(0, SHOWN))
          + " and "
          + (names.size() - SHOWN)
          + " more";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
