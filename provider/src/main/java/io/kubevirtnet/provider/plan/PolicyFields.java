package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What a policy says differently, and how it is rolled out. */
final class PolicyFields {
  /** Inputs that stand in the object, too. */
  private static final Set<String> IN_OBJECT =
      Set.of("policyName", "nodeSelector", "capture", "desiredState", "maxUnavailable");

  private static final String TAKEN_OVER =
      "From now on it is rolled out node by node, and a destroy gives the nodes back what they had.";
  private static final String LET_GO =
      "From now on nobody waits for the nodes, and deleting it leaves them as they are.";

  private PolicyFields() {}

  static FieldChanges between(PlannedObject before, PlannedObject after) {
    var plain = FieldChanges.plain(before.object(), after.object());
    if (before.managed().isEmpty() || after.managed().isEmpty()) {
      boolean same = before.managed().isPresent() == after.managed().isPresent();
      return same
          ? plain
          : new FieldChanges(
              plain.fields(),
              false,
              List.of(after.managed().isPresent() ? TAKEN_OVER : LET_GO),
              false);
    }
    var inputs =
        FieldDiff.between(
            "", own(before.managed().orElseThrow()), own(after.managed().orElseThrow()));
    var fields = new ArrayList<>(plain.fields());
    inputs.forEach(d -> fields.add(d.field("")));
    boolean words = plain.onlyWords() && inputs.stream().allMatch(Difference::isReword);
    return new FieldChanges(fields, words, plain.notes(), false);
  }

  private static Fields own(Fields inputs) {
    var own = new LinkedHashMap<>(inputs.fields());
    own.keySet().removeAll(IN_OBJECT);
    return new Fields(own, inputs.marks());
  }
}
