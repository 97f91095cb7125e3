package io.kubevirtnet.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Null;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlTextTest {
  private static final String TEXT = "bridge: null\nports: [{port: 22, name: null}, null]\n";

  @Test
  void leavesOutWhatIsNull() {
    var tree = YamlText.read(TEXT).tree().orElseThrow();

    assertThat(tree).isEqualTo(Tree.of("ports", Tree.items(Tree.of("port", 22))));
  }

  @Test
  void keepsInAPatchTheFieldsThatAreNull() {
    var tree = YamlText.readPatch(TEXT).tree().orElseThrow();

    var port = new Fields(Map.of("port", Tree.of(22), "name", new Null(Marks.NONE)), Marks.NONE);
    assertThat(tree)
        .isEqualTo(Tree.of("bridge", new Null(Marks.NONE)).with("ports", Tree.items(port)));
    assertThat(tree.withoutNulls()).isEqualTo(YamlText.read(TEXT).tree().orElseThrow());
    assertThat(tree.plain()).isEqualTo(tree.withoutNulls().plain());
  }
}
