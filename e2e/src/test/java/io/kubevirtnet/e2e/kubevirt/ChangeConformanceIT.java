package io.kubevirtnet.e2e.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.kubevirt.PodInterfaceNames;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What we say that a change does against KubeVirt's own code. */
class ChangeConformanceIT {
  private static final long FIRST = Long.getLong("kubevirtnet.kubevirt.seed", 1_000_000L);
  private static final long CASES = Long.getLong("kubevirtnet.kubevirt.changes", 16_000L);
  private static final int NAMES = 2_000;

  @Test
  void asksForARestartExactlyWhenKubeVirtDoes() {
    var changes = LongStream.range(FIRST, FIRST + CASES).mapToObj(ChangeGenerator::next).toList();
    var disagreements = new ArrayList<String>();
    long restarts = 0;
    for (var release : KubeVirtRelease.values()) {
      var some = changes.stream().filter(c -> c.release() == release).toList();
      var said =
          KubeVirtJudge.require(release)
              .ask("change", some.stream().map(GeneratedChange::question).toList());
      for (int i = 0; i < some.size(); i++) {
        var change = some.get(i);
        boolean theirs = said.get(i).path("restart").asBoolean();
        boolean ours = change.ours().isRestartRequired();
        restarts += theirs ? 1 : 0;
        if (ours != theirs) {
          disagreements.add(change.described("restart " + theirs + "; we: " + ours));
        }
      }
    }
    System.out.printf(
        "changes: %d, %d of them ask for a restart, %d disagreements%n",
        changes.size(), restarts, disagreements.size());

    assertThat(disagreements).isEmpty();
    assertThat(restarts).isBetween(CASES / 4, 3 * CASES / 4);
  }

  @Test
  void callsTheInterfacesOfThePodAsKubeVirtDoes() {
    var all =
        LongStream.range(FIRST, FIRST + NAMES).mapToObj(ChangeConformanceIT::networks).toList();
    for (var release : KubeVirtRelease.values()) {
      var said =
          KubeVirtJudge.require(release)
              .ask("names", all.stream().map(GeneratedMachine::json).toList());
      for (int i = 0; i < all.size(); i++) {
        var machine = machine(all.get(i));
        var ours = PodInterfaceNames.of(machine);
        var ordinal = PodInterfaceNames.ordinal(machine);
        for (var theirs : said.get(i)) {
          var network = theirs.path("network").asText();
          assertThat(ours)
              .containsEntry(
                  network,
                  new PodInterfaceNames(
                      theirs.path("pod").asText(),
                      theirs.path("tap").asText(),
                      theirs.path("bridge").asText(),
                      theirs.path("renamed").asText()));
          assertThat(ordinal.get(network))
              .extracting(PodInterfaceNames::pod)
              .isEqualTo(theirs.path("ordinal").asText());
        }
      }
    }
  }

  private static List<Map<String, Object>> networks(long seed) {
    var dice = new Dice(seed);
    var names = new TreeSet<String>();
    for (int i = 1 + dice.upTo(6); i > 0; i--) {
      names.add(name(dice));
    }
    var networks = new ArrayList<Map<String, Object>>();
    int primary = dice.upTo(8);
    for (var name : names) {
      var multus = Map.<String, Object>of("networkName", "lan");
      if (networks.size() != primary) {
        networks.add(Map.of("name", name, "multus", multus));
      } else if (dice.oneIn(2)) {
        networks.add(Map.of("name", name, "pod", Map.of()));
      } else {
        networks.add(Map.of("name", name, "multus", Map.of("networkName", "lan", "default", true)));
      }
    }
    return networks;
  }

  private static String name(Dice dice) {
    var name = new StringBuilder();
    for (int i = 1 + dice.upTo(20); i > 0; i--) {
      name.append(dice.of("a", "b", "net", "-", "_", "X", "7", "\u00fc", "0", "pod"));
    }
    return name.toString();
  }

  private static Machine machine(List<Map<String, Object>> networks) {
    return new Machine(
        MachineKind.INSTANCE,
        Part.of(
            PropertyPath.ROOT, Tree.of("spec", Tree.of("networks", Tree.of((Object) networks)))));
  }
}
