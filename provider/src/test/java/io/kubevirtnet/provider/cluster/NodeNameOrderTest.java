package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeNameOrderTest {
  @Test
  void countsAsPeopleDo() {
    var names =
        List.of(
            "w",
            "w02",
            "w2",
            "w10",
            "w10.example.com",
            "w11a",
            "w100",
            "x1",
            "x99999999999999999999");

    assertThat(names.stream().sorted(new NodeNameOrder().reversed()).sorted(new NodeNameOrder()))
        .containsExactly(
            "w",
            "w02",
            "w2",
            "w10",
            "w10.example.com",
            "w11a",
            "w100",
            "x1",
            "x99999999999999999999");
  }

  @Test
  void equalMeansTheSame() {
    assertThat(new NodeNameOrder().compare("w2", "w2")).isZero();
    assertThat(new NodeNameOrder().compare("w02", "w2")).isNotZero();
  }
}
