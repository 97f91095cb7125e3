package io.kubevirtnet.provider.cli;

import io.kubevirtnet.component.Catalogue;
import io.kubevirtnet.finding.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The code of a rule as somebody types it: {@code KVN-A007}, {@code a007}. */
record RuleCode(String typed) {
  private static final String PREFIX = "KVN-";
  private static final int NEAR = 3;

  Optional<Rule> rule() {
    return Catalogue.find(full());
  }

  /** What it could be instead, the likeliest first. */
  List<Rule> nearest() {
    return Catalogue.ALL.stream()
        .sorted(Comparator.comparingInt(r -> distance(full(), r.code())))
        .limit(NEAR)
        .toList();
  }

  /** As a sentence for somebody who typed a code that there is not. */
  String unknown() {
    var codes = nearest().stream().map(Rule::code).toList();
    return "There is no code %s. Near to it are %s and %s."
        .formatted(
            typed,
            String.join(", ", codes.subList(0, codes.size() - 1)),
            codes.get(codes.size() - 1));
  }

  private String full() {
    var upper = typed.strip().toUpperCase(Locale.ROOT);
    return upper.startsWith(PREFIX) ? upper : PREFIX + upper;
  }

  /** How many letters to change, add or leave out (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
