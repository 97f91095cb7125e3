package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.AccessCatalogue;
import io.kubevirtnet.provider.cluster.AccessQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the agent of vCluster Platform may do with network attachments. */
final class AgentCheck implements Check {
  private static final List<String> VERBS = List.of("list", "create", "update", "delete");

  /** The chart of the platform is also that of its agent, and names both so. */
  private static final String NAME = "loft";

  @Override
  public String title() {
    return "Agent of vCluster Platform";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.DEPLOYMENT);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    if (!cluster.isAbsent(Subject.DEFINITION)) {
      cluster.all(Subject.DEPLOYMENT).stream()
          .filter(d -> d.name().equals(NAME) && d.label("app").equals(NAME))
          .forEach(d -> agent(d, cluster, notes));
    }
  }

  private static void agent(LiveObject deployment, Picture cluster, Notes notes) {
    var account =
        Optional.of(deployment.text("/spec/template/spec/serviceAccountName"))
            .filter(a -> !a.isEmpty())
            .orElse("default");
    var user = "system:serviceaccount:" + deployment.namespace() + ":" + account;
    var missing = new ArrayList<String>();
    for (var verb : VERBS) {
      var question =
          new AccessQuestion(
              verb, Subject.DEFINITION.group(), Subject.DEFINITION.plural(), cluster.namespace());
      var answer = cluster.rights().may(user, question);
      if (answer.isEmpty()) {
        notes.leftOpen(
            "what %s may do: not allowed to create subjectaccessreviews".formatted(user));
        return;
      }
      answer.filter(a -> !a).ifPresent(a -> missing.add(verb));
    }
    if (missing.isEmpty()) {
      notes.fine("Service account %s may manage network attachments.".formatted(account));
      return;
    }
    notes.found(
        AccessCatalogue.AGENT,
        deployment.reference(),
        "Its service account %s may not %s network attachments."
            .formatted(account, String.join(", ", missing)),
        "kubectl auth can-i %s %s -A --as %s"
            .formatted(missing.get(0), Subject.DEFINITION.resource(), user));
  }
}
