package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which objects change, who uses them, and what the rules say about the new ones. */
final class ObjectChanges implements Chapter {
  @Override
  public void write(Side before, Side after, PlanScene known, Draft draft) {
    var scene = Instances.without(before, after, known);
    var was = Neighbourhood.of(before, scene);
    var will = Neighbourhood.of(after, scene);
    var matches = Match.all(before, after);
    var users = Users.in(will.all());
    var changed = resources(matches, new Resources(scene, will, users, matches), draft);
    new Losses(scene, was, will, users, draft).find(matches);
    var judgement = Judgement.of(was, will, !changed.isEmpty(), scene);
    judgement.findings().forEach(draft::add);
    Joins.of(judgement).forEach(draft::add);
    OpenParts.of(judgement, changed, heard(after, scene)).forEach(draft::add);
  }

  /** The component of an object says for itself what it could not check. */
  private static BiPredicate<ObjectReference, String> heard(Side side, PlanScene scene) {
    var components = new HashMap<ObjectReference, String>();
    side.objects()
        .forEach(o -> o.component().ifPresent(c -> components.putIfAbsent(o.reference(), c)));
    return (object, why) ->
        scene.notChecked().stream()
            .anyMatch(
                n ->
                    n.why().equals(why)
                        && components.containsKey(object)
                        && n.what().startsWith(components.get(object) + ":"));
  }

  private static Set<ObjectReference> resources(
      Iterable<Match> matches, Resources resources, Draft draft) {
    var changed = new HashSet<ObjectReference>();
    int unchanged = 0;
    for (var match : matches) {
      var change = resources.change(match);
      change.ifPresent(draft::add);
      change.ifPresent(c -> changed.add(c.reference()));
      unchanged += change.isPresent() ? 0 : 1;
    }
    draft.unchanged(unchanged);
    return changed;
  }
}
