package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.manifest.NodeStates.NodeState;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks objects together: what the later one does to an earlier one is found, too. */
public final class ManifestCheck {
  /** Stands for the one cluster that all the objects go to. */
  static final Object CLUSTER = "cluster";

  /** What the rules note where a value could not be read; there is a finding for it already. */
  private static final String UNREADABLE = "known after apply";

  /**
   * What objects are looked at with.
   *
   * @param nodes what nodes have; none when nobody knows
   * @param managementAllowed that a management interface is touched is meant so
   */
  public record Scene(Run run, List<NodeState> nodes, boolean managementAllowed) {
    public Scene {
      nodes = List.copyOf(nodes);
    }
  }

  /** The rules for one kind of object. */
  @FunctionalInterface
  private interface Rules {
    void check(KubernetesObject object, Scene scene, Report report);
  }

  private static final Map<String, Rules> BY_KIND =
      Map.of(
          kind(HostPolicy.API_VERSION, HostPolicy.KIND), PolicyManifest::check,
          kind(NadExpander.API_VERSION, NadExpander.KIND),
              (object, scene, report) -> DefinitionManifest.check(object, scene.run(), report),
          kind(NodeProviderExpander.API_VERSION, NodeProviderExpander.KIND),
              (object, scene, report) -> NodeProviderManifest.check(object, scene.run(), report));

  private ManifestCheck() {}

  public static List<CheckedObject> check(List<KubernetesObject> objects) {
    return check(objects, List.of(), false);
  }

  /** One object as a cluster has it. */
  public static CheckedObject check(Fields object) {
    return KubernetesObject.of(object)
        .map(o -> check(List.of(o)).get(0))
        .orElseThrow(() -> new IllegalArgumentException("no Kubernetes object"));
  }

  public static List<CheckedObject> check(
      List<KubernetesObject> objects, List<NodeState> nodes, boolean managementAllowed) {
    var scene = new Scene(new Run(), nodes, managementAllowed);
    var made = objects.stream().flatMap(ManifestCheck::made).collect(Collectors.toSet());
    return objects.stream().map(o -> check(o, scene, made)).toList();
  }

  /** The notes that are wrong where other objects of the same check make what is missed. */
  private static Stream<String> made(KubernetesObject object) {
    var reference = object.reference();
    return switch (reference.kind()) {
      case HostPolicy.KIND ->
          PolicyManifest.bridges(object).stream().map(b -> "bridge " + b + " is not managed here");
      case NadExpander.KIND ->
          Stream.of(
              "attachment %s/%s is not managed here"
                  .formatted(reference.namespace(), reference.name()));
      default -> Stream.empty();
    };
  }

  private static CheckedObject check(KubernetesObject object, Scene scene, Set<String> managed) {
    var rules = BY_KIND.get(kind(object.apiVersion(), object.reference().kind()));
    if (rules == null) {
      return new CheckedObject(object.reference(), false, List.of(), List.of("this kind"));
    }
    var report = new Report();
    rules.check(object, scene, report);
    return new CheckedObject(
        object.reference(),
        true,
        report.findings().stream().distinct().map(f -> f.about(object.reference())).toList(),
        report.notChecked().stream()
            .filter(n -> !managed.contains(n.why()) && !n.why().equals(UNREADABLE))
            .map(Report.NotChecked::toString)
            .toList());
  }

  /** Versions of a group differ in nothing that a rule looks at. */
  private static String kind(String apiVersion, String kind) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/'))) + "/" + kind;
  }
}
