package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Tree;
import java.util.Optional;

/**
 * A place where two trees differ.
 *
 * @param path list items by identity
 */
record Difference(String path, Optional<Tree> old, Optional<Tree> now, Kind kind) {
  enum Kind {
    /** It says something else. */
    VALUE,
    /** The same items in another order, which counts. */
    ORDER,
    /** The same items in another order, which says nothing. */
    IDLE_ORDER,
    /** The same in other words. */
    WORDS
  }

  boolean isReword() {
    return kind == Kind.WORDS || kind == Kind.IDLE_ORDER;
  }

  PlannedField field(String consequence) {
    var said =
        switch (kind) {
          case VALUE -> consequence;
          case ORDER -> consequence.isEmpty() ? "The order of this list counts." : consequence;
          case IDLE_ORDER -> "The order says nothing here.";
          case WORDS -> "Both are read alike.";
        };
    var pair = Shown.pair(path, old, now);
    return new PlannedField(path, pair.before(), pair.after(), said);
  }
}
