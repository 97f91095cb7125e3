package io.kubevirtnet.provider.plan;

import java.util.List;

/** Makes the plan, whatever the two sides came from. */
public final class Planner {
  private static final List<Chapter> CHAPTERS =
      List.of(new ObjectChanges(), new NodeImpacts(), new MachineImpacts(), new Topologies());

  private Planner() {}

  public static Plan plan(Side before, Side after, PlanScene scene) {
    var draft = new Draft();
    scene.notChecked().forEach(draft::add);
    var sides = Sides.comparable(before, after);
    // None of them reads what another one writes.
    CHAPTERS.parallelStream().map(c -> written(c, sides, scene)).forEachOrdered(draft::addAll);
    return draft.plan();
  }

  private static Draft written(Chapter chapter, Sides sides, PlanScene scene) {
    var draft = new Draft();
    chapter.write(sides.before(), sides.after(), scene, draft);
    return draft;
  }
}
