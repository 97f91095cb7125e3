package io.kubevirtnet.netris;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came to a list and what went from it; its order says nothing.
 *
 * @param secret nothing of it is shown
 */
record Listed(List<String> come, List<String> gone, boolean secret) {
  private static final int SHOWN = 5;

  Listed {
    come = List.copyOf(come);
    gone = List.copyOf(gone);
  }

  /** Nothing came or went where one of the lists is not known or not given. */
  static Listed between(Value<List<String>> before, Value<List<String>> after) {
    var old = before.known();
    var now = after.known();
    if (old.isEmpty() || now.isEmpty()) {
      return new Listed(List.of(), List.of(), false);
    }
    return new Listed(
        without(now.get(), old.get()),
        without(old.get(), now.get()),
        before.marks().secret() || after.marks().secret());
  }

  private static List<String> without(List<String> list, List<String> others) {
    return list.stream().filter(t -> !others.contains(t)).distinct().sorted().toList();
  }

  /** {@code also a and b, and no longer c}; nothing where nothing changed. */
  Optional<String> words() {
    var words = new ArrayList<String>();
    if (!come.isEmpty()) {
      words.add("also " + shown(come));
    }
    if (!gone.isEmpty()) {
      words.add("no longer " + shown(gone));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", words));
  }

  private String shown(List<String> texts) {
    if (secret) {
      return "[secret]";
    }
    return FirstFew.of(texts, SHOWN);
  }
}
