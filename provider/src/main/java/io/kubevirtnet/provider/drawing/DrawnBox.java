package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.State;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A box as both sides have it.
 *
 * @param box as the new side has it, or the old one where the new has it not
 */
record DrawnBox(Box box, List<Line> lines) {
  static final double CAPTION_SIZE = 10;
  static final double LABEL_SIZE = 13;
  static final double DETAIL_SIZE = 11;
  static final int PADDING = 10;
  static final int CAPTION_HEIGHT = 14;
  static final int LABEL_HEIGHT = 18;
  static final int DETAIL_HEIGHT = 15;
  private static final int MOST_LINES = 6;
  private static final int WIDEST = 260;

  DrawnBox {
    lines = List.copyOf(lines);
  }

  String id() {
    return box.id();
  }

  State state() {
    return box.state();
  }

  boolean isChanged() {
    return state() != State.SAME;
  }

  String sign() {
    return switch (state()) {
      case SAME -> "";
      case CREATED -> "+";
      case CHANGED -> "~";
      case DELETED -> "\u2212";
    };
  }

  String caption() {
    var noun =
        switch (box.layer()) {
          case NODES -> "nodes";
          case UPLINK -> "uplink";
          case BRIDGE -> "bridge";
          case ATTACHMENT -> "attachment";
          case MACHINE -> "machine";
          case NODE_TYPE -> "node type";
        };
    var number = box.count() > 1 ? " \u00d7 " + box.count() : "";
    return noun + number + (isChanged() ? " \u00b7 " + word() : "");
  }

  String word() {
    return state().name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return TextWidth.cut(box.label(), LABEL_SIZE, WIDEST);
  }

  /** The details that have a place; the last says how many have none. */
  List<Line> shownLines() {
    if (lines.size() <= MOST_LINES) {
      return lines.stream().map(DrawnBox::cut).toList();
    }
    int kept = MOST_LINES - 1;
    var shown = lines.stream().limit(kept).map(DrawnBox::cut).collect(Collectors.toList());
    shown.add(new Line(Line.Turn.BOTH, "and " + (lines.size() - kept) + " more"));
    return List.copyOf(shown);
  }

  double width() {
    double widest =
        Math.max(
            TextWidth.of(label(), LABEL_SIZE), TextWidth.of(caption(), CAPTION_SIZE) + signWidth());
    for (var line : shownLines()) {
      widest = Math.max(widest, TextWidth.of(line.shown(), DETAIL_SIZE));
    }
    return Math.ceil(widest) + 2 * PADDING;
  }

  int height() {
    return 2 * PADDING + CAPTION_HEIGHT + LABEL_HEIGHT + DETAIL_HEIGHT * shownLines().size() - 4;
  }

  /** All of it in words, for who does not see the picture. */
  String sentence() {
    var details = lines.stream().map(Line::shown).collect(Collectors.joining(", "));
    return caption() + ": " + box.label() + (details.isEmpty() ? "" : " (" + details + ")");
  }

  private int signWidth() {
    return isChanged() ? 20 : 0;
  }

  private static Line cut(Line line) {
    return new Line(line.turn(), TextWidth.cut(line.text(), DETAIL_SIZE, WIDEST));
  }
}
