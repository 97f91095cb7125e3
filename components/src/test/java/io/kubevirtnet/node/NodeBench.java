package io.kubevirtnet.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.testing.GeneratedNode;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to say what one policy does to 5,000 nodes of some 20 interfaces each.
 *
 * <pre>
 * ./mvnw -q -pl codegen,components test -Dgroups=bench -DexcludedGroups= -Dtest=NodeBench \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("bench")
class NodeBench {
  private static final int NODES = 5_000;
  private static final int INTERFACES = 20;
  private static final int WARM_UP = 3;
  private static final long LIMIT_MILLIS = 3_000;

  private final List<NetworkState> nodes =
      IntStream.range(0, NODES).mapToObj(i -> node(new Random(i))).toList();
  private final Fields policy =
      Tree.of(
          "interfaces",
          List.of(
              Tree.of("name", "br1")
                  .with("type", "linux-bridge")
                  .with("state", "up")
                  .with("ipv4", Tree.of("enabled", true).with("dhcp", true))
                  .with(
                      "bridge",
                      Tree.of("options", Tree.of("stp", Tree.of("enabled", false)))
                          .with("port", List.of(Tree.of("name", "eth5"))))));

  @Test
  void hostDiffOfAllNodes() {
    report(
        "host diff",
        () -> nodes.stream().mapToInt(n -> HostDiff.between(n, policy).lines().size()).sum());
  }

  @Test
  void rulesOnAllNodes() {
    var facts =
        IntStream.range(0, NODES)
            .mapToObj(i -> new NodeFacts("w" + i, nodes.get(i), List.of("192.0.0.7")))
            .toList();
    report(
        "rules",
        () -> {
          var found = new Report();
          NodeRules.check(policy, facts, false, PropertyPath.ROOT, found);
          return found.findings().size();
        });
  }

  private interface Work {
    int run();
  }

  private static void report(String what, Work work) {
    for (int i = 0; i < WARM_UP; i++) {
      assertThat(work.run()).isPositive();
    }
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long cpuStart = threads.getCurrentThreadCpuTime();
    int results = work.run();
    long cpu = (threads.getCurrentThreadCpuTime() - cpuStart) / 1_000_000;
    long wall = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "%s of %d nodes, one thread: %d ms CPU, %d ms wall (%d results)%n",
        what, NODES, cpu, wall, results);
    // Whatever else the machine does meanwhile is not counted.
    assertThat(cpu).isLessThanOrEqualTo(LIMIT_MILLIS);
  }

  /** With more cards than others, up to the number of interfaces. */
  private static NetworkState node(Random random) {
    var state = GeneratedNode.of(random);
    var links = new ArrayList<>(Parts.list(state.fields(), "interfaces"));
    for (int i = links.size(); i < INTERFACES; i++) {
      links.add(
          Tree.of("name", "ens" + i)
              .with("type", "ethernet")
              .with("state", "up")
              .with("mtu", 1500)
              .with("ipv4", Tree.of("enabled", false))
              .with("ipv6", Tree.of("enabled", false)));
    }
    return new NetworkState(state.fields().with("interfaces", links));
  }
}
