package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeImpactsPropertiesTest {
  private static final int CASES = 120;
  private static final int POLICIES = 5;

  @Test
  void whatHasHappenedDoesNotHappenAgain() {
    int changed = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var stage = stage(seed, false);
      if (stage.scene().nodes().isEmpty()) {
        continue;
      }
      changed += stage.plan().nodes().size();

      var again = after(stage, seed).plan();

      assertThat(again.nodes()).as("seed %d", seed).isEmpty();
      assertThat(again.risks()).as("seed %d", seed).isEmpty();
    }
    assertThat(changed).isGreaterThan(CASES);
  }

  @Test
  void theOrderOfPoliciesAndNodesChangesNothing() {
    for (int seed = 0; seed < CASES; seed++) {
      var plan = stage(seed, seed % 3 == 0).plan();

      var shuffled = stage(seed, seed % 3 == 0).shuffled(new Random(seed + 1)).plan();

      assertThat(shuffled.toString()).as("seed %d", seed).isEqualTo(plan.toString());
    }
  }

  @Test
  void whatStaysAsItIsHappensToNobody() {
    for (int seed = 0; seed < CASES; seed++) {
      var stage = stage(seed, seed % 3 == 0);
      var draft = new Draft();

      new NodeImpacts().write(stage.after(), stage.after(), stage.scene(), draft);

      assertThat(draft.plan()).as("seed %d", seed).isEqualTo(new Draft().plan());
    }
  }

  @Test
  void everyChangedNodeIsInOneImpactOfItsPolicy() {
    for (int seed = 0; seed < CASES; seed++) {
      var plan = stage(seed, false).plan();

      for (var policy : plan.nodes().stream().map(NodeImpact::policies).distinct().toList()) {
        var names =
            plan.nodes().stream()
                .filter(i -> i.policies().equals(policy))
                .flatMap(i -> i.nodes().stream())
                .toList();
        assertThat(names).as("seed %d", seed).doesNotHaveDuplicates();
      }
    }
  }

  /** The same with the nodes as they are afterwards. */
  private static PlanStage after(PlanStage stage, int seed) {
    var nodes = new NodeIndex(stage.scene().nodes());
    var moves = PolicyMove.between(stage.before(), stage.after());
    var runs =
        NodeImpacts.runs(
            nodes, NodeImpacts.turns(moves, nodes), Wishes.of(stage.after(), stage.scene()));
    var states = new LinkedHashMap<String, NetworkState>();
    runs.forEach(r -> states.put(nodes.at(r.place()).name(), r.state()));
    var again = new PlanStage();
    fill(again, seed, false);
    for (var node : stage.scene().nodes()) {
      again.node(
          new PlannedNode(
              node.name(),
              node.labels(),
              node.internalIps(),
              node.ready(),
              node.state().map(s -> states.getOrDefault(node.name(), s))));
    }
    return again;
  }

  private static PlanStage stage(int seed, boolean open) {
    var stage = new PlanStage();
    fill(stage, seed, open);
    var random = new Random(seed + 7_000L);
    int number = seed % 10 == 9 ? 0 : 1 + random.nextInt(6);
    for (int i = 1; i <= number; i++) {
      var labels = Map.of("role", random.nextBoolean() ? "worker" : "other", "rack", "r" + i % 2);
      stage.node(
          new PlannedNode(
              "w" + i,
              random.nextInt(8) == 0 ? Optional.empty() : Optional.of(labels),
              List.of("192.0.2." + i),
              random.nextInt(6) > 0,
              random.nextInt(10) == 0 && open
                  ? Optional.empty()
                  : Optional.of(new NetworkState(PlanStage.fields(cards(i, random))))));
    }
    return stage;
  }

  /** Each policy has a bridge and cards of its own, so that none undoes what another one does. */
  private static void fill(PlanStage stage, int seed, boolean open) {
    var random = new Random(seed);
    for (int p = 0; p < POLICIES; p++) {
      boolean managed = random.nextInt(3) == 0;
      var selector = selector(random);
      var old = policy(p, random, managed, selector);
      var now = policy(p, random, managed, random.nextInt(4) == 0 ? selector(random) : selector);
      int fate = random.nextInt(6);
      if (fate > 1) {
        stage.was(old);
      }
      if (fate != 2) {
        stage.is(fate == 3 ? old : open && random.nextBoolean() ? opened(now, random) : now);
      }
    }
  }

  private static Map<String, String> selector(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Map.of();
      case 1 -> Map.of("role", "worker");
      default -> Map.of("role", "worker", "rack", "r" + random.nextInt(2));
    };
  }

  private static PlannedObject policy(
      int p, Random random, boolean managed, Map<String, String> selector) {
    var desired =
        PlanStage.bridge("br" + p + (random.nextInt(4) == 0 ? "x" : ""), "ens1" + p)
            .replace(
                "ipv4: {enabled: false}",
                switch (random.nextInt(3)) {
                  case 0 -> "ipv4: {enabled: false}";
                  case 1 -> "ipv4: {enabled: true, dhcp: true}";
                  default ->
                      "ipv4: {enabled: true, dhcp: false, address: [{ip: 203.0.113.1,"
                          + " prefix-length: 24}]}";
                })
            .replace("enabled: false}}", "enabled: " + random.nextBoolean() + "}}");
    if (random.nextInt(4) == 0) {
      desired += "- {name: ens2%d, type: ethernet, state: up, mtu: 9000}\n".formatted(p);
    }
    return managed
        ? PlanStage.managed("net" + p, selector, desired, Map.of())
        : PlanStage.plain("net" + p, selector, desired);
  }

  private static String cards(int node, Random random) {
    var text = new StringBuilder(PlanStage.card(node).replaceFirst("(?s)routes:.*", ""));
    for (int p = 0; p < POLICIES; p++) {
      for (int group = 1; group <= 2; group++) {
        text.append(
            """
            - {name: ens%1$d%2$d, type: ethernet, state: up, mtu: 1500, mac-address: '52:54:01:%1$02d:%2$02d:%3$02d',
               ipv4: {enabled: %4$s%5$s}, ipv6: {enabled: false}}
            """
                .formatted(
                    group,
                    p,
                    node,
                    random.nextInt(3) == 0,
                    ", address: [{ip: 10.%d.%d.%d, prefix-length: 24}]".formatted(group, p, node)));
      }
    }
    var routes = PlanStage.card(node).substring(PlanStage.card(node).indexOf("routes:"));
    return text + (random.nextInt(4) == 0 ? "" : routes);
  }

  /** With one leaf that a preview can not tell. */
  private static PlannedObject opened(PlannedObject policy, Random random) {
    var leaves = new ArrayList<Tree>();
    var spec = (Fields) policy.object().fields().get("spec").orElseThrow();
    collect(spec, leaves);
    var chosen = leaves.get(random.nextInt(leaves.size()));
    var object = (Fields) replaced(policy.object().fields(), chosen);
    return new PlannedObject(
        new io.kubevirtnet.provider.manifest.KubernetesObject(
            policy.object().apiVersion(), policy.reference(), object),
        policy.component(),
        policy.managed(),
        false);
  }

  private static void collect(Tree tree, List<Tree> leaves) {
    leaves.add(tree);
    tree.parts().forEach(p -> collect(p, leaves));
  }

  private static Tree replaced(Tree tree, Tree chosen) {
    if (tree == chosen) {
      return new Tree.Unknown(Marks.NONE);
    }
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(i -> replaced(i, chosen)).toList(), l.marks());
    }
    if (tree instanceof Fields f) {
      var all = new LinkedHashMap<String, Tree>();
      f.fields().forEach((k, v) -> all.put(k, replaced(v, chosen)));
      return new Fields(all, f.marks());
    }
    return tree;
  }
}
