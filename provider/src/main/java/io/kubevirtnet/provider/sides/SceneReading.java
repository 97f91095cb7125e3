package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PlanScene;
import io.kubevirtnet.provider.plan.PlannedNode;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.wiring.LiveMachine;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What objects of a cluster say about what is to come, wherever they were read from: nodes with
 * what they report, which machines run, and what stays beside the two sides.
 */
public final class SceneReading {
  static final String STATE = "NodeNetworkState";
  private static final String NODE = "Node";
  private static final String KUBEVIRT = "KubeVirt";
  private static final String POD = "Pod";
  static final String CONTROLLER = "dynamic-networks-controller";

  /** They tell of the cluster, and are nothing that a definition or a machine hangs on. */
  private static final Set<String> NO_OTHERS =
      Set.of(
          NODE, STATE, KUBEVIRT, POD, "DaemonSet", "NMState", "NodeNetworkConfigurationEnactment");

  private final Map<ObjectReference, KubernetesObject> cluster = new LinkedHashMap<>();
  private final Set<ObjectReference> declared;
  private final boolean releaseIsGiven;
  private final Scene rules;

  private SceneReading(
      Collection<KubernetesObject> cluster,
      Scene rules,
      boolean releaseIsGiven,
      Collection<ObjectReference> declared) {
    cluster.forEach(o -> this.cluster.put(o.reference(), o));
    this.rules = rules;
    this.releaseIsGiven = releaseIsGiven;
    this.declared = new HashSet<>(declared);
  }

  /**
   * For two sides; the release of KubeVirt is the one that the cluster says it has.
   *
   * @param cluster its objects, in any order; the later of two with one name counts
   */
  public static PlanScene of(
      Collection<KubernetesObject> cluster, Scene rules, Side before, Side after) {
    return of(cluster, rules, declared(before, after));
  }

  /**
   * The same for whatever is declared.
   *
   * @param declared objects of the two sides; what the cluster has of these is none of the others
   */
  public static PlanScene of(
      Collection<KubernetesObject> cluster, Scene rules, Collection<ObjectReference> declared) {
    return of(cluster, rules, false, declared, List.of());
  }

  /**
   * The same.
   *
   * @param releaseIsGiven the release of KubeVirt in the rules is what somebody asked for, whatever
   *     the cluster has
   * @param notChecked what could not be read
   */
  public static PlanScene of(
      Collection<KubernetesObject> cluster,
      Scene rules,
      boolean releaseIsGiven,
      Collection<ObjectReference> declared,
      List<NotChecked> notChecked) {
    return new SceneReading(cluster, rules, releaseIsGiven, declared).scene(notChecked);
  }

  /** It reports what a cluster does, and nobody declares it. */
  public static boolean isReport(KubernetesObject object) {
    var kind = object.reference().kind();
    return object.group().isEmpty() && (kind.equals(NODE) || kind.equals(POD))
        || object.group().equals("nmstate.io")
            && !kind.equals("NodeNetworkConfigurationPolicy")
            && !kind.equals("NMState");
  }

  /** All that the sides name. */
  public static Set<ObjectReference> declared(Side before, Side after) {
    var declared = new HashSet<ObjectReference>();
    Stream.of(before, after)
        .flatMap(s -> s.objects().stream())
        .map(PlannedObject::reference)
        .forEach(declared::add);
    return declared;
  }

  private PlanScene scene(List<NotChecked> notChecked) {
    return new PlanScene(nodes(), others(), machines(), rules(), notChecked);
  }

  private List<PlannedNode> nodes() {
    var names = new TreeSet<String>();
    of(NODE, "").forEach(o -> names.add(o.reference().name()));
    of(STATE, "nmstate.io").forEach(o -> names.add(o.reference().name()));
    return names.stream().map(this::node).toList();
  }

  private PlannedNode node(String name) {
    var node = named(NODE, name);
    var state =
        named(STATE, name)
            .flatMap(s -> root(s).get("status", "currentState").tree())
            .filter(Fields.class::isInstance)
            .map(t -> new NetworkState((Fields) t));
    return new PlannedNode(
        name,
        node.map(n -> texts(root(n).get("metadata", "labels"))),
        node.stream()
            .flatMap(n -> root(n).get("status", "addresses").items().stream())
            .filter(a -> a.get("type").is("InternalIP"))
            .flatMap(a -> a.get("address").text().stream())
            .toList(),
        node.map(SceneReading::isReady).orElse(true),
        state);
  }

  /** A node whose condition nobody wrote down is as good as any. */
  private static boolean isReady(KubernetesObject node) {
    return root(node).get("status", "conditions").items().stream()
        .filter(c -> c.get("type").is("Ready"))
        .findFirst()
        .map(c -> c.get("status").is("True"))
        .orElse(true);
  }

  private static Map<String, String> texts(Part map) {
    var texts = new TreeMap<String, String>();
    if (map.tree().orElse(Fields.EMPTY) instanceof Fields fields) {
      fields.fields().keySet().forEach(k -> map.get(k).text().ifPresent(v -> texts.put(k, v)));
    }
    return texts;
  }

  private List<KubernetesObject> others() {
    return cluster.values().stream()
        .filter(o -> !NO_OTHERS.contains(o.reference().kind()) || isOfThePlatform(o))
        .filter(o -> !isDeclared(o.reference()) && !runsForAnother(o))
        .sorted(Comparator.comparing((KubernetesObject o) -> o.reference().toString()))
        .toList();
  }

  /** The platform has kinds of such names as well. */
  private static boolean isOfThePlatform(KubernetesObject object) {
    return object.group().endsWith("loft.sh");
  }

  /** What is declared without a namespace goes to the default one. */
  private boolean isDeclared(ObjectReference there) {
    return declared.contains(there) || isDefault(there) && declared.contains(unplaced(there));
  }

  private static boolean isDefault(ObjectReference reference) {
    return reference.namespace().equals("default");
  }

  private static ObjectReference unplaced(ObjectReference reference) {
    return new ObjectReference(reference.kind(), "", reference.name());
  }

  /** The running instance of a machine says what its machine says already. */
  private boolean runsForAnother(KubernetesObject object) {
    return object.reference().kind().equals(MachineReading.INSTANCE)
        && (cluster.containsKey(MachineReading.machineOf(object.reference()))
            || root(object).get("metadata", "ownerReferences").items().stream()
                .anyMatch(o -> o.get("kind").is(MachineReading.MACHINE)));
  }

  private Map<ObjectReference, MachineFacts> machines() {
    var reading = new MachineReading(cluster, rules().cluster().dynamicNetworks());
    var machines = new HashMap<ObjectReference, MachineFacts>();
    for (var object : cluster.values()) {
      reading
          .facts(object)
          .ifPresent(
              facts -> {
                var there = object.reference();
                machines.put(there, facts);
                if (isDefault(there) && declared.contains(unplaced(there))) {
                  machines.put(unplaced(there), facts);
                }
              });
    }
    return machines;
  }

  private Scene rules() {
    var kubeVirt = of(KUBEVIRT, "kubevirt.io").map(KubernetesObject::fields).findFirst();
    var plugs = rules.cluster().dynamicNetworks().or(this::plugsNetworks);
    var configuration =
        new LiveMachine(Optional.empty(), Optional.empty(), kubeVirt, plugs)
            .configuration(rules.cluster(), releaseIsGiven);
    return rules.of(
        configuration.withUpdates(
            configuration.rolloutStrategy(), configuration.workloadUpdateMethods(), plugs));
  }

  /** Nothing when the controller is not among the objects: then nobody may have looked. */
  private Optional<Boolean> plugsNetworks() {
    return cluster.values().stream().anyMatch(SceneReading::isController)
        ? Optional.of(true)
        : Optional.empty();
  }

  private static boolean isController(KubernetesObject object) {
    return root(object).get("metadata", "labels", "app").is(CONTROLLER)
        || object.reference().kind().equals("DaemonSet")
            && object.reference().name().contains(CONTROLLER);
  }

  private Stream<KubernetesObject> of(String kind, String group) {
    return cluster.values().stream()
        .filter(o -> o.reference().kind().equals(kind) && o.group().equals(group));
  }

  private Optional<KubernetesObject> named(String kind, String name) {
    return Optional.ofNullable(cluster.get(new ObjectReference(kind, "", name)));
  }

  static Part root(KubernetesObject object) {
    Tree fields = object.fields();
    return Part.of(PropertyPath.ROOT, fields);
  }
}
