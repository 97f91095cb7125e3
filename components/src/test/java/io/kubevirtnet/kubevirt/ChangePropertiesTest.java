package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every change, from seeds; a failure names its seed. */
class ChangePropertiesTest {
  private static final int SEEDS = 1_000;
  private static final ClusterConfiguration CONFIG = ClusterConfiguration.of(KubeVirtRelease.V1_9);

  @Test
  void findsNothingInWhatStaysAsItIs() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var spec = spec(new Random(seed));

      var change = between(spec, spec);

      assertThat(change.fields()).as("seed %s", seed).isEmpty();
      assertThat(change.isRestartRequired()).as("seed %s", seed).isFalse();
      assertThat(change.cards()).as("seed %s", seed).noneMatch(CardChange::isChange);
    }
  }

  @Test
  void doesNotMindTheOrderOfKeys() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var before = spec(random);
      var after = spec(random);

      assertThat(between(shuffled(before, random), (Fields) shuffled(after, random)).fields())
          .as("seed %s", seed)
          .extracting(FieldChange::line)
          .containsExactlyInAnyOrderElementsOf(
              between(before, after).fields().stream().map(FieldChange::line).toList());
    }
  }

  @Test
  void hasAReasonForEachChange() {
    var seen = EnumSet.noneOf(Effect.class);
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var change = between(spec(random), spec(random));

      for (var field : change.fields()) {
        assertThat(field.reason()).as("seed %s", seed).endsWith(".");
        assertThat(field.before()).as("seed %s %s", seed, field).isNotEqualTo(field.after());
        seen.add(field.effect());
      }
    }
    assertThat(seen).contains(Effect.LIVE, Effect.HOTPLUG, Effect.MIGRATION, Effect.RESTART);
  }

  @Test
  void asksForARestartWhereKubeVirtDoes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var before = spec(random);
      var after = spec(random);
      if (hasAbsent(before)) {
        continue;
      }

      var change = between(before, after);

      assertThat(change.fields().stream().anyMatch(f -> f.effect() == Effect.RESTART))
          .as("seed %s %s", seed, change)
          .isEqualTo(change.isRestartRequired());
    }
  }

  @Test
  void advisesOnlyWhereSomethingChanges() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var spec = spec(new Random(seed));
      var report = new Report();

      MachineChange.check(machine(spec), machine(spec), MachineFacts.UNKNOWN, CONFIG, report);

      assertThat(report.findings())
          .as("seed %s", seed)
          .allMatch(f -> f.code().equals(ChangeCatalogue.ABSENT_KEPT.code()));
    }
  }

  private static boolean hasAbsent(Fields spec) {
    return machine(spec).interfaces().stream().anyMatch(i -> i.get("state").is("absent"));
  }

  private static MachineChange between(Tree before, Tree after) {
    return MachineChange.of(machine(before), machine(after), MachineFacts.UNKNOWN, CONFIG);
  }

  private static Machine machine(Tree spec) {
    return new Machine(
        MachineKind.VIRTUAL_MACHINE,
        Part.of(PropertyPath.ROOT, Tree.of("spec", Tree.of("template", Tree.of("spec", spec)))));
  }

  /** A pod network and up to three others out of five, in some order. */
  private static Fields spec(Random random) {
    var nics = new ArrayList<Object>();
    var networks = new ArrayList<Object>();
    nics.add(Tree.of("name", "default").with("masquerade", Tree.fields()));
    networks.add(Tree.of("name", "default").with("pod", Tree.fields()));
    var names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
    Collections.shuffle(names, random);
    for (var name : names.subList(0, random.nextInt(4))) {
      boolean device = random.nextInt(4) == 0;
      var nic = Tree.of("name", name).with(device ? "sriov" : "bridge", Tree.fields());
      if (random.nextInt(4) == 0) {
        nic = nic.with("macAddress", "02:00:00:00:00:0" + random.nextInt(3));
      }
      if (!device && random.nextInt(3) == 0) {
        nic = nic.with("state", List.of("up", "down", "absent").get(random.nextInt(3)));
      }
      nics.add(nic);
      networks.add(
          Tree.of("name", name).with("multus", Tree.of("networkName", "net" + random.nextInt(3))));
    }
    return Tree.of("domain", Tree.of("devices", Tree.of("interfaces", nics)))
        .with("networks", networks);
  }

  private static Tree shuffled(Tree tree, Random random) {
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(t -> shuffled(t, random)).toList(), l.marks());
    }
    if (tree instanceof Fields f) {
      var keys = new ArrayList<>(f.fields().keySet());
      Collections.shuffle(keys, random);
      var fields = new LinkedHashMap<String, Tree>();
      keys.forEach(k -> fields.put(k, shuffled(f.get(k).orElseThrow(), random)));
      return new Fields(fields, f.marks());
    }
    return tree;
  }

  @Test
  void calculatesNamesOfPodsAsKubeVirtDoes() {
    assertThat(List.of("red", "sriov-net", "network1"))
        .extracting(PodInterfaceNames::hashed)
        .containsExactly("podb1f51a511f1", "pod5862143f341", "poda7662f44d65");
    assertThat(IntStream.range(0, SEEDS).mapToObj(i -> PodInterfaceNames.hashed("n" + i)))
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("pod[0-9a-f]{11}"));
  }
}
