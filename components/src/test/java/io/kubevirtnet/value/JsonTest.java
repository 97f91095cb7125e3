package io.kubevirtnet.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Tree.Scalar;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void printsWholeNumbersWithoutAPoint() {
    var tree =
        Tree.of("rate", 5_000_000_000L)
            .with("mtu", new Scalar(1500.0, Marks.NONE))
            .with("most", new Scalar(1.0E18, Marks.NONE))
            .with("list", Tree.items(Tree.of("half", 0.5), -3));

    assertThat(((Scalar) Json.text(tree)).value())
        .isEqualTo(
            "{\"rate\":5000000000,\"mtu\":1500,\"most\":1000000000000000000,"
                + "\"list\":[{\"half\":0.5},-3]}");
  }
}
