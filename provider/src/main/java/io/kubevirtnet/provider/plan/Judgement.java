package io.kubevirtnet.provider.plan;

import io.kubevirtnet.across.UseCatalogue;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * What the rules say about the new objects and what stays beside them.
 *
 * @param checked the same as {@code objects}, one by one
 * @param findings about objects of the new side, and about others as far as the change brings them
 */
record Judgement(
    List<KubernetesObject> objects, List<CheckedObject> checked, List<PlannedFinding> findings) {

  static Judgement of(Neighbourhood before, Neighbourhood after, boolean changed, PlanScene scene) {
    var objects = after.all();
    // Most plans have some finding, and then the other side is needed.
    var old =
        CompletableFuture.supplyAsync(() -> changed ? known(before, scene) : Set.<String>of());
    var checked = ManifestCheck.check(objects, scene.rules().alone());
    var gone = changed ? gone(before, after) : Set.<ObjectReference>of();
    var known = old.join();
    var findings = new ArrayList<PlannedFinding>();
    for (int i = 0; i < objects.size(); i++) {
      var object = objects.get(i);
      boolean own = i >= after.others().size();
      var leaving = leaving(object, gone);
      var places = leaving.stream().map(Finding::path).collect(Collectors.toSet());
      leaving.forEach(f -> findings.add(new PlannedFinding(f, true)));
      for (var finding : checked.get(i).findings()) {
        boolean arises = changed && !known.contains(key(object, finding));
        if (!places.contains(finding.path()) && (own || arises)) {
          findings.add(new PlannedFinding(finding, arises));
        }
      }
    }
    return new Judgement(objects, checked, findings);
  }

  private static Set<String> known(Neighbourhood before, PlanScene scene) {
    var objects = before.all();
    var checked =
        ManifestCheck.inPhases(objects, scene.rules().alone().joining(objects), o -> true);
    var known = new HashSet<String>();
    for (int i = 0; i < objects.size(); i++) {
      for (var finding : checked.get(i).findings()) {
        known.add(key(objects.get(i), finding));
      }
    }
    return known;
  }

  /** What is known again when other items of a list came or went. */
  private static String key(KubernetesObject object, Finding finding) {
    return String.join(
        "\n",
        object.group(),
        object.reference().toString(),
        finding.code(),
        finding.severity().wire(),
        IdentityPath.of(object.fields(), finding.path()),
        finding.what());
  }

  private static Set<ObjectReference> gone(Neighbourhood before, Neighbourhood after) {
    var gone = new LinkedHashSet<ObjectReference>();
    before.side().stream()
        .filter(ManifestCheck::isDefinition)
        .forEach(o -> gone.add(o.reference()));
    after.all().stream()
        .filter(ManifestCheck::isDefinition)
        .forEach(o -> gone.remove(o.reference()));
    return gone;
  }

  /** What an object still names, and the new set has no more. */
  private static List<Finding> leaving(KubernetesObject user, Set<ObjectReference> gone) {
    if (gone.isEmpty()) {
      return List.of();
    }
    var report = new Report();
    for (var use : ManifestCheck.definitionsOf(user)) {
      gone.stream()
          .filter(d -> use.isOf(Users.reference(d)))
          .forEach(
              d ->
                  report.add(
                      UseCatalogue.ATTACHMENT_GONE,
                      use.definition().path(),
                      CheckedObject.title(d) + " goes, and is named here."));
    }
    return report.findings().stream().distinct().map(f -> f.about(user.reference())).toList();
  }
}
