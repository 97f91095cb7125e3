package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.kubevirt.KubeVirtJudge;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.vcluster.MergedTemplate;
import io.kubevirtnet.vcluster.PatchFault;
import io.kubevirtnet.vcluster.PatchFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Our strategic merge against that of Kubernetes with KubeVirt's types. */
class MergeConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.merge.seed", 1_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.merge.cases", 10_000L);

  /** In the place of an answer, when Kubernetes has none: the only thing where we say more. */
  private static final String PANIC = "panic: ";

  @Test
  void mergesAsKubernetesDoes() {
    var merges = LongStream.range(FIRST, FIRST + CASES).mapToObj(MergeGenerator::next).toList();
    var answers =
        KubeVirtJudge.require(KubeVirtRelease.newest())
            .ask("merge", merges.stream().map(GeneratedMerge::request).toList());
    var disagreements = new ArrayList<String>();
    var kinds = new TreeMap<Kind, Integer>();
    int changed = 0;
    int refused = 0;
    int panics = 0;
    for (int i = 0; i < merges.size(); i++) {
      var merge = merges.get(i);
      var ours = merge.merged();
      var theirs = answers.get(i);
      disagreement(ours, theirs).map(merge::described).ifPresent(disagreements::add);
      refused += theirs.has("error") ? 1 : 0;
      panics += theirs.path("error").asText().startsWith(PANIC) ? 1 : 0;
      changed += isChange(merge, theirs) ? 1 : 0;
      ours.faults().forEach(f -> kinds.merge(f.kind(), 1, Integer::sum));
    }
    System.out.printf(
        "merges: %d, %d of them changes, %d refused, %d panics, %d disagreements; %s%n",
        merges.size(), changed, refused, panics, disagreements.size(), kinds);

    assertThat(disagreements).isEmpty();
    assertThat((long) changed).isGreaterThan(CASES / 2);
    assertThat((long) refused).isBetween(CASES / 20, CASES / 3);
    assertThat((long) panics).isBetween(1L, CASES / 50);
    assertThat(kinds.keySet()).containsExactly(Kind.values());
  }

  private static boolean isChange(GeneratedMerge merge, JsonNode theirs) {
    return theirs.has("object")
        && !theirs.path("object").equals(GeneratedMerge.JSON.valueToTree(merge.template()));
  }

  /** What is null in the answer is left out by everyone who reads it. */
  private static Optional<String> disagreement(MergedTemplate ours, JsonNode theirs) {
    var error = theirs.path("error").asText();
    if (error.isEmpty() != ours.faults().isEmpty()) {
      return Optional.of("ours " + ours.faults() + ", theirs " + error);
    }
    if (!error.isEmpty()) {
      return error.startsWith(PANIC) || ours.faults().stream().anyMatch(f -> says(f, error))
          ? Optional.empty()
          : Optional.of("ours " + ours.faults() + ", theirs " + error);
    }
    var object = withoutNulls(theirs.path("object"));
    var plain = GeneratedMerge.JSON.valueToTree(ours.tree().plain());
    return plain.equals(object)
        ? Optional.empty()
        : Optional.of("ours " + plain + ", theirs " + object);
  }

  /** Which of several faults Kubernetes finds is left to chance. */
  private static boolean says(PatchFault fault, String error) {
    return error.contains(fault.kind().upstream());
  }

  private static JsonNode withoutNulls(JsonNode node) {
    node.forEach(MergeConformanceIT::withoutNulls);
    if (node instanceof ObjectNode object) {
      var empty = new ArrayList<String>();
      object.properties().forEach(e -> addIfNull(e, empty));
      object.remove(empty);
    }
    return node;
  }

  private static void addIfNull(Map.Entry<String, JsonNode> field, List<String> empty) {
    if (field.getValue().isNull()) {
      empty.add(field.getKey());
    }
  }
}
