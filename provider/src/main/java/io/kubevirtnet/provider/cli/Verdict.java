package io.kubevirtnet.provider.cli;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.host.ManagedPolicy;
import io.kubevirtnet.machine.ConfigurationPlace;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.preview.LogLine;
import io.kubevirtnet.provider.preview.LogLine.Level;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.Preview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plan in one sentence, for whoever reads nothing else. */
final class Verdict {
  private static final Pattern FINDING = Pattern.compile("(?m)^\\s*KVN-[A-Z]\\d{3} ");
  private static final int NAMED = 3;
  private static final Set<String> KNOWN =
      Set.of(
          HostPolicy.KIND,
          ManagedPolicy.KIND,
          NadExpander.KIND,
          NodeProviderExpander.KIND,
          DesiredMachine.KIND,
          ObjectFacts.WIRING,
          ObjectFacts.SERVER_CLUSTER);

  private final Preview preview;

  private Verdict(Preview preview) {
    this.preview = preview;
  }

  static String of(Preview preview) {
    var verdict = new Verdict(preview);
    return preview.failed() ? verdict.failure() : verdict.success();
  }

  private String failure() {
    var failed = preview.resources().stream().filter(r -> !r.errors().isEmpty()).toList();
    long problems = failed.stream().flatMap(r -> r.errors().stream()).mapToLong(this::count).sum();
    if (problems == 0) {
      return preview.logs().stream().anyMatch(LogLine::isError)
          ? "The program failed; nothing would be made."
          : "The program ended with exit code " + preview.exitCode() + "; nothing would be made.";
    }
    boolean components = failed.stream().allMatch(PlannedResource::isComponent);
    return Count.of(problems, "problem")
        + " in "
        + Count.of(failed.size(), components ? "component" : "resource")
        + "; nothing would be made.";
  }

  private long count(String message) {
    return Math.max(1, FINDING.matcher(message).results().count());
  }

  private String success() {
    var phrases = new ArrayList<String>();
    phrases.addAll(shortened(bridges(), "bridge"));
    phrases.addAll(shortened(networks(), "attached network"));
    long nodeTypes = objects(NodeProviderExpander.KIND).stream().mapToLong(this::types).sum();
    if (nodeTypes > 0) {
      phrases.add(Count.of(nodeTypes, "node type"));
    }
    phrases.addAll(shortened(patches(), "addition to " + ConfigurationPlace.KUBEVIRT));
    int machines = objects(DesiredMachine.KIND).size();
    if (machines > 0) {
      phrases.add(Count.of(machines, "VM"));
    }
    others().forEach((kind, number) -> phrases.add(number + " " + kind));
    return Count.of(preview.components().size(), "component")
        + ", "
        + Count.of(preview.objects().size(), "object")
        + warnings()
        + (phrases.isEmpty() ? "." : ": " + String.join(", ", phrases) + ".");
  }

  private String warnings() {
    long warnings =
        preview.resources().stream().mapToLong(r -> r.messages(Level.WARNING).size()).sum();
    return warnings == 0 ? "" : ", " + Count.of(warnings, "warning");
  }

  private List<String> bridges() {
    return Stream.of(HostPolicy.KIND, ManagedPolicy.KIND)
        .flatMap(kind -> objects(kind).stream())
        .flatMap(o -> PolicyFacts.of(o).phrases().stream())
        .sorted()
        .toList();
  }

  private List<String> networks() {
    Map<String, Set<String>> namespaces = new TreeMap<>();
    for (var object : objects(NadExpander.KIND)) {
      var facts = new DefinitionFacts(Peek.of(object.inputs()));
      namespaces
          .computeIfAbsent(facts.network(), n -> new LinkedHashSet<>())
          .add(facts.namespace());
    }
    return namespaces.entrySet().stream()
        .map(
            e ->
                e.getKey()
                    + " for "
                    + String.join(" and ", e.getValue().stream().sorted().toList()))
        .toList();
  }

  private List<String> patches() {
    return PatchFacts.KINDS.stream()
        .flatMap(kind -> objects(kind).stream())
        .flatMap(o -> new PatchFacts(Peek.of(o.inputs())).phrases().stream())
        .sorted()
        .toList();
  }

  private long types(PlannedResource provider) {
    return new NodeProviderFacts(Peek.of(provider.inputs())).nodeTypes().size();
  }

  private Map<String, Integer> others() {
    Map<String, Integer> others = new TreeMap<>();
    preview.objects().stream()
        .filter(
            o ->
                !KNOWN.contains(o.kind())
                    && !PatchFacts.KINDS.contains(o.kind())
                    && !belongsToAMachine(o))
        .forEach(o -> others.merge(o.kind(), 1, Integer::sum));
    return new LinkedHashMap<>(others);
  }

  /** Its Secret, which is counted with it. */
  private boolean belongsToAMachine(PlannedResource object) {
    return preview.components().stream()
        .anyMatch(c -> c.urn().equals(object.parent()) && c.kind().equals(DesiredMachine.KIND));
  }

  private List<PlannedResource> objects(String kind) {
    return preview.objects().stream().filter(o -> o.kind().equals(kind)).toList();
  }

  private static List<String> shortened(List<String> phrases, String noun) {
    return phrases.size() <= NAMED ? phrases : List.of(Count.of(phrases.size(), noun));
  }
}
