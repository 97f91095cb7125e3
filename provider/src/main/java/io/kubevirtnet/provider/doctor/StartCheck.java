package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.StartCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether machines that are to run do, and otherwise why not. */
final class StartCheck implements Check {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Set<String> WAITING = Set.of("", "Pending", "Scheduling", "Scheduled");

  @Override
  public String title() {
    return "Start of machines";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    Stream.of(Subject.LAUNCHER_POD, Subject.EVENT)
        .filter(cluster::isRefused)
        .forEach(
            s -> notes.leftOpen("why machines do not start: not allowed to list " + s.plural()));
    var pods = pods(cluster);
    var events = events(cluster);
    var instances = cluster.all(Subject.INSTANCE);
    for (var instance : instances) {
      boolean told = pods(instance, pods.getOrDefault(instance.key(), List.of()), events, notes);
      if (!told && WAITING.contains(instance.text("/status/phase"))) {
        waits(instance, cluster, notes);
      }
    }
    var running = instances.stream().map(LiveObject::key).collect(Collectors.toSet());
    cluster.all(Subject.MACHINE).stream()
        .filter(m -> !running.contains(m.key()))
        .forEach(m -> failed(m, notes));
    if (!instances.isEmpty()) {
      notes.fineOtherwise(
          "None of %s waits for long.".formatted(Shown.count(instances.size(), "machine")));
    }
  }

  /** Also of a running machine: that of a sidecar, or of the pod that it migrates to. */
  private static boolean pods(
      LiveObject instance,
      List<LiveObject> pods,
      Map<String, List<LiveObject>> events,
      Notes notes) {
    var troubles =
        pods.stream()
            .flatMap(p -> PodTrouble.of(p, events.getOrDefault(p.key(), List.of())).stream())
            .toList();
    troubles.forEach(t -> notes.found(t.rule(), instance.reference(), t.what(), t.command()));
    return !troubles.isEmpty();
  }

  private static void waits(LiveObject instance, Picture cluster, Notes notes) {
    instance
        .created()
        .filter(c -> c.plus(LONG).isBefore(cluster.now()))
        .ifPresent(
            c ->
                notes.found(
                    StartCatalogue.WAITS_LONG,
                    instance.reference(),
                    "It has been in phase %s for %s%s."
                        .formatted(
                            instance.text("/status/phase").isEmpty()
                                ? "Pending"
                                : instance.text("/status/phase"),
                            Shown.count(Duration.between(c, cluster.now()).toMinutes(), "minute"),
                            Shown.because(reason(instance))),
                    KubectlCommand.describe(instance)));
  }

  /** What virt-controller could not do, where it says so. */
  private static String reason(LiveObject instance) {
    return Stream.of("Synchronized", "PodScheduled", "Ready")
        .flatMap(t -> instance.condition(t).filter(c -> !c.isTrue()).stream())
        .map(LiveObject.Condition::message)
        .filter(m -> !m.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void failed(LiveObject machine, Notes notes) {
    machine
        .condition("Failure")
        .filter(LiveObject.Condition::isTrue)
        .ifPresent(
            c ->
                notes.found(
                    StartCatalogue.WAITS_LONG,
                    machine.reference(),
                    "KubeVirt could not start it%s.".formatted(Shown.because(c.message())),
                    KubectlCommand.describe(machine)));
  }

  /** By the instance that each is of. */
  private static Map<String, List<LiveObject>> pods(Picture cluster) {
    var pods = new HashMap<String, List<LiveObject>>();
    for (var pod : cluster.all(Subject.LAUNCHER_POD)) {
      instanceOf(pod)
          .ifPresent(
              name ->
                  pods.computeIfAbsent(pod.namespace() + "/" + name, k -> new ArrayList<>())
                      .add(pod));
    }
    return pods;
  }

  private static Optional<String> instanceOf(LiveObject pod) {
    for (var owner : pod.at("/metadata/ownerReferences")) {
      if (owner.path("kind").asText().equals(Subject.INSTANCE.kind())) {
        return Optional.of(owner.path("name").asText());
      }
    }
    return Stream.of(pod.annotation("kubevirt.io/domain"), pod.label("vm.kubevirt.io/name"))
        .filter(n -> !n.isEmpty())
        .findFirst();
  }

  /** By the pod that each is about, the latest first. */
  private static Map<String, List<LiveObject>> events(Picture cluster) {
    return cluster.all(Subject.EVENT).stream()
        .filter(e -> e.text("/involvedObject/kind").equals("Pod"))
        .sorted(Comparator.comparing(StartCheck::time).reversed())
        .collect(
            Collectors.groupingBy(
                e -> e.text("/involvedObject/namespace") + "/" + e.text("/involvedObject/name")));
  }

  /** Times in this form are in the order of their text. */
  private static String time(LiveObject event) {
    return Stream.of("/lastTimestamp", "/eventTime", "/metadata/creationTimestamp")
        .map(event::text)
        .filter(t -> !t.isEmpty() && !t.equals("null"))
        .findFirst()
        .orElse("");
  }
}
