package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.ClusterRules;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.manifest.NodeStates.NodeState;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
   * @param isolation how far Multus lets machines reach
   * @param cluster the KubeVirt that machines are for
   * @param upstreamOnly only what an upstream validator says is wanted
   * @param usedByMachines the definitions that some machine has beside its default network, as
   *     namespace/name
   */
  public record Scene(
      Run run,
      List<NodeState> nodes,
      boolean managementAllowed,
      Isolation isolation,
      ClusterConfiguration cluster,
      boolean upstreamOnly,
      Set<String> usedByMachines) {

    public Scene {
      nodes = List.copyOf(nodes);
      usedByMachines = Set.copyOf(usedByMachines);
    }

    /** Nobody said anything but the release of KubeVirt. */
    public static Scene of(KubeVirtRelease release, boolean upstreamOnly) {
      return new Scene(
          new Run(),
          List.of(),
          false,
          Isolation.OFF,
          ClusterConfiguration.of(release),
          upstreamOnly,
          Set.of());
    }

    /** Nothing else is known of the cluster. */
    static Scene of() {
      return of(KubeVirtRelease.newest(), false);
    }

    /** With what is known of nodes and of Multus. */
    public Scene on(List<NodeState> nodes, boolean managementAllowed, Isolation isolation) {
      return new Scene(
          run, nodes, managementAllowed, isolation, cluster, upstreamOnly, usedByMachines);
    }

    /** The same, for objects that no other is joined with. */
    Scene alone() {
      return new Scene(
          new Run(), nodes, managementAllowed, isolation, cluster, upstreamOnly, usedByMachines);
    }

    /**
     * What objects say of each other: a default network must give addresses, which other networks
     * of machines should not, and a KubeVirt is the one that the machines are for.
     */
    private Scene of(List<KubernetesObject> objects) {
      var used =
          objects.stream()
              .flatMap(o -> definitionsOf(o).stream())
              .filter(u -> !u.isDefault())
              .flatMap(u -> u.definition().known().stream())
              .collect(Collectors.toSet());
      var kubeVirt =
          objects.stream()
              .filter(o -> kindOf(o).equals(KUBEVIRT))
              .findFirst()
              .map(o -> ClusterConfiguration.of(cluster.release(), o.fields()))
              .orElse(cluster);
      return new Scene(run, nodes, managementAllowed, isolation, kubeVirt, upstreamOnly, used);
    }
  }

  /** The definitions that an object attaches machines to; none for most. */
  static List<DefinitionUse> definitionsOf(KubernetesObject object) {
    var kind = kindOf(object);
    if (kind.equals(NODE_PROVIDER)) {
      return NodeProviderManifest.definitions(object);
    }
    return machineOf(object)
        .map(machine -> MachineManifest.definitions(object, machine))
        .orElse(List.of());
  }

  static boolean isDefinition(KubernetesObject object) {
    return kindOf(object).equals(DEFINITION);
  }

  /** The rules for one kind of object. */
  @FunctionalInterface
  private interface Rules {
    void check(KubernetesObject object, Scene scene, Report report);
  }

  private static final String POLICY = kind(HostPolicy.API_VERSION, HostPolicy.KIND);
  private static final String DEFINITION = kind(NadExpander.API_VERSION, NadExpander.KIND);

  private static final String NODE_PROVIDER =
      kind(NodeProviderExpander.API_VERSION, NodeProviderExpander.KIND);

  private static final String KUBEVIRT = kind("kubevirt.io/v1", "KubeVirt");

  private static final Map<String, Rules> BY_KIND = rules();

  private ManifestCheck() {}

  public static List<CheckedObject> check(List<KubernetesObject> objects) {
    return check(objects, Scene.of());
  }

  /** One object as a cluster has it. */
  public static CheckedObject check(Fields object) {
    return KubernetesObject.of(object)
        .map(o -> check(List.of(o)).get(0))
        .orElseThrow(() -> new IllegalArgumentException("no Kubernetes object"));
  }

  /**
   * In the order of the objects. What others are judged by is looked at first: policies, then the
   * definitions that join their bridges, then whoever uses these.
   */
  public static List<CheckedObject> check(List<KubernetesObject> objects, Scene scene) {
    if (objects.size() == 1) {
      return List.of(check(objects.get(0), scene));
    }
    var together = scene.of(objects);
    var checked = new CheckedObject[objects.size()];
    for (var phase : Phase.values()) {
      for (int i = 0; i < checked.length; i++) {
        if (Phase.of(objects.get(i)) == phase) {
          checked[i] = check(objects.get(i), together);
        }
      }
      phase.end(scene.run());
    }
    return List.of(checked);
  }

  /** Who is looked at when. */
  private enum Phase {
    POLICIES {
      @Override
      void end(Run run) {
        run.policiesAreComplete();
      }
    },
    DEFINITIONS {
      @Override
      void end(Run run) {
        run.definitionsAreComplete();
      }
    },
    USERS;

    static Phase of(KubernetesObject object) {
      var kind = kindOf(object);
      return kind.equals(POLICY) ? POLICIES : kind.equals(DEFINITION) ? DEFINITIONS : USERS;
    }

    void end(Run run) {}
  }

  private static CheckedObject check(KubernetesObject object, Scene scene) {
    var rules = BY_KIND.get(kindOf(object));
    if (rules == null) {
      return new CheckedObject(object.reference(), false, List.of(), List.of("this kind"));
    }
    var report = new Report();
    rules.check(object, scene, report);
    return new CheckedObject(
        object.reference(), true, findings(object, scene, report), notChecked(report));
  }

  /** An upstream validator may say one thing several times, and then each counts. */
  private static List<Finding> findings(KubernetesObject object, Scene scene, Report report) {
    var findings = new ArrayList<Finding>();
    var seen = new HashSet<Finding>();
    for (var finding : report.findings()) {
      if (finding.upstream().isPresent() || !scene.upstreamOnly() && seen.add(finding)) {
        findings.add(finding.about(object.reference()));
      }
    }
    return findings;
  }

  private static List<String> notChecked(Report report) {
    return report.notChecked().stream()
        .filter(n -> !n.why().equals(UNREADABLE))
        .map(Report.NotChecked::toString)
        .toList();
  }

  private static Map<String, Rules> rules() {
    var rules = new HashMap<String, Rules>();
    rules.put(POLICY, PolicyManifest::check);
    rules.put(DEFINITION, DefinitionManifest::check);
    rules.put(NODE_PROVIDER, NodeProviderManifest::check);
    rules.put(KUBEVIRT, ManifestCheck::kubeVirt);
    for (var machine : MachineKind.values()) {
      rules.put(
          machine.group() + "/" + machine.wire(),
          (object, scene, report) -> MachineManifest.check(object, machine, scene, report));
    }
    return Map.copyOf(rules);
  }

  private static void kubeVirt(KubernetesObject object, Scene scene, Report report) {
    ClusterRules.check(object.fields(), scene.cluster().release(), report);
    report.notChecked(PropertyPath.ROOT, "all but its network settings and feature gates");
  }

  private static Optional<MachineKind> machineOf(KubernetesObject object) {
    return MachineKind.of(object.group(), object.reference().kind());
  }

  private static String kindOf(KubernetesObject object) {
    return kind(object.apiVersion(), object.reference().kind());
  }

  /** Versions of a group differ in nothing that a rule looks at. */
  private static String kind(String apiVersion, String kind) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/'))) + "/" + kind;
  }
}
