package io.kubevirtnet.provider.drawing;

import java.util.ArrayList;
import java.util.List;

/** A detail in a box, on one side or on both. */
record Line(Turn turn, String text) {
  /** Which side has it. */
  enum Turn {
    BOTH(""),
    ONLY_BEFORE("\u2212 "),
    ONLY_AFTER("+ ");

    final String sign;

    Turn(String sign) {
      this.sign = sign;
    }
  }

  static List<Line> both(List<String> texts) {
    return texts.stream().map(t -> new Line(Turn.BOTH, t)).toList();
  }

  static List<Line> of(List<String> before, List<String> after) {
    var lines = new ArrayList<Line>();
    before.stream()
        .filter(t -> !after.contains(t))
        .forEach(t -> lines.add(new Line(Turn.ONLY_BEFORE, t)));
    after.forEach(t -> lines.add(new Line(before.contains(t) ? Turn.BOTH : Turn.ONLY_AFTER, t)));
    return lines;
  }

  String shown() {
    return turn.sign + text;
  }
}
