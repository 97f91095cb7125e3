package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows of text below each other. What would move the cursor of a terminal is shown as a mark. */
public final class Columns {
  private static final String GAP = "   ";
  private static final String NOTHING = "-";
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private final List<List<String>> rows = new ArrayList<>();

  public Columns row(String... cells) {
    rows.add(List.of(cells).stream().map(Columns::shown).toList());
    return this;
  }

  public static String printable(String text) {
    return CONTROL.matcher(text).replaceAll("\ufffd");
  }

  /** One line for each row, as wide as it needs to be. */
  public String text() {
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        var cell = row.get(i);
        line.append(cell).append(" ".repeat(width(i) - cell.length())).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().flatMapToInt(r -> IntStream.of(r.get(column).length())).max().orElse(0);
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? NOTHING : printable(cell);
  }
}
