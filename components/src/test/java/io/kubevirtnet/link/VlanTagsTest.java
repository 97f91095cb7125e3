package io.kubevirtnet.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.link.VlanTags.Range;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VlanTagsTest {
  @Test
  void readsAnIdAndARange() {
    assertThat(VlanTags.parse("101")).contains(new Range(101, 101));
    assertThat(VlanTags.parse("200-500")).contains(new Range(200, 500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1,2", "1-", "-1", "1-2-3", " 1", "1000000"})
  void readsNothingElse(String text) {
    assertThat(VlanTags.parse(text)).isEmpty();
  }

  @Test
  void joinsWhatLiesTogether() {
    var tags = VlanTags.between(2, 4094);
    tags.clear(100);

    assertThat(VlanTags.ranges(tags)).containsExactly(new Range(2, 99), new Range(101, 4094));
    assertThat(VlanTags.ranges(new BitSet())).isEmpty();
  }

  @Test
  void leavesOutWhatCanBeNoVlan() {
    var tags = new BitSet();
    new Range(0, 5).addTo(tags);
    new Range(9, 7).addTo(tags);
    new Range(4000, 5000).addTo(tags);

    assertThat(tags.isEmpty()).isTrue();
  }
}
