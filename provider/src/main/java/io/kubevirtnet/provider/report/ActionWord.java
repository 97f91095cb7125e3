package io.kubevirtnet.provider.report;

import io.kubevirtnet.provider.plan.Action;

/** What becomes of an object, as it is written. */
record ActionWord(String symbol, String heading, String participle, Colour colour) {
  static ActionWord of(Action action) {
    return switch (action) {
      case DELETE -> new ActionWord("-", "Deleted", "deleted", Colour.RED);
      case REPLACE -> new ActionWord("±", "Replaced", "replaced", Colour.MAGENTA);
      case CHANGE -> new ActionWord("~", "Changed", "changed", Colour.YELLOW);
      case REWORD ->
          new ActionWord("=", "Changed in words only", "changed in words only", Colour.NONE);
      case CREATE -> new ActionWord("+", "Created", "added", Colour.GREEN);
    };
  }
}
