package io.kubevirtnet.provider.sides;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Makes the secrets at a path different from those that nothing is known of. */
final class ChangedSecret {
  /** As the engine writes them: {@code a.b[0]["x.y"]}. */
  private static final Pattern STEP =
      Pattern.compile("\\[\"((?:[^\"\\\\]|\\\\.)*)\"]|\\[(\\d+)]|([^.\\[]+)");

  private ChangedSecret() {}

  /** A path may lead into a secret, or end above one. */
  static Tree at(Tree tree, String path) {
    var steps = new ArrayList<String>();
    var matcher = STEP.matcher(path);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        var step = matcher.group(group);
        if (step != null) {
          steps.add(step);
        }
      }
    }
    return at(tree, steps);
  }

  private static Tree at(Tree tree, List<String> steps) {
    if (tree instanceof Unknown hidden && hidden.marks().secret()) {
      return new Scalar(Part.SECRET, hidden.marks());
    }
    if (tree instanceof Fields fields) {
      var changed = new LinkedHashMap<String, Tree>();
      fields.fields().forEach((k, v) -> changed.put(k, isOn(steps, k) ? at(v, rest(steps)) : v));
      return new Fields(changed, fields.marks());
    }
    if (tree instanceof Items items) {
      var changed = new ArrayList<Tree>();
      for (int i = 0; i < items.items().size(); i++) {
        var item = items.items().get(i);
        changed.add(isOn(steps, String.valueOf(i)) ? at(item, rest(steps)) : item);
      }
      return new Items(changed, items.marks());
    }
    return tree;
  }

  private static boolean isOn(List<String> steps, String name) {
    return steps.isEmpty() || steps.get(0).equals(name);
  }

  private static List<String> rest(List<String> steps) {
    return steps.isEmpty() ? steps : steps.subList(1, steps.size());
  }
}
