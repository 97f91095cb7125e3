package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.health.AccessCatalogue;
import io.kubevirtnet.provider.cluster.AccessQuestion;
import io.kubevirtnet.provider.doctor.Picture.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the user may not look at, and may not do with network attachments. */
final class AccessCheck implements Check {
  private static final List<String> VERBS = List.of("create", "update", "delete");

  @Override
  public String title() {
    return "Permissions of the user";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of();
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    Stream.of(Subject.values())
        .filter(s -> s != Subject.HANDLER_POD || !cluster.isRefused(Subject.LAUNCHER_POD))
        .forEach(s -> subject(s, cluster, notes));
    manages(cluster, notes);
    notes.fineOtherwise("The user may read all that is looked at.");
  }

  private static void subject(Subject subject, Picture cluster, Notes notes) {
    var reading = cluster.reading(subject);
    if (reading.state() == State.IN_NAMESPACE) {
      notes.leftOpen(
          "%s of other namespaces: not allowed to list them".formatted(subject.resource()));
    }
    if (reading.state() == State.REFUSED && Reads.optional(subject)) {
      notes.leftOpen("%s: not allowed to list them".formatted(subject.resource()));
    } else if (reading.state() == State.REFUSED) {
      var scope =
          subject.scope() == Subject.Scope.MACHINES
              ? cluster.namespace().map(n -> " -n " + n).orElse(" -A")
              : subject.namespaced() ? " -A" : "";
      notes.found(
          AccessCatalogue.NOT_READABLE,
          new ObjectReference("Permission", "", "list " + subject.resource()),
          "The user may not list %s, and it stays open %s."
              .formatted(subject.resource(), Reads.why(subject)),
          "kubectl auth can-i list " + subject.resource() + scope);
    }
  }

  private static void manages(Picture cluster, Notes notes) {
    if (cluster.isAbsent(Subject.DEFINITION)) {
      return;
    }
    var missing = new ArrayList<String>();
    for (var verb : VERBS) {
      var question =
          new AccessQuestion(
              verb, Subject.DEFINITION.group(), Subject.DEFINITION.plural(), cluster.namespace());
      var answer = cluster.rights().mayI(question);
      if (answer.isEmpty()) {
        notes.leftOpen("what the user may do with network attachments: the cluster does not tell");
        return;
      }
      answer.filter(a -> !a).ifPresent(a -> missing.add(verb));
    }
    if (!missing.isEmpty()) {
      notes.found(
          AccessCatalogue.USER,
          new ObjectReference(
              "Permission", "", missing.get(0) + " " + Subject.DEFINITION.resource()),
          "The user may not %s network attachments%s."
              .formatted(
                  String.join(", ", missing),
                  cluster.namespace().map(n -> " in " + n).orElse(" in all namespaces")),
          "kubectl auth can-i %s %s%s"
              .formatted(
                  missing.get(0),
                  Subject.DEFINITION.resource(),
                  cluster.namespace().map(n -> " -n " + n).orElse(" -A")));
    }
  }
}
