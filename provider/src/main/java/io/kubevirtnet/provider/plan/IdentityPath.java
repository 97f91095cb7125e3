package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Items;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same place with list items by identity: what stands at a number today may move tomorrow. */
final class IdentityPath {
  private static final Pattern STEP =
      Pattern.compile("\\.?([^.\\[\\]\"]+)|\\[(\\d+)\\]|\\[\"((?:[^\"\\\\]|\\\\.)*)\"\\]");

  private IdentityPath() {}

  /** A path that is none in this tree stays as it is. */
  static String of(Tree root, PropertyPath path) {
    var text = path.text();
    if (text.indexOf('[') < 0) {
      return text;
    }
    var named = new StringBuilder();
    var at = Optional.of(root);
    var steps = STEP.matcher(text);
    int end = 0;
    while (end < text.length() && steps.find(end) && steps.start() == end) {
      named.append(name(steps, at));
      at = next(steps, at);
      end = steps.end();
    }
    return named.append(text.substring(end)).toString();
  }

  private static String name(Matcher step, Optional<Tree> at) {
    if (step.group(2) == null || at.isEmpty() || !(at.get() instanceof Items list)) {
      return step.group();
    }
    return Identity.of(list, list)
        .flatMap(id -> item(step, list).flatMap(id::label))
        .map(label -> "[" + label + "]")
        .orElse(step.group());
  }

  private static Optional<Tree> next(Matcher step, Optional<Tree> at) {
    if (step.group(2) != null) {
      return at.filter(Items.class::isInstance).flatMap(l -> item(step, (Items) l));
    }
    var name = step.group(1) == null ? step.group(3).replaceAll("\\\\(.)", "$1") : step.group(1);
    return at.flatMap(t -> Declared.field(t, name));
  }

  private static Optional<Tree> item(Matcher step, Items list) {
    var number = step.group(2);
    int n = number.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(number);
    return n < list.items().size() ? Optional.of(list.items().get(n)) : Optional.empty();
  }
}
