package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.kubevirt.ClusterRules;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.vcluster.PlatformRelease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks objects together: what the later one does to an earlier one is found, too. */
public final class ManifestCheck {
  /** Stands for the one cluster that all the objects go to. */
  static final Object CLUSTER = "cluster";

  /** What the rules note where a value could not be read; there is a finding for it already. */
  private static final String UNREADABLE = "known after apply";

  /** The definitions that an object attaches machines to; none for most. */
  public static List<DefinitionUse> definitionsOf(KubernetesObject object) {
    if (PlatformKind.of(object).filter(PlatformKind.NODE_PROVIDER::equals).isPresent()) {
      return PlatformManifest.of(List.of(object), PlatformRelease.newest()).definitions();
    }
    return machineOf(object)
        .map(machine -> MachineManifest.definitions(object, machine))
        .orElse(List.of());
  }

  public static boolean isDefinition(KubernetesObject object) {
    return kindOf(object).equals(DEFINITION);
  }

  /** The rules for one kind of object. */
  @FunctionalInterface
  private interface Rules {
    void check(KubernetesObject object, Scene scene, Report report);
  }

  private static final String POLICY = kind(HostPolicy.API_VERSION, HostPolicy.KIND);
  private static final String DEFINITION = kind(NadExpander.API_VERSION, NadExpander.KIND);

  static final String KUBEVIRT = kind("kubevirt.io/v1", "KubeVirt");

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
    return inPhases(objects, scene.joining(objects), o -> true);
  }

  /**
   * The same with objects that are known to the scene.
   *
   * @param which of the others nothing is said
   */
  public static List<CheckedObject> inPhases(
      List<KubernetesObject> objects, Scene together, Predicate<KubernetesObject> which) {
    var checked = new CheckedObject[objects.size()];
    for (var phase : Phase.values()) {
      for (int i = 0; i < checked.length; i++) {
        var object = objects.get(i);
        if (Phase.of(object) == phase) {
          checked[i] =
              which.test(object)
                  ? check(object, together)
                  : new CheckedObject(object.reference(), true, List.of(), List.of());
        }
      }
      phase.end(together.run());
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
    USERS,
    CLAIMS,
    /** Told as well what is wrong with machines, and stands in them. */
    PARTS_OF_NODES;

    static Phase of(KubernetesObject object) {
      var kind = kindOf(object);
      if (kind.equals(POLICY) || kind.equals(DEFINITION)) {
        return kind.equals(POLICY) ? POLICIES : DEFINITIONS;
      }
      return PlatformKind.of(object).map(Phase::of).orElse(USERS);
    }

    private static Phase of(PlatformKind kind) {
      return switch (kind) {
        case NODE_PROVIDER -> USERS;
        case NODE_CLAIM -> CLAIMS;
        case NODE_ENVIRONMENT, OS_IMAGE, CONFIG_TEMPLATE -> PARTS_OF_NODES;
      };
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
        object.reference(), true, findings(object, scene, report), notChecked(report.notChecked()));
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

  static List<String> notChecked(List<Report.NotChecked> notes) {
    return notes.stream()
        .filter(n -> !n.why().equals(UNREADABLE))
        .map(Report.NotChecked::toString)
        .toList();
  }

  private static Map<String, Rules> rules() {
    var rules = new HashMap<String, Rules>();
    rules.put(POLICY, PolicyManifest::check);
    rules.put(DEFINITION, DefinitionManifest::check);
    for (var platform : PlatformKind.values()) {
      for (var group : PlatformKind.GROUPS) {
        rules.put(group + "/" + platform.kind(), PlatformManifest::check);
      }
    }
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

  public static String kindOf(KubernetesObject object) {
    return kind(object.apiVersion(), object.reference().kind());
  }

  /** Versions of a group differ in nothing that a rule looks at. */
  private static String kind(String apiVersion, String kind) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/'))) + "/" + kind;
  }
}
