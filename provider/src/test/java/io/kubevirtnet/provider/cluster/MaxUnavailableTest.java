package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxUnavailableTest {
  @ParameterizedTest
  @CsvSource({
    "50%, 5, 3",
    "10%, 5, 1",
    "0, 5, 1",
    "3, 5, 3",
    "100%, 7, 7",
    "lots, 5, 3",
    "-1, 4, 2"
  })
  void roundsUpAndIsAtLeastOne(String text, int nodes, int expected) {
    assertThat(MaxUnavailable.of(Tree.of("maxUnavailable", text)).of(nodes)).isEqualTo(expected);
  }

  @Test
  void isHalfOfTheNodesWhenNotSaid() {
    assertThat(MaxUnavailable.of(Tree.fields()).of(4)).isEqualTo(2);
    assertThat(MaxUnavailable.of(Tree.of("maxUnavailable", 3)).of(4)).isEqualTo(3);
  }
}
