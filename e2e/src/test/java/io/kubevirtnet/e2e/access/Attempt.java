package io.kubevirtnet.e2e.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.Kubeconfig;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.health.AccessCatalogue;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.cluster.AccessQuestion;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.provider.cluster.NetworkSource;
import io.kubevirtnet.provider.cluster.ObjectQuery;
import io.kubevirtnet.provider.cluster.ObjectSource;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.doctor.Doctor;
import io.kubevirtnet.provider.doctor.Symptom;
import io.kubevirtnet.provider.role.Operation;
import io.kubevirtnet.provider.role.Permission;
import io.kubevirtnet.value.Tree;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does with a user's credentials all that the plugin and the command line do for an operation. */
final class Attempt implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Long enough for four watches to be refused. */
  private static final Duration ROLLOUT = Duration.ofSeconds(4);

  private static final String NMSTATE = "nmstate.io/v1";
  private static final String ENACTMENTS = "nmstate.io/v1beta1";
  private static final String POLICY = "NodeNetworkConfigurationPolicy";
  private static final String ENACTMENT = "NodeNetworkConfigurationEnactment";
  private static final String BRIDGE = "br-roles-it";
  private static final ObjectRef ATTACHMENT =
      ObjectRef.in("default", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "roles-it-user");

  private static final Set<String> LACKING =
      Set.of(
          "nmstates",
          "cdis",
          "ippools",
          "subjectaccessreviews",
          "userdefinednetworks",
          "clusteruserdefinednetworks",
          "sriovnetworks",
          "sriovnetworknodepolicies");

  private final KubeApi admin;
  private final String name;
  private final String node;
  private final Kubeconfig kubeconfig;
  private final Cluster cluster;
  private final MachineSource machines;
  private final NetworkSource networks;
  private final ObjectSource objects;

  /**
   * @param name of what is made
   * @param node where policies of that go
   */
  Attempt(KubeApi admin, Kubeconfig user, String name, String node) {
    this.admin = admin;
    this.name = name;
    this.node = node;
    this.kubeconfig = user;
    var text = Optional.of(user.text());
    cluster = ClusterAccess.open(text, Optional.empty());
    machines = ClusterAccess.machines(text, Optional.empty(), LIMIT);
    networks = ClusterAccess.networks(text, Optional.empty(), LIMIT);
    objects = ClusterAccess.objects(text, Optional.empty(), LIMIT);
  }

  /** A user of the bridge that the policies make. */
  static void prepare(KubeApi admin) {
    admin.delete(ATTACHMENT, "Background");
    var attachment = object(ATTACHMENT);
    attachment
        .putObject("spec")
        .put("config", "{\"type\": \"bridge\", \"bridge\": \"" + BRIDGE + "\"}");
    var unused = admin.create(attachment);
  }

  static void cleanUp(KubeApi admin) {
    admin.delete(ATTACHMENT, "Background");
  }

  /** One thing that is done, and what is said of permissions meanwhile. */
  @FunctionalInterface
  private interface Step {
    List<String> complaints();
  }

  /** All that is refused or left open. */
  List<String> complaints(Operation operation) {
    return steps(operation, Optional.empty()).flatMap(s -> s.complaints().stream()).toList();
  }

  /** The first of them that comes up when one permission is missing. */
  Optional<String> firstComplaint(Operation operation, Permission missing) {
    return steps(operation, Optional.of(missing)).flatMap(s -> s.complaints().stream()).findFirst();
  }

  private Stream<Step> steps(Operation operation, Optional<Permission> missing) {
    return switch (operation) {
      case PREVIEW -> looking();
      case APPLY -> {
        var made =
            MadeKind.ALL.stream()
                .filter(k -> missing.isEmpty() || k.plural().equals(missing.get().resource()))
                .map(k -> (Step) () -> k.make(new KubeApi(kubeconfig), admin, name));
        yield Stream.of(Stream.of(unserved(operation, missing)), made, looking(), writing())
            .flatMap(s -> s);
      }
      case DOCTOR -> Stream.of(unserved(operation, missing), this::examined);
    };
  }

  private Stream<Step> looking() {
    return Stream.of(
        step(cluster::uid),
        step(() -> cluster.nodes(new NodeSelector(Map.of()))),
        step(() -> cluster.reports(List.of(node))),
        step(() -> cluster.reports(IntStream.range(0, 50).mapToObj(i -> "node-" + i).toList())),
        step(() -> cluster.policy(name)),
        step(cluster::policies),
        step(() -> cluster.enactments(name)),
        step(() -> machines.machine("default", name)),
        step(() -> machines.instance("default", name)),
        step(machines::kubeVirt),
        step(machines::plugsNetworks),
        step(() -> machines.running(List.of("default/lan"))),
        step(() -> machines.definition("default", name)),
        step(machines::bridges),
        () -> listed(Optional.empty()),
        step(() -> list("kubevirt.io", "v1", "virtualmachineinstancereplicasets")),
        step(() -> list("pool.kubevirt.io", "v1beta1", "virtualmachinepools")),
        step(() -> list("management.loft.sh", "v1", "nodeproviders")),
        step(() -> list("management.loft.sh", "v1", "nodeclaims")),
        step(() -> list("management.loft.sh", "v1", "nodeenvironments")),
        step(() -> list("management.loft.sh", "v1", "osimages")),
        step(() -> list("management.loft.sh", "v1", "machineconfigtemplates")));
  }

  private Stream<Step> writing() {
    return Stream.of(
        step(() -> cluster.users(List.of(BRIDGE), List.of("a-localnet"))),
        this::createdBesideLeftovers,
        step(this::replaced),
        step(this::awaited),
        this::deletedWithLeftovers);
  }

  private static Step step(Supplier<?> work) {
    return () -> {
      try {
        var unused = work.get();
        return List.of();
      } catch (ClusterProblem problem) {
        if (problem.kind() == Kind.FORBIDDEN) {
          return List.of(String.valueOf(problem.getMessage()));
        }
        throw problem;
      }
    };
  }

  /** What lists of network attachments leave out. */
  List<String> listed(Optional<String> namespace) {
    try {
      return networks.read(namespace).notRead();
    } catch (ClusterProblem problem) {
      return List.of(String.valueOf(problem.getMessage()));
    }
  }

  private List<?> list(String group, String version, String plural) {
    try {
      return objects.list(
          new ObjectQuery(group, version, plural, Optional.empty()), UnaryOperator.identity());
    } catch (ClusterProblem problem) {
      if (problem.kind() == Kind.NO_SUCH_KIND) {
        throw new AssertionError("The cluster has no " + plural, problem);
      }
      throw problem;
    }
  }

  private List<String> examined() {
    return Doctor.examine("it", objects, Optional.empty(), Clock.systemUTC()).checkups().stream()
        .flatMap(
            c ->
                Stream.concat(
                    c.notChecked().stream().filter(n -> n.contains("not allowed")),
                    c.symptoms().stream()
                        .map(Symptom::finding)
                        .filter(f -> f.code().equals(AccessCatalogue.NOT_READABLE.code()))
                        .map(Finding::what)))
        .toList();
  }

  /** Nobody can do anything with kinds that this cluster lacks: only the authorizer is asked. */
  private Step unserved(Operation operation, Optional<Permission> missing) {
    return () ->
        missing.map(List::of).orElseGet(operation::permissions).stream()
            .filter(p -> LACKING.contains(p.resource()))
            .filter(p -> !objects.mayI(question(p)))
            .map(Permission::toString)
            .toList();
  }

  private static AccessQuestion question(Permission permission) {
    return new AccessQuestion(
        permission.verb(), permission.group(), permission.resource(), Optional.empty());
  }

  private List<String> createdBesideLeftovers() {
    leaveEnactment();
    var complaints = step(() -> cluster.create(policy(1500))).complaints();
    return complaints.isEmpty() ? leftovers() : complaints;
  }

  private Policy replaced() {
    admin.setStatus(
        ObjectRef.cluster(NMSTATE, POLICY, name),
        json(
            """
            {"conditions": [{"type": "Available", "status": "True", "reason": "SuccessfullyConfigured"}]}
            """));
    var read = cluster.policy(name).orElseThrow();
    return cluster.replace(
        new Policy(
            read.name(),
            read.annotations(),
            policy(9000).spec(),
            read.uid(),
            read.resourceVersion(),
            read.generation(),
            read.inProgress()));
  }

  private Object awaited() {
    var read = cluster.policy(name).orElseThrow();
    return cluster.await(read, read.generation(), ROLLOUT, line -> {});
  }

  private List<String> deletedWithLeftovers() {
    leaveEnactment();
    var complaints =
        step(() -> {
              cluster.delete(name);
              return name;
            })
            .complaints();
    return complaints.isEmpty() ? leftovers() : complaints;
  }

  /** Of a node that is gone, so that no handler removes it. */
  private void leaveEnactment() {
    var enactment = object(ObjectRef.cluster(ENACTMENTS, ENACTMENT, "gone." + name));
    enactment
        .withObject("/metadata/labels")
        .put("nmstate.io/policy", name)
        .put("nmstate.io/node", "gone");
    var unused = admin.create(enactment);
  }

  private List<String> leftovers() {
    return admin.list(ENACTMENTS, ENACTMENT, "nmstate.io/policy=" + name).stream()
        .map(o -> "left behind: " + o.at("/metadata/name").asText())
        .toList();
  }

  private Policy policy(int mtu) {
    var bridge = Tree.of("name", BRIDGE).with("type", "linux-bridge").with("mtu", mtu);
    var spec =
        Tree.of("nodeSelector", Tree.of(node, "yes"))
            .with("maxUnavailable", 1)
            .with("desiredState", Tree.of("interfaces", Tree.items(bridge)));
    return new Policy(name, Map.of("kubevirtnet.io/owner", "me"), spec, "", "", 0, false);
  }

  static ObjectNode object(ObjectRef ref) {
    var object =
        JSON.createObjectNode().put("apiVersion", ref.apiVersion()).put("kind", ref.kind());
    var metadata = object.putObject("metadata").put("name", ref.name());
    ref.namespace().ifPresent(n -> metadata.put("namespace", n));
    return object;
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    cluster.close();
    machines.close();
    networks.close();
    objects.close();
    for (var left :
        List.of(
            ObjectRef.cluster(NMSTATE, POLICY, name),
            ObjectRef.cluster(ENACTMENTS, ENACTMENT, "gone." + name))) {
      admin.delete(left, "Background");
    }
    MadeKind.ALL.forEach(k -> k.remove(admin, name));
  }
}
