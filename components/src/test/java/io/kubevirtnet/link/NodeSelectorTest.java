package io.kubevirtnet.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.link.NodeSelector.Overlap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeSelectorTest {
  private static final NodeSelector ALL = new NodeSelector(Map.of());
  private static final NodeSelector RACK_A = new NodeSelector(Map.of("rack", "a"));
  private static final NodeSelector RACK_B = new NodeSelector(Map.of("rack", "b"));
  private static final NodeSelector GPU = new NodeSelector(Map.of("gpu", "yes"));
  private static final NodeSelector GPU_IN_A = new NodeSelector(Map.of("gpu", "yes", "rack", "a"));

  @Test
  void overlapsWithItselfAndWithWhatItHolds() {
    assertThat(RACK_A.overlap(RACK_A)).isEqualTo(Overlap.CERTAIN);
    assertThat(ALL.overlap(RACK_A)).isEqualTo(Overlap.CERTAIN);
    assertThat(GPU_IN_A.overlap(GPU)).isEqualTo(Overlap.CERTAIN);
  }

  @Test
  void neverOverlapsWithAContradiction() {
    assertThat(RACK_A.overlap(RACK_B)).isEqualTo(Overlap.NEVER);
    assertThat(GPU_IN_A.overlap(RACK_B)).isEqualTo(Overlap.NEVER);
  }

  @Test
  void mayOverlapWithOtherLabels() {
    assertThat(RACK_A.overlap(GPU)).isEqualTo(Overlap.POSSIBLE);
  }

  @Test
  void relatesTheSameWayInBothDirections() {
    for (var a : new NodeSelector[] {ALL, RACK_A, RACK_B, GPU, GPU_IN_A}) {
      for (var b : new NodeSelector[] {ALL, RACK_A, RACK_B, GPU, GPU_IN_A}) {
        assertThat(a.overlap(b)).isEqualTo(b.overlap(a));
      }
    }
  }
}
