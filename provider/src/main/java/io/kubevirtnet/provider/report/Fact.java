package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;

/** One thing worth knowing about an object; further lines stand below the first. */
public record Fact(String label, List<String> lines) {
  private static final int LABEL = 12;

  public Fact {
    lines = List.copyOf(lines);
  }

  public static Fact of(String label, String line) {
    return new Fact(label, List.of(line));
  }

  /** The fact as it stands below its object. */
  public List<String> shown(String indent) {
    return shown(indent, Paragraph.WIDTH);
  }

  /** The same for that many columns. */
  public List<String> shown(String indent, int width) {
    var below = indent + " ".repeat(LABEL);
    var first = indent + label + " ".repeat(Math.max(1, LABEL - label.length()));
    var shown = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      shown.addAll(Paragraph.lines(lines.get(i), i == 0 ? first : below, below + "  ", width));
    }
    return shown;
  }
}
