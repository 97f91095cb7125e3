package io.kubevirtnet.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreeWriterTest {
  private static final String A = "urn:pulumi:test::project::t:i:A::a";
  private static final String B = "urn:pulumi:test::project::t:i:B::b";
  private static final Marks SECRET = new Marks(true, Set.of());
  private static final Marks DEPENDENT = UrnOrigin.marks(false, List.of(B, A));
  private static final Marks BOTH = UrnOrigin.marks(true, List.of(A));

  private static final Map<Object, String> LEAVES =
      Map.of("text", "\"text\"", 9000, "9000", 0.5, "0.5", true, "true");

  @Test
  void writesKnownLeavesPlain() {
    LEAVES.forEach((leaf, json) -> check(Tree.of(leaf), json, json));
  }

  @Test
  void writesSecretLeaves() {
    LEAVES.forEach(
        (leaf, json) ->
            check(Tree.of(leaf).marked(SECRET), Wired.secret(json), Wired.secret(json)));
  }

  @Test
  void writesDependentLeavesWithTheirUrnsInOrder() {
    LEAVES.forEach(
        (leaf, json) -> check(Tree.of(leaf).marked(DEPENDENT), Wired.dependent(json, A, B), json));
  }

  @Test
  void writesSecretDependentLeaves() {
    var written =
        Wired.object(
            Wire.OUTPUT, "\"value\": 1, \"secret\": true, \"dependencies\": [\"" + A + "\"]");

    check(Tree.of(1).marked(BOTH), written, Wired.secret("1"));
  }

  @Test
  void writesUnknownLeaves() {
    var sentinel = "\"" + Wire.UNKNOWN + "\"";

    check(new Unknown(Marks.NONE), Wired.unknown(), sentinel);
    check(new Unknown(SECRET), Wired.secretUnknown(), Wired.secret(sentinel));
    check(
        new Unknown(BOTH),
        Wired.object(Wire.OUTPUT, "\"secret\": true, \"dependencies\": [\"" + A + "\"]"),
        Wired.secret(sentinel));
  }

  @Test
  void keepsEachLeafOfAStructureAtItsOwnPlace() {
    var tree =
        Tree.of(
            Map.of(
                "list",
                List.of("known", Tree.of("hidden").marked(SECRET), new Unknown(Marks.NONE)),
                "map",
                Map.of("k", Tree.of("v").marked(DEPENDENT))));

    check(
        tree,
        "{\"list\": [\"known\", "
            + Wired.secret("\"hidden\"")
            + ", "
            + Wired.unknown()
            + "], \"map\": {\"k\": "
            + Wired.dependent("\"v\"", A, B)
            + "}}",
        "{\"list\": [\"known\", "
            + Wired.secret("\"hidden\"")
            + ", \""
            + Wire.UNKNOWN
            + "\"], \"map\": {\"k\": \"v\"}}");
  }

  @Test
  void keepsTheMarksOfEmptyContainers() {
    check(Tree.of(List.of()).marked(SECRET), Wired.secret("[]"), Wired.secret("[]"));
    check(Tree.of(Map.of()).marked(DEPENDENT), Wired.dependent("{}", A, B), "{}");
  }

  private static void check(Tree tree, String leafByLeaf, String valuesOnly) {
    assertThat(TreeWriter.LEAF_BY_LEAF.write(tree)).isEqualTo(Wired.value(leafByLeaf));
    assertThat(TreeWriter.VALUES_ONLY.write(tree)).isEqualTo(Wired.value(valuesOnly));
    var read = InputReader.read(Wired.struct("{\"v\": " + leafByLeaf + "}")).tree();
    assertThat(read.get("v").orElseThrow()).isEqualTo(tree);
  }
}
