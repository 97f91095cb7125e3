package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.health.StartCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a pod from running.
 *
 * @param what without the machine that it is about
 * @param command what shows it
 */
record PodTrouble(Rule rule, String what, String command) {
  private static final Set<String> BROKEN =
      Set.of(
          "ImagePullBackOff",
          "ErrImagePull",
          "InvalidImageName",
          "CrashLoopBackOff",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  private static final Pattern NO_PLUGIN =
      Pattern.compile("failed to find plugin \"([^\"]+)\" in path (\\[[^\\]]*\\])");
  private static final Pattern NO_EXECUTABLE =
      Pattern.compile("(?:exec: )?\"([^\"]+)\": executable file not found");
  private static final Pattern NO_ATTACHMENT =
      Pattern.compile(
          "cannot find a network-attachment-definition \\(([^)]*)\\) in namespace \\(([^)]*)\\)");
  private static final Pattern PLUGIN = Pattern.compile("plugin type=.*", Pattern.DOTALL);
  private static final Pattern DEVICE = Pattern.compile("Insufficient ([\\w.-]+/[\\w.-]+)");

  /** Of a pod that has ended there is nothing to say any more. */
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  /** All there is, each kind once, the latest events first. */
  static List<PodTrouble> of(LiveObject pod, List<LiveObject> events) {
    var troubles = new LinkedHashMap<Rule, PodTrouble>();
    var phase = pod.text("/status/phase");
    if (ENDED.contains(phase)) {
      return List.of();
    }
    containers(pod).forEach(t -> troubles.putIfAbsent(t.rule(), t));
    if (phase.equals("Running")) {
      return List.copyOf(troubles.values());
    }
    scheduling(pod).forEach(t -> troubles.putIfAbsent(t.rule(), t));
    if (troubles.isEmpty()) {
      events.forEach(
          e -> sandbox(pod, e.text("/message"), e).forEach(t -> troubles.putIfAbsent(t.rule(), t)));
      // What is told exactly is also behind the general one.
      if (troubles.size() > 1) {
        troubles.remove(StartCatalogue.SANDBOX);
      }
    }
    return List.copyOf(troubles.values());
  }

  private static List<PodTrouble> containers(LiveObject pod) {
    var troubles = new ArrayList<PodTrouble>();
    for (var list : List.of("/status/initContainerStatuses", "/status/containerStatuses")) {
      for (var container : pod.at(list)) {
        var waiting = container.path("state").path("waiting");
        var reason = waiting.path("reason").asText();
        if (BROKEN.contains(reason)) {
          var name = container.path("name").asText();
          troubles.add(
              new PodTrouble(
                  StartCatalogue.IMAGE,
                  "Container %s of pod %s is in %s%s."
                      .formatted(
                          name,
                          pod.name(),
                          reason,
                          Shown.because(waiting.path("message").asText())),
                  reason.equals("CrashLoopBackOff")
                      ? "kubectl logs -n %s %s -c %s --previous"
                          .formatted(pod.namespace(), pod.name(), name)
                      : KubectlCommand.describe(pod)));
        }
      }
    }
    return troubles;
  }

  private static List<PodTrouble> scheduling(LiveObject pod) {
    return pod.condition("PodScheduled").filter(c -> !c.isTrue()).stream()
        .filter(c -> c.reason().equals("Unschedulable"))
        .map(c -> unschedulable(pod, c.message()))
        .toList();
  }

  private static PodTrouble unschedulable(LiveObject pod, String message) {
    var device = DEVICE.matcher(message);
    return device.find()
        ? new PodTrouble(
            StartCatalogue.NO_CAPACITY,
            "No node has %s left for pod %s: %s."
                .formatted(withoutPeriod(device.group(1)), pod.name(), Shown.said(message)),
            "kubectl describe nodes")
        : new PodTrouble(
            StartCatalogue.UNSCHEDULABLE,
            "Pod %s fits on no node%s.".formatted(pod.name(), Shown.because(message)),
            KubectlCommand.describe(pod));
  }

  private static String withoutPeriod(String name) {
    return name.replaceFirst("\\.+$", "");
  }

  private static List<PodTrouble> sandbox(LiveObject pod, String text, LiveObject event) {
    var message = text.replace("\\\"", "\"");
    var node = pod.text("/spec/nodeName").isEmpty() ? "a node" : pod.text("/spec/nodeName");
    Map<Pattern, Function<Matcher, PodTrouble>> exact = new LinkedHashMap<>();
    exact.put(
        NO_PLUGIN,
        m ->
            trouble(
                pod,
                StartCatalogue.NO_PLUGIN,
                "Node %s has no plugin %s in %s.".formatted(node, m.group(1), m.group(2))));
    exact.put(
        NO_EXECUTABLE,
        m ->
            trouble(
                pod,
                m.group(1).endsWith("nft") ? StartCatalogue.NO_NFT : StartCatalogue.NO_EXECUTABLE,
                "Node %s has no program %s.".formatted(node, m.group(1))));
    exact.put(
        NO_ATTACHMENT,
        m ->
            trouble(
                pod,
                StartCatalogue.NOT_FOUND,
                "Multus finds no network attachment %s in namespace %s."
                    .formatted(m.group(1), m.group(2))));
    for (var known : exact.entrySet()) {
      var match = known.getKey().matcher(message);
      if (match.find()) {
        return List.of(known.getValue().apply(match));
      }
    }
    if (!event.text("/reason").equals("FailedCreatePodSandBox")) {
      return List.of();
    }
    var plugin = PLUGIN.matcher(message);
    return List.of(
        trouble(
            pod,
            StartCatalogue.SANDBOX,
            "On %s: %s.".formatted(node, Shown.said(plugin.find() ? plugin.group() : message))));
  }

  private static PodTrouble trouble(LiveObject pod, Rule rule, String what) {
    return new PodTrouble(rule, what, KubectlCommand.describe(pod));
  }
}
