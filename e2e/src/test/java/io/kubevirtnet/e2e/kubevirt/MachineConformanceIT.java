package io.kubevirtnet.e2e.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.kubevirt.AdmitterCatalogue;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Our judgement of machines against that of KubeVirt's own admitter. */
class MachineConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.kubevirt.seed", 1_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.kubevirt.cases", 24_000L);

  /**
   * Not generated: no template, which ends KubeVirt's webhook; encrypted machines; what the schema
   * of the object forbids before a webhook is asked, and what it drops.
   */
  private static final Set<String> APART = Set.of("KVN-V001", "KVN-V051", "KVN-V064", "KVN-V065");

  @Test
  void refusesForTheSameCausesAsTheAdmitter() {
    var agreements = agreements();
    var unknown = new ArrayList<String>();
    int known = 0;
    for (var agreement : agreements) {
      var disagreement = agreement.disagreement();
      if (disagreement.isPresent() && agreement.isAboutABareMac()) {
        known++;
      } else {
        disagreement.map(agreement.machine()::described).ifPresent(unknown::add);
      }
    }
    long refused = agreements.stream().filter(a -> a.theirs().refuses()).count();
    var codes = codes(agreements);
    System.out.printf(
        "machines: %d, %d of them refused, %d disagreements, %d about bare MACs; %s%n",
        agreements.size(), refused, unknown.size(), known, codes);

    assertThat(unknown).isEmpty();
    assertThat(known).isLessThan((int) CASES / 500);
    assertThat(refused).isBetween(CASES / 3, 3 * CASES / 5);
    assertThat(codes.entrySet())
        .filteredOn(e -> e.getValue() >= CASES / 2_000)
        .extracting(Map.Entry::getKey)
        .containsAll(judged());
  }

  /** The rules that repeat the admitter. */
  private static List<String> judged() {
    return AdmitterCatalogue.ALL.stream()
        .map(Rule::code)
        .filter(code -> !APART.contains(code))
        .toList();
  }

  private static List<MachineAgreement> agreements() {
    var machines = LongStream.range(FIRST, FIRST + CASES).mapToObj(MachineGenerator::next).toList();
    var agreements = new ArrayList<MachineAgreement>();
    for (var release : KubeVirtRelease.values()) {
      var some = machines.stream().filter(m -> m.release() == release).toList();
      var verdicts = KubeVirtJudge.require(release).admit(some);
      for (int i = 0; i < some.size(); i++) {
        agreements.add(MachineAgreement.on(some.get(i), verdicts.get(i)));
      }
    }
    return agreements;
  }

  /** How often each rule spoke in KubeVirt's words. */
  private static Map<String, Integer> codes(List<MachineAgreement> agreements) {
    var codes = new TreeMap<String, Integer>();
    for (var agreement : agreements) {
      agreement.ours().stream()
          .filter(f -> f.upstream().isPresent())
          .forEach(f -> codes.merge(f.code(), 1, Integer::sum));
    }
    return codes;
  }
}
