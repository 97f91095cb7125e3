package io.kubevirtnet.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueTest {
  private static final Marks SECRET = new Marks(true, Set.of());

  @Test
  void writesPathsAsPulumiDoes() {
    var path = PropertyPath.ROOT.child("ports").index(2).child("vlan");

    assertThat(path).hasToString("ports[2].vlan");
    assertThat(PropertyPath.ROOT.child("nodeSelector").child("a.b/\"c"))
        .hasToString("nodeSelector[\"a.b/\\\"c\"]");
  }

  @Test
  void neverShowsASecret() {
    var secret = new Value.Known<>(PropertyPath.ROOT, "hunter2", SECRET);

    assertThat(secret.shown()).isEqualTo("[secret]");
  }

  @Test
  void joinsTwoValuesWithTheMarksOfBoth() {
    Value<String> base = Value.known(PropertyPath.ROOT.child("nic"), "ens4");
    Value<Integer> id = new Value.Known<>(PropertyPath.ROOT.child("vlanId"), 100, SECRET);

    assertThat(base.<Integer, String>with(id, (b, i) -> b + "." + i))
        .isEqualTo(new Value.Known<>(base.path(), "ens4.100", SECRET));
    assertThat(base.with(new Value.Unknown<Integer>(id.path(), SECRET), (b, i) -> b))
        .isEqualTo(new Value.Unknown<>(base.path(), SECRET));
    assertThat(base.with(new Value.Absent<Integer>(id.path()), (b, i) -> b).isAbsent()).isTrue();
  }

  @Test
  void keepsMarksThroughJsonText() {
    var tree = Tree.of("a", 1).with("b", new Scalar("x", SECRET));

    assertThat(Json.text(tree)).isEqualTo(new Scalar("{\"a\":1,\"b\":\"x\"}", SECRET));
    assertThat(Json.text(tree.with("c", new Unknown(Marks.NONE)))).isEqualTo(new Unknown(SECRET));
  }

  @Test
  void printsWholeNumbersWithoutAPoint() {
    assertThat(Json.text(Tree.of("vlan", 100))).isEqualTo(Tree.of("{\"vlan\":100}"));
  }

  @Test
  void keepsTheSecrecyOfAnEmptyContainer() {
    assertThat(Tree.of(Map.of()).marked(SECRET).allMarks().secret()).isTrue();
    assertThat(Tree.items().marked(SECRET).allMarks().secret()).isTrue();
  }
}
