package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;

/**
 * One line of a refusal, as the engine prints it: {@code - property PATH with value 'V' has a
 * problem: REASON}. The value is what the engine finds at the path, secrets inside it included, so
 * a path that must not show it has a remark in parentheses and leads nowhere.
 */
record InputProblem(String path, String reason) {
  private static final String ALL_INPUTS = "(the inputs together)";

  static InputProblem of(Finding finding, Fields inputs) {
    return new InputProblem(shownPath(finding, inputs), finding.code() + " " + finding.sentence());
  }

  private static String shownPath(Finding finding, Fields inputs) {
    var path = finding.path();
    if (path.text().isEmpty()) {
      return ALL_INPUTS;
    }
    return TreePath.find(inputs, path)
        .filter(tree -> tree.allMarks().secret())
        .map(tree -> path + (isLeaf(tree) ? " (secret)" : " (has a secret inside)"))
        .orElse(path.text());
  }

  private static boolean isLeaf(Tree tree) {
    return tree.parts().findAny().isEmpty();
  }
}
