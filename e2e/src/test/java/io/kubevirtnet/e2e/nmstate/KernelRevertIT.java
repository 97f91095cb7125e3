package io.kubevirtnet.e2e.nmstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Cleaned;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bridge policy and its revert in a real kernel: {@code nmstatectl apply -k} of both, and what
 * {@code nmstatectl show -k} says before and after. The cards are ends of veth pairs.
 *
 * <p>Kernel mode leaves out what is therefore not tested here: MTU, options of a bridge, VLAN
 * filtering and costs of its ports are not written (so the policy, which has them as it is
 * expanded, is applied with {@code --no-verify}); addresses are never removed, not even from a
 * port; DHCP, bonds, OVS, OVN, VRF, VXLAN, descriptions and SR-IOV need NetworkManager or Open
 * vSwitch. Not compared: what nmstate only reports (timers, limits, permanent MAC), and link-local
 * addresses.
 */
class KernelRevertIT {
  private static final int STATES = 36;
  private static final List<String> OTHER_KINDS = List.of("bond", "vlan", "dummy", "vrf", "vxlan");

  @BeforeAll
  static void needsNamespaces() {
    Nmstatectl.require();
    var started = KernelNode.start();
    assumeTrue(
        started.isPresent(), "no network namespace: run as root, with iproute2 and util-linux");
    try (var node = started.orElseThrow()) {
      assumeTrue(
          node.runs("ip", "link", "add", "t0", "type", "veth", "peer", "name", "t1")
              && node.runs("ip", "link", "add", "t2", "type", "bridge"),
          "this kernel has no veth or no bridge");
      OTHER_KINDS.stream()
          .filter(kind -> !node.runs("ip", "link", "add", "x0", "type", kind))
          .forEach(kind -> System.out.println("unsupported by this kernel: " + kind));
    }
    System.out.println(
        "unsupported by nmstatectl -k: mtu, bridge options, VLAN filtering, port costs, removing an"
            + " address, dhcp, bond options, ovs, ovn, sr-iov");
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(0, i -> i + 1).limit(STATES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void showsAfterTheRevertWhatItShowedBefore(int seed) {
    try (var node = KernelNode.start().orElseThrow()) {
      var random = new Random(seed);
      prepare(node, random);
      var before = settled(node);
      var desired = policy(random, before);

      var applied = node.nmstatectl().apply(desired.plain(), "--no-verify");
      assertThat(applied.err()).isEmpty();
      assertThat(node.state().find("br1").orElseThrow().ports()).contains("eth1");

      var revert = Revert.of(desired, before);
      var reverted = node.nmstatectl().apply(revert.state().plain());
      assertThat(reverted.err()).as("%s", revert.state().plain()).isEmpty();
      assertThat(differencesAfterAWhile(before, node)).as("%s", revert.state().plain()).isEmpty();
      assertThat(revert.leftBehind()).isEmpty();
    }
  }

  @Test
  void startsFromStatesThatDiffer() {
    var different =
        seeds()
            .map(
                seed -> {
                  try (var node = KernelNode.start().orElseThrow()) {
                    prepare(node, new Random(seed));
                    return Cleaned.state(withoutMacs(node.state())).fields();
                  }
                })
            .distinct();

    assertThat(different.count()).isGreaterThanOrEqualTo(30);
  }

  /** What it shows when its cards have a carrier and it shows the same twice. */
  private static NetworkState settled(KernelNode node) {
    var last = new AtomicReference<>(node.state());
    return Deadline.in(Duration.ofSeconds(10))
        .awaitValue(
            "a node that stays as it is",
            () -> {
              var now = node.state();
              var before = last.getAndSet(now);
              boolean stays = differences(before, now).isEmpty() && cardsAreUp(now);
              return stays ? Optional.of(now) : Optional.empty();
            });
  }

  private static boolean cardsAreUp(NetworkState state) {
    return state.interfaces().stream()
        .filter(i -> i.type().filter("veth"::equals).isPresent())
        .allMatch(i -> i.state().equals("up"));
  }

  /** A bridge is shown as up only after its port has a carrier again. */
  private static List<String> differencesAfterAWhile(NetworkState before, KernelNode node) {
    try {
      Deadline.in(Duration.ofSeconds(10))
          .await("the former state", () -> differences(before, node.state()).isEmpty());
      return List.of();
    } catch (IllegalStateException inVain) {
      return differences(before, node.state());
    }
  }

  private static void prepare(KernelNode node, Random random) {
    int cards = 2 + random.nextInt(3);
    for (int i = 1; i <= cards; i++) {
      node.must("ip link add eth%d type veth peer name peer%d".formatted(i, i));
      node.must("ip link set peer%d up".formatted(i));
      node.must("ip link set eth%d mtu %d up".formatted(i, 1400 + random.nextInt(100)));
      for (int a = 0; a < random.nextInt(3); a++) {
        node.must("ip addr add 192.0.2.%d/24 dev eth%d".formatted(10 * i + a, i));
      }
      if (random.nextInt(3) == 0) {
        node.must("ip -6 addr add 2001:db8:%d::7/64 nodad dev eth%d".formatted(i, i));
      }
    }
    int port = random.nextBoolean() ? 1 : cards;
    boolean hasBridge = random.nextBoolean();
    if (hasBridge) {
      node.must(
          "ip link add br0 type bridge ageing_time %d priority %d"
              .formatted(10_000 + 100 * random.nextInt(100), 4096 * random.nextInt(16)));
      node.must("ip link set br0 up");
      // No port has an address where nmstate made the bridge.
      node.must("ip addr flush dev eth%d".formatted(port));
      node.must("ip link set eth%d master br0".formatted(port));
    }
    if (random.nextInt(3) == 0 && !(hasBridge && port == cards)) {
      node.must("ip addr add 198.51.100.7/24 dev eth%d".formatted(cards));
      node.must(
          "ip route add 203.0.113.0/24 via 198.51.100.1 dev eth%d proto static".formatted(cards));
    }
  }

  /** As it is expanded: with the VLAN filtering that the handler would add. */
  private static Fields policy(Random random, NetworkState node) {
    var ports = new ArrayList<Tree>(List.of(port("eth1")));
    if (random.nextBoolean()) {
      ports.add(port("eth2"));
    }
    var former = node.find("eth1").orElseThrow().object("ipv4").get("address").orElse(Tree.items());
    var ipv4 =
        switch (random.nextInt(3)) {
          case 0 -> Tree.of("enabled", false);
          case 1 -> Tree.of("enabled", true).with("dhcp", false).with("address", former);
          default ->
              Tree.of("enabled", true)
                  .with("dhcp", false)
                  .with("address", List.of(Tree.of("ip", "192.0.2.200").with("prefix-length", 24)));
        };
    return Tree.of(
        "interfaces",
        List.of(
            Tree.of("name", "br1")
                .with("type", "linux-bridge")
                .with("state", "up")
                .with("ipv4", ipv4)
                .withIf(random.nextBoolean(), "mtu", 1400)
                .with(
                    "bridge",
                    Tree.of("options", Tree.of("stp", Tree.of("enabled", false)))
                        .with("port", ports))));
  }

  private static Fields port(String name) {
    return Tree.of("name", name)
        .with(
            "vlan",
            Tree.of("mode", "trunk")
                .with(
                    "trunk-tags",
                    List.of(Tree.of("id-range", Tree.of("min", 2).with("max", 4094)))));
  }

  private static NetworkState withoutMacs(NetworkState state) {
    var links =
        state.interfaces().stream()
            .map(i -> i.fields().with("mac-address", "").with("ethtool", Fields.EMPTY))
            .toList();
    return new NetworkState(state.fields().with("interfaces", links));
  }

  private static List<String> differences(NetworkState a, NetworkState b) {
    return HostDiff.states(Cleaned.state(a), Cleaned.state(b)).lines();
  }
}
