package io.kubevirtnet.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.wire.InputReader.Inputs;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputReaderTest {
  private static final String A = "urn:pulumi:test::project::t:i:A::a";
  private static final String B = "urn:pulumi:test::project::t:i:B::b";

  /** A text, numbers, a truth value, lists and maps, one in the other, and empty ones. */
  private static List<String> shapes() {
    return List.of(
        "\"text\"",
        "9000",
        "0.5",
        "true",
        "[\"a\", \"b\"]",
        "{\"k\": \"v\"}",
        "{\"in\": {\"list\": [{\"n\": 1}]}}",
        "[]",
        "{}");
  }

  @Test
  void keepsKnownValuesPlain() {
    for (String shape : shapes()) {
      var tree = read(shape);

      assertThat(tree.allMarks()).isEqualTo(Marks.NONE);
      assertThat(tree.hasUnknown()).isFalse();
      assertThat(TreeWriter.LEAF_BY_LEAF.write(tree)).isEqualTo(Wired.value(shape));
    }
  }

  @Test
  void marksEveryLeafOfASecret() {
    for (String shape : shapes()) {
      var tree = read(Wired.secret(shape));

      assertThat(tree.plain()).isEqualTo(read(shape).plain());
      assertThat(leaves(tree)).isNotEmpty().allMatch(leaf -> leaf.marks().secret());
    }
  }

  @Test
  void marksEveryLeafWithWhatAnOutputDependsOn() {
    for (String shape : shapes()) {
      var tree = read(Wired.dependent(shape, A, B));

      assertThat(tree.plain()).isEqualTo(read(shape).plain());
      assertThat(leaves(tree))
          .isNotEmpty()
          .allMatch(leaf -> leaf.marks().equals(UrnOrigin.marks(false, List.of(A, B))));
    }
  }

  @Test
  void addsUpTheMarksOfNestedOutputs() {
    for (String shape : shapes()) {
      var tree = read(Wired.secret(Wired.dependent(Wired.dependent(shape, A), B)));

      assertThat(tree.allMarks()).isEqualTo(UrnOrigin.marks(true, List.of(A, B)));
    }
  }

  @Test
  void tellsUnknownAndSecretUnknownApart() {
    assertThat(read(Wired.unknown())).isEqualTo(new Unknown(Marks.NONE));
    assertThat(read(Wired.secretUnknown())).isEqualTo(new Unknown(new Marks(true, Set.of())));
    assertThat(read(Wired.secret(Wired.unknown())))
        .isEqualTo(new Unknown(new Marks(true, Set.of())));
    assertThat(read(Wired.secret("\"" + Wire.UNKNOWN + "\"")))
        .isEqualTo(new Unknown(new Marks(true, Set.of())));
    assertThat(read("[" + Wired.unknown() + ", \"b\"]").parts().map(Tree::hasUnknown))
        .containsExactly(true, false);
  }

  @Test
  void knowsTheSentinelOfEachType() {
    assertThat(Wire.ALL_UNKNOWN).allMatch(s -> read("\"" + s + "\"") instanceof Unknown);
  }

  @Test
  void readsWholeNumbersAsIntegers() {
    assertThat(read("9000")).isEqualTo(new Scalar(9000, Marks.NONE));
    assertThat(read("9000.0")).isEqualTo(new Scalar(9000, Marks.NONE));
    assertThat(read("-1")).isEqualTo(new Scalar(-1, Marks.NONE));
    assertThat(read("4294967296")).isEqualTo(new Scalar(4294967296.0, Marks.NONE));
    assertThat(read("0.5")).isEqualTo(new Scalar(0.5, Marks.NONE));
  }

  @Test
  void leavesOutWhatIsNull() {
    var inputs =
        Wired.struct(
            "{\"a\": null, \"b\": "
                + Wired.dependent("null", A)
                + ", \"c\": "
                + Wired.secret("null")
                + ", \"d\": {\"e\": null, \"f\": 1}}");

    var tree = InputReader.read(inputs).tree();

    assertThat(tree.fields()).containsOnlyKeys("d");
    assertThat(tree.plain()).isEqualTo(Map.of("d", Map.of("f", 1)));
  }

  @Test
  void reportsANullInAListAtItsPlace() {
    reportsNull("null");
    reportsNull(Wired.dependent("null", A));
  }

  private static void reportsNull(String value) {
    var inputs = InputReader.read(Wired.struct("{\"list\": [\"a\", " + value + "]}"));

    assertThat(inputs.unreadable())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path().text()).isEqualTo("list[1]");
              assertThat(finding.code()).isEqualTo("KVN-X002");
            });
    assertThat(inputs.tree().get("list").orElseThrow().hasUnknown()).isTrue();
  }

  @Test
  void reportsAFile() {
    var asset = Wired.object("c44067f5952c0a294b673a41bacd8c17", "\"text\": \"x\"");

    var inputs = InputReader.read(Wired.struct("{\"name\": " + asset + "}"));

    assertThat(inputs.unreadable())
        .singleElement()
        .satisfies(f -> assertThat(f.path().text()).isEqualTo("name"));
  }

  @Test
  void readsAResourceAsItsId() {
    var origin = UrnOrigin.marks(false, List.of(A));

    assertThat(read(Wired.reference(A, ", \"id\": \"ns/br1\"")))
        .isEqualTo(new Scalar("ns/br1", origin));
    assertThat(read(Wired.reference(A, ", \"id\": \"\""))).isEqualTo(new Unknown(origin));
    assertThat(read(Wired.reference(A, ", \"id\": " + Wired.unknown())))
        .isEqualTo(new Unknown(origin));
    assertThat(read(Wired.reference(A, ""))).isEqualTo(new Scalar(A, origin));
  }

  @Test
  void addsDeclaredDependenciesThatNoLeafNames() {
    var inputs =
        Wired.struct("{\"plain\": {\"x\": 1}, \"told\": [" + Wired.dependent("1", A) + ", 2]}");

    var tree = InputReader.read(inputs, Map.of("plain", List.of(A), "told", List.of(A))).tree();

    assertThat(tree.get("plain").orElseThrow().allMarks())
        .isEqualTo(UrnOrigin.marks(false, List.of(A)));
    assertThat(leaves(tree.get("told").orElseThrow()).stream().map(t -> t.marks().none()))
        .containsExactly(false, true);
  }

  @Test
  void readsInTheSameOrderHoweverTheEngineSentIt() {
    assertThat(InputReader.read(Wired.struct("{\"b\": 1, \"a\": 2}")).tree().fields().keySet())
        .containsExactly("a", "b");
  }

  private static Tree read(String json) {
    Inputs inputs = InputReader.read(Wired.struct("{\"v\": " + json + "}"));
    assertThat(inputs.unreadable()).isEmpty();
    return inputs.tree().get("v").orElseThrow();
  }

  private static List<Tree> leaves(Tree tree) {
    var parts = tree.parts().toList();
    return parts.isEmpty()
        ? List.of(tree)
        : parts.stream().flatMap(p -> leaves(p).stream()).toList();
  }
}
