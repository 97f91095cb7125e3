package io.kubevirtnet.component;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.stream.Stream;

/**
 * A call of one of the plugin's functions.
 *
 * @param token its token, {@code kubevirtnet:index:getNetrisServerCluster}
 * @param args its inputs; one that is not known yet makes the answer unknown
 */
public record Call(String token, Fields args) {
  /** What somebody says about this call, on one line and without the secrets that went into it. */
  public String safe(String text) {
    var safe = text;
    for (var secret : secrets(args).toList()) {
      safe = safe.replace(secret, "[secret]");
    }
    return safe.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static Stream<String> secrets(Tree tree) {
    if (tree instanceof Scalar s) {
      return s.marks().secret()
          ? Stream.of(String.valueOf(s.value())).filter(text -> !text.isBlank())
          : Stream.empty();
    }
    return tree.parts().flatMap(Call::secrets);
  }

  @Override
  public String toString() {
    return "call of " + token;
  }
}
