package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.health.PolicyHealthCatalogue;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.Enactment.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Whether policies have come to an end, and to a good one. */
final class PolicyCheck implements Check {
  /** A node has 480 s for an attempt. */
  private static final Duration LONG = Duration.ofMinutes(15);

  @Override
  public String title() {
    return "Policies of nodes";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.POLICY, Subject.ENACTMENT);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    if (cluster.isAbsent(Subject.POLICY)) {
      return;
    }
    var enactments = new TreeMap<String, List<Enactment>>();
    cluster.all(Subject.ENACTMENT).stream()
        .map(e -> Enactment.of(e.node()))
        .forEach(e -> enactments.computeIfAbsent(e.policy(), p -> new ArrayList<>()).add(e));
    var policies = cluster.all(Subject.POLICY);
    for (var policy : policies) {
      var own =
          enactments.getOrDefault(policy.name(), List.of()).stream()
              .filter(e -> e.generation() >= policy.at("/metadata/generation").asLong())
              .toList();
      policy(policy, own, cluster, notes);
    }
    notes.fineOtherwise(
        policies.isEmpty()
            ? "There are no policies."
            : policies.size() == 1
                ? "1 policy came to a good end."
                : policies.size() + " policies came to a good end.");
  }

  private static void policy(LiveObject policy, List<Enactment> own, Picture cluster, Notes notes) {
    if (meansNoNode(policy, cluster)) {
      notes.found(
          PolicyHealthCatalogue.NO_NODE,
          policy.reference(),
          "No node has the labels %s.".formatted(policy.at("/spec/nodeSelector")),
          "kubectl get nodes --show-labels");
      return;
    }
    boolean failed =
        enacted(policy, own, Phase.FAILED, PolicyHealthCatalogue.FAILED, "failed", notes);
    boolean retried =
        enacted(
            policy, own, Phase.RETRYING, PolicyHealthCatalogue.RETRYING, "is tried again", notes);
    if (failed || retried) {
      return;
    }
    if (policy.is("Degraded")) {
      notes.found(
          PolicyHealthCatalogue.FAILED,
          policy.reference(),
          "It is degraded"
              + Shown.because(
                  policy.condition("Degraded").map(LiveObject.Condition::message).orElse(""))
              + ".",
          enactmentsOf(policy));
    } else {
      stuck(policy, own, cluster, notes);
    }
  }

  private static boolean meansNoNode(LiveObject policy, Picture cluster) {
    var selector = policy.at("/spec/nodeSelector");
    boolean none =
        !selector.isEmpty()
            && cluster.isWhole(Subject.NODE)
            && cluster.all(Subject.NODE).stream().noneMatch(n -> Nodes.matches(n, selector));
    return none
        || policy.is("Ignored")
        || policy
            .condition("Available")
            .filter(c -> c.reason().equals("NoMatchingNode"))
            .isPresent();
  }

  /** One finding for each reason, with all nodes that have it. */
  private static boolean enacted(
      LiveObject policy, List<Enactment> own, Phase phase, Rule rule, String verb, Notes notes) {
    var byMessage = new TreeMap<String, List<String>>();
    own.stream()
        .filter(e -> e.phase() == phase)
        .forEach(e -> byMessage.computeIfAbsent(e.message(), m -> new ArrayList<>()).add(e.node()));
    long aborted = own.stream().filter(e -> e.phase() == Phase.ABORTED).count();
    byMessage.forEach(
        (message, nodes) ->
            notes.found(
                rule,
                policy.reference(),
                "It %s on %s%s%s."
                    .formatted(
                        verb,
                        Shown.names(nodes),
                        aborted == 0
                            ? ""
                            : ", and was not tried on " + Shown.count(aborted, "other"),
                        Shown.because(message)),
                enactmentsOf(policy)));
    return !byMessage.isEmpty();
  }

  private static void stuck(LiveObject policy, List<Enactment> own, Picture cluster, Notes notes) {
    boolean ended = policy.is("Available");
    var since =
        policy
            .condition("Progressing")
            .filter(LiveObject.Condition::isTrue)
            .flatMap(LiveObject.Condition::since)
            .or(policy::created);
    if (ended || since.filter(s -> s.plus(LONG).isBefore(cluster.now())).isEmpty()) {
      return;
    }
    var waiting = own.stream().filter(e -> e.phase() != Phase.DONE).map(Enactment::node).toList();
    notes.found(
        PolicyHealthCatalogue.STUCK,
        policy.reference(),
        (policy.is("Progressing") ? "It is in progress" : "No handler has begun with it")
            + " for "
            + Duration.between(since.get(), cluster.now()).toMinutes()
            + " minutes"
            + (waiting.isEmpty() ? "" : ", and waits for " + Shown.names(waiting))
            + Shown.because(
                policy.condition("Progressing").map(LiveObject.Condition::message).orElse(""))
            + ".",
        enactmentsOf(policy));
  }

  private static String enactmentsOf(LiveObject policy) {
    return "kubectl get nodenetworkconfigurationenactments -l nmstate.io/policy="
        + policy.name()
        + " -o yaml";
  }
}
