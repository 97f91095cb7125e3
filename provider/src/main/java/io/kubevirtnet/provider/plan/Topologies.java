package io.kubevirtnet.provider.plan;

import java.util.stream.Collectors;

/** What hangs on what, before and after. */
final class Topologies implements Chapter {
  @Override
  public void write(Side before, Side after, PlanScene scene, Draft draft) {
    var old = ClusterSide.of(before, after, scene);
    var now = ClusterSide.of(after, before, scene);
    var changed = ChangedAttachment.between(old, now).keySet();
    var alike =
        old.attachments().keySet().stream()
            .filter(a -> !changed.contains(a))
            .collect(Collectors.toSet());
    var joins = new KnownJoins();
    var was = SidePicture.of(old, now, scene, alike, joins);
    var is = SidePicture.of(now, old, scene, alike, joins);
    var drawing = new Drawing(was, is, Folds.of(was, is));
    draft.drawn(drawing.before(), drawing.after());
  }
}
