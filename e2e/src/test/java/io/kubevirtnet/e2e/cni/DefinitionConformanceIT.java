package io.kubevirtnet.e2e.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.cni.Judge.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our judgement of network definitions against that of the tools that read them. */
class DefinitionConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.cni.seed", 1_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.cni.cases", 10_000L);

  private static final List<String> TOOLS =
      Stream.concat(
              Stream.of("net-attach-def-admission-controller", "multus", "libcni"),
              Stream.of(PluginGenerator.MAIN, PluginGenerator.CHAINED, IpamGenerator.TYPES)
                  .flatMap(List::stream)
                  .filter(type -> !type.startsWith("cnv-"))
                  .map(type -> "cni:" + type))
          .toList();

  private final Judge judge = Judge.require();

  @Test
  void refusesInTheWordsOfEachToolWhatThatToolRefuses() {
    var agreements = agreements();
    var known = new EnumMap<KnownDifference, Integer>(KnownDifference.class);
    var unknown = new ArrayList<String>();
    for (var agreement : agreements) {
      for (var disagreement : agreement.disagreements()) {
        KnownDifference.of(agreement, disagreement)
            .ifPresentOrElse(
                k -> known.merge(k, 1, Integer::sum),
                () -> unknown.add(agreement.definition().described(disagreement)));
      }
    }
    long refused = agreements.stream().filter(Agreement::refused).count();
    var kinds = kinds(agreements);
    var asked = asked(agreements);
    System.out.printf(
        "definitions: %d, %d of them refused in %d kinds of words, %d disagreements; asked: %s%n",
        agreements.size(), refused, kinds.size(), unknown.size(), asked);
    known.forEach(
        (k, n) -> System.out.printf("known difference %s, %d times: %s%n", k, n, k.why()));

    assertThat(unknown).isEmpty();
    assertThat(refused).isBetween(CASES / 3, 4 * CASES / 5);
    assertThat(kinds).hasSizeGreaterThan(300);
    assertThat(asked).containsOnlyKeys(TOOLS);
    assertThat(known.values().stream().mapToInt(n -> n).sum()).isLessThan((int) CASES / 50);
  }

  private List<Agreement> agreements() {
    var definitions =
        LongStream.range(FIRST, FIRST + CASES).mapToObj(DefinitionGenerator::next).toList();
    var verdicts = judge.judge(definitions);
    return IntStream.range(0, definitions.size())
        .mapToObj(i -> Agreement.on(definitions.get(i), verdicts.get(i)))
        .toList();
  }

  private static TreeSet<String> kinds(List<Agreement> agreements) {
    var kinds = new TreeSet<String>();
    for (var agreement : agreements) {
      agreement.theirs().stream()
          .filter(Verdict::refuses)
          .map(v -> new Disagreement(v.tool(), v.message().orElse(""), List.of()).kind())
          .forEach(kinds::add);
    }
    return kinds;
  }

  private static Map<String, Integer> asked(List<Agreement> agreements) {
    var asked = new TreeMap<String, Integer>();
    agreements.forEach(a -> a.theirs().forEach(v -> asked.merge(v.tool(), 1, Integer::sum)));
    return asked;
  }
}
