package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.MachineManifest;
import io.kubevirtnet.provider.manifest.PolicyManifest;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What the plan can not tell of the objects that change; one line where many share a reason. */
final class OpenParts {
  private static final int MOST_NAMES = 3;
  private static final String OPEN = "known after apply";

  /** There is nothing about networks in it. */
  private static final String SECRET = "Secret";

  /** What a check of objects has to say, and a plan of networks with its nodes has not. */
  private static final Set<String> NO_NEWS =
      Set.of(MachineManifest.OTHER_PARTS, PolicyManifest.ON_NODES);

  private final BiPredicate<ObjectReference, String> heard;
  private final Map<Reason, Set<String>> objects = new TreeMap<>();

  private OpenParts(BiPredicate<ObjectReference, String> heard) {
    this.heard = heard;
  }

  /** Why, of which kind, and where in the object. */
  private record Reason(String kind, String path, String why) implements Comparable<Reason> {
    @Override
    public int compareTo(Reason other) {
      return (kind + "\n" + path + "\n" + why)
          .compareTo(other.kind + "\n" + other.path + "\n" + other.why);
    }
  }

  /**
   * @param heard what somebody said of an object already, and why
   */
  static List<NotChecked> of(
      Judgement judgement,
      Set<ObjectReference> changed,
      BiPredicate<ObjectReference, String> heard) {
    var parts = new OpenParts(heard);
    for (int i = 0; i < judgement.objects().size(); i++) {
      var object = judgement.objects().get(i);
      if (changed.contains(object.reference())) {
        parts.add(object.fields(), judgement.checked().get(i));
      }
    }
    return parts.lines();
  }

  private void add(Tree fields, CheckedObject checked) {
    checked.notChecked().forEach(note -> note(checked.reference(), fields, note));
    unknown(checked.reference(), "", fields);
  }

  /** A place, a colon and the reason; or the reason alone. */
  private void note(ObjectReference object, Tree fields, String note) {
    int colon = note.indexOf(": ");
    boolean placed = colon > 0 && note.indexOf(' ') > colon;
    var why = placed ? note.substring(colon + 2) : note;
    if (NO_NEWS.contains(why) || object.kind().equals(SECRET) || heard.test(object, why)) {
      return;
    }
    add(
        object,
        placed ? IdentityPath.of(fields, new PropertyPath(note.substring(0, colon))) : "",
        why);
  }

  private void unknown(ObjectReference object, String path, Tree tree) {
    if (tree instanceof Unknown) {
      add(object, path, OPEN);
    } else if (tree instanceof Fields f) {
      f.fields().forEach((k, v) -> unknown(object, new PropertyPath(path).child(k).text(), v));
    } else if (tree instanceof Items l) {
      var identity = Identity.of(l, l);
      for (int i = 0; i < l.items().size(); i++) {
        var item = l.items().get(i);
        var label = identity.flatMap(id -> id.label(item)).orElse(String.valueOf(i));
        unknown(object, path + "[" + label + "]", item);
      }
    }
  }

  private void add(ObjectReference object, String path, String why) {
    objects
        .computeIfAbsent(new Reason(object.kind(), path, why), r -> new TreeSet<>())
        .add(CheckedObject.title(object));
  }

  private List<NotChecked> lines() {
    var lines = new ArrayList<NotChecked>();
    objects.forEach(
        (reason, titles) ->
            lines.add(
                new NotChecked(
                    who(reason, titles) + (reason.path().isEmpty() ? "" : ": " + reason.path()),
                    reason.why())));
    return lines;
  }

  private static String who(Reason reason, Set<String> titles) {
    return titles.size() > MOST_NAMES
        ? titles.size() + " objects of kind " + reason.kind()
        : String.join(", ", titles);
  }
}
