package io.kubevirtnet.provider.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * When which policy has its turn. A handler takes one policy after the other, by name; policies
 * that share no node go on at the same time, within each its own maxUnavailable. What is created or
 * changed comes before what is deleted, as engines do it, so that nothing is taken away before what
 * replaces it is there. Programs may state another order among the first; objects do not tell it.
 */
final class Waves {
  private final int[] last;
  private final List<Paper> papers = new ArrayList<>();
  private int highest;
  private int floor;
  private boolean deletes;

  private record Paper(PlannedPolicy policy, int wave) {}

  Waves(NodeIndex nodes) {
    last = new int[nodes.size()];
  }

  /**
   * The turn of the next policy that changes something.
   *
   * @param places of the nodes that it changes; none when no node is known
   */
  int next(PolicyMove move, Collection<Integer> places) {
    if (move.isDelete() && !deletes) {
      deletes = true;
      floor = highest;
    }
    int wave = 1 + Math.max(floor, places.isEmpty() ? afterPapers(move.policy()) : after(places));
    places.forEach(p -> last[p] = wave);
    if (places.isEmpty()) {
      papers.add(new Paper(move.policy(), wave));
    }
    highest = Math.max(highest, wave);
    return wave;
  }

  private int after(Collection<Integer> places) {
    return places.stream().mapToInt(p -> last[p]).max().orElse(0);
  }

  private int afterPapers(PlannedPolicy policy) {
    return papers.stream()
        .filter(p -> p.policy().mayMeet(policy))
        .mapToInt(Paper::wave)
        .max()
        .orElse(0);
  }
}
