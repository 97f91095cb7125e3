package io.kubevirtnet.provider.plan;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in which a star stands for any characters, none included.
 *
 * @param text {@code vms/*}
 */
public record Wildcard(String text) {
  boolean matches(String whole) {
    var pattern =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(whole).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
