package io.kubevirtnet.provider.plan;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Somebody agrees to risks.
 *
 * @param risks the name of one, a kind, or the beginning of names with a star behind it
 * @param reason empty where none was given
 * @param place where it is written, for messages: {@code --acknowledge}, {@code accept.yaml:7}
 */
public record Acknowledgement(String risks, String reason, String place) {
  private static final String STAR = "*";

  /** Whether there can be a risk of such a name. */
  public boolean isPossible() {
    int slash = risks.indexOf('/');
    if (slash >= 0) {
      var kind = risks.substring(0, slash);
      return slash < risks.length() - 1 && kinds(k -> k.equals(kind));
    }
    return risks.endsWith(STAR)
        ? kinds(k -> k.startsWith(beginning()))
        : kinds(k -> k.equals(risks));
  }

  boolean covers(Risk risk) {
    return risks.endsWith(STAR)
        ? risk.name().startsWith(beginning())
        : risk.name().equals(risks) || risk.kind().wire().equals(risks);
  }

  private String beginning() {
    return risks.substring(0, risks.length() - STAR.length());
  }

  private static boolean kinds(Predicate<String> which) {
    return Arrays.stream(Risk.Kind.values()).map(Risk.Kind::wire).anyMatch(which);
  }
}
