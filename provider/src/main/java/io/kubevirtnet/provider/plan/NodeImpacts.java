package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What happens on which nodes: each policy that is not as it was, applied to what its nodes report.
 * A policy that says something else while its nodes are as it says already does nothing to them. A
 * policy that is as it was does nothing here, even where nodes have drifted away from it.
 */
final class NodeImpacts implements Chapter {
  @Override
  public void write(Side before, Side after, PlanScene scene, Draft draft) {
    var moves = PolicyMove.between(before, after);
    if (moves.isEmpty()) {
      return;
    }
    var nodes = new NodeIndex(scene.nodes());
    var wishes = Wishes.of(after, scene);
    var turns = turns(moves, nodes);
    var runs = runs(nodes, turns, wishes);
    new HostStory(moves, nodes, turns, runs, wishes, scene, draft).tell();
  }

  /** Nothing that happens on one node depends on another one. */
  static List<NodeRun> runs(NodeIndex nodes, List<List<NodeRun.Turn>> turns, Wishes wishes) {
    return IntStream.range(0, nodes.size())
        .parallel()
        .filter(i -> !turns.get(i).isEmpty())
        .mapToObj(i -> NodeRun.of(i, nodes.at(i), turns.get(i), wishes))
        .toList();
  }

  /** By the place of the node, in the order in which they happen. */
  static List<List<NodeRun.Turn>> turns(List<PolicyMove> moves, NodeIndex nodes) {
    var turns = new ArrayList<List<NodeRun.Turn>>();
    IntStream.range(0, nodes.size()).forEach(i -> turns.add(new ArrayList<>()));
    for (int number = 0; number < moves.size(); number++) {
      var move = moves.get(number);
      if (isOpen(move)) {
        continue;
      }
      var had = new BitSet();
      move.had(nodes).forEach(had::set);
      var stays = new EnumMap<NodeRun.Part, Made>(NodeRun.Part.class);
      for (var part : NodeRun.Part.values()) {
        stays.put(part, move.stays(part));
      }
      for (int place : move.after().map(nodes::takenBy).orElse(List.of())) {
        var part = had.get(place) ? NodeRun.Part.CHANGE : NodeRun.Part.APPLY;
        turns.get(place).add(turn(number, move, part, stays));
        had.clear(place);
      }
      for (int place : had.stream().toArray()) {
        turns.get(place).add(turn(number, move, NodeRun.Part.LEAVE, stays));
      }
    }
    return turns;
  }

  private static NodeRun.Turn turn(
      int number, PolicyMove move, NodeRun.Part part, Map<NodeRun.Part, Made> stays) {
    return new NodeRun.Turn(number, move, part, stays.getOrDefault(part, Made.NOTHING));
  }

  /** It is not known yet which nodes are meant, or what they get. */
  static boolean isOpen(PolicyMove move) {
    return move.after()
        .filter(p -> p.selector().isEmpty() || !(p.policy().desiredState() instanceof Fields))
        .isPresent();
  }
}
