package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KubernetesClusterTest {
  private static final Policy WANTED =
      new Policy(
          "br1",
          Map.of("kubevirtnet.io/owner", "me"),
          Tree.of("desiredState", Tree.of("interfaces", Tree.items())),
          "",
          "",
          0,
          false);

  private final FakeApiServer server = new FakeApiServer();
  private final KubernetesCluster cluster = server.open(Patiences.QUICK);

  @AfterEach
  void close() {
    cluster.close();
    server.close();
  }

  @Test
  void isToldByTheUidOfKubeSystem() {
    server.put(ApiKind.NAMESPACES, "{\"metadata\": {\"name\": \"kube-system\", \"uid\": \"k\"}}");

    assertThat(cluster.uid()).isEqualTo("k");
  }

  @Test
  void letsTheServerSelectNodesAndReadsThemInPages() {
    IntStream.range(0, 1_100).forEach(i -> node("w" + i, "worker"));
    node("cp", "control-plane");
    handler("w7", "Running");
    handler("w8", "Pending");

    var nodes = cluster.nodes(new NodeSelector(Map.of("role", "worker")));

    assertThat(nodes).hasSize(1_100).extracting(ClusterNode::name).startsWith("w0", "w1", "w2");
    assertThat(nodes)
        .filteredOn(ClusterNode::handled)
        .extracting(ClusterNode::name)
        .containsExactly("w7");
    assertThat(nodes.get(7))
        .isEqualTo(
            new ClusterNode("w7", Map.of("role", "worker"), true, true, List.of("10.0.0.1")));
    assertThat(server.requests("/api/v1/nodes"))
        .hasSize(3)
        .allMatch(r -> r.contains("labelSelector=role%3Dworker") && r.contains("limit=500"));
    assertThat(server.requests("/api/v1/pods"))
        .allMatch(r -> r.contains("labelSelector=component%3Dkubernetes-nmstate-handler"));
  }

  @Test
  void readsFewReportsOneByOneAndManyAsAList() {
    IntStream.range(0, 30).forEach(i -> report("w" + i));

    assertThat(cluster.reports(List.of("w2", "w1", "absent"))).containsOnlyKeys("w1", "w2");
    assertThat(server.requests("nodenetworkstates?")).isEmpty();

    var many = IntStream.range(0, 25).mapToObj(i -> "w" + i).toList();
    assertThat(cluster.reports(many)).hasSize(25).doesNotContainKey("w29");
    assertThat(server.requests("nodenetworkstates?")).hasSize(1);
  }

  @Test
  void aReportHasTheStateAndItsVersion() {
    report("w1");

    var report = cluster.reports(List.of("w1")).values().iterator().next();

    assertThat(report.state().find("eth0")).isPresent();
    assertThat(report.nmstateVersion()).contains("2.2.48");
    assertThat(report.updated()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, FakeApiServer.Fault.DROP})
  void triesAgainWhatIsTemporary(int fault) {
    IntStream.range(0, 3).forEach(i -> server.fault("GET", fault));

    assertThat(cluster.policy("br1")).isEmpty();
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    server.busy("GET", 429, 1);
    long start = System.nanoTime();

    cluster.policy("br1");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void createsWhatIsWritten() {
    var created = cluster.create(WANTED);

    assertThat(created.generation()).isEqualTo(1);
    assertThat(created.uid()).isNotEmpty();
    assertThat(created.inProgress()).isTrue();
    assertThat(cluster.policy("br1")).contains(created);
    assertThat(cluster.policies()).containsExactly(created);
  }

  @Test
  void refusesToCreateWhatSomebodyElseHas() {
    cluster.create(WANTED);

    assertProblem(() -> cluster.create(WANTED), Kind.EXISTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, FakeApiServer.Fault.DROP})
  void knowsItsOwnCreationWhenTheAnswerWasLost(int fault) {
    server.faultAfterwards("POST", fault);

    var created = cluster.create(WANTED);

    assertThat(created.annotations()).isEqualTo(WANTED.annotations());
    assertThat(server.requests("POST")).hasSize(2);
  }

  @Test
  void doesNotTakeSomebodyElsesCreationForItsOwn() {
    server.put(
        ApiKind.POLICIES,
        "{\"metadata\": {\"name\": \"br1\", \"annotations\": {\"kubevirtnet.io/owner\": \"you\"}}}");
    server.fault("POST", 500);

    assertProblem(() -> cluster.create(WANTED), Kind.EXISTS);
  }

  @Test
  void replacesWhatItRead() {
    var created = cluster.create(WANTED);

    var replaced = cluster.replace(changed(created));

    assertThat(replaced.generation()).isEqualTo(2);
    assertThat(replaced.annotations()).containsEntry("kubevirtnet.io/owner", "changed");
    assertThat(replaced.uid()).isEqualTo(created.uid());
  }

  @Test
  void knowsItsOwnReplacementWhenTheAnswerWasLost() {
    var created = cluster.create(WANTED);
    server.faultAfterwards("PUT", 500);

    assertThat(cluster.replace(changed(created)).generation()).isEqualTo(2);
  }

  @Test
  void doesNotReplaceWhatSomebodyElseChanged() {
    var created = cluster.create(WANTED);
    server.put(ApiKind.POLICIES, "{\"metadata\": {\"name\": \"br1\"}}");

    assertProblem(() -> cluster.replace(changed(created)), Kind.CONFLICT);
  }

  @Test
  void deletesAndIsFineWhenThereIsNone() {
    cluster.create(WANTED);

    cluster.delete("br1");
    cluster.delete("br1");

    assertThat(cluster.policy("br1")).isEmpty();
  }

  @Test
  void doesNotWaitForHandlersOfNodesThatAreNotReady() {
    cluster.create(WANTED);
    server.put(ApiKind.NODES, "{\"metadata\": {\"name\": \"w1\"}}");
    server.put(
        ApiKind.ENACTMENTS,
        "{\"metadata\": {\"name\": \"w1.br1\", \"labels\": {\"nmstate.io/policy\": \"br1\","
            + " \"nmstate.io/node\": \"w1\"}}}");

    cluster.delete("br1");

    assertThat(server.requests("enactments?").filter(r -> r.contains("limit=500"))).hasSize(1);
    assertThat(cluster.enactments("br1")).isEmpty();
  }

  @Test
  void deletesAgainAfterAConflictOfTheMoment() {
    cluster.create(WANTED);
    server.fault("DELETE", 409);

    cluster.delete("br1");

    assertThat(cluster.policy("br1")).isEmpty();
  }

  @Test
  void anEnactmentThatNobodyRemovedDoesNotSpeakForTheNextPolicyOfThatName() {
    server.put(
        ApiKind.ENACTMENTS,
        "{\"metadata\": {\"name\": \"w1.br1\", \"labels\": {\"nmstate.io/policy\": \"br1\"}},"
            + " \"status\": {\"policyGeneration\": 1}}");
    assertThat(cluster.enactments("br1")).hasSize(1);

    cluster.create(WANTED);

    assertThat(cluster.enactments("br1")).isEmpty();
  }

  @Test
  void saysThatNmstateIsNotInstalled() {
    server.unknownKind("nmstate.io");

    assertProblem(() -> cluster.policies(), Kind.NO_SUCH_KIND);
    assertProblem(() -> cluster.policy("br1"), Kind.NO_SUCH_KIND);
    assertProblem(() -> cluster.create(WANTED), Kind.NO_SUCH_KIND);
  }

  @Test
  void saysSoonThatNobodyAnswersAtFirst() {
    server.close();
    try (var impatient = server.open(Patiences.impatient(Duration.ofMillis(300)))) {
      assertThatThrownBy(impatient::uid)
          .isInstanceOfSatisfying(
              ClusterProblem.class, p -> assertThat(p.kind()).isEqualTo(Kind.UNREACHABLE))
          .hasMessageContaining("http://127.0.0.1")
          .hasMessageNotContaining("very-secret");
    }
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotCome() {
    server.fault("GET", FakeApiServer.Fault.HANG);
    try (var impatient = server.open(Patiences.impatient(Duration.ofMillis(300)))) {
      assertProblem(impatient::uid, Kind.UNREACHABLE);
    }
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    server.fault("GET", FakeApiServer.Fault.HANG);
    var thread = new Thread(() -> assertProblem(cluster::policies, Kind.CANCELLED));
    var failure = new java.util.concurrent.CompletableFuture<Optional<Throwable>>();
    thread.setUncaughtExceptionHandler((t, e) -> failure.complete(Optional.of(e)));
    thread.start();
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    cluster.close();

    thread.join();
    failure.complete(Optional.empty());
    assertThat(failure.get()).isEmpty();
  }

  @Test
  void interruptingEndsWhatIsUnderWay() {
    Thread.currentThread().interrupt();

    assertProblem(cluster::policies, Kind.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void findsWhatUsesABridge() {
    attachment("vms", "lan", "{\\\"type\\\": \\\"bridge\\\", \\\"bridge\\\": \\\"br1\\\"}");
    attachment("vms", "other", "{\\\"type\\\": \\\"bridge\\\", \\\"bridge\\\": \\\"br2\\\"}");
    machine("vm1", "lan", "Running");
    machine("vm2", "vms/lan", "Scheduling");
    machine("vm3", "lan", "Succeeded");
    machine("vm4", "other", "Running");
    server.unknownKind("k8s.ovn.org");

    assertThat(cluster.users(List.of("br1"), List.of()))
        .containsExactly(
            new BridgeUser("NetworkAttachmentDefinition", "vms", "lan", "br1", false),
            new BridgeUser("VirtualMachineInstance", "vms", "vm1", "br1", false),
            new BridgeUser("VirtualMachineInstance", "vms", "vm2", "br1", false));
  }

  @Test
  void findsWhatUsesALocalnet() {
    server.put(
        ApiKind.CLUSTER_NETWORKS,
        "{\"metadata\": {\"name\": \"lan\", \"deletionTimestamp\": \"2026-01-01T00:00:00Z\"},"
            + " \"spec\": {\"network\": {\"topology\": \"Localnet\","
            + " \"localnet\": {\"physicalNetworkName\": \"physnet\"}}}}");

    assertThat(cluster.users(List.of(), List.of("physnet")))
        .containsExactly(new BridgeUser("ClusterUserDefinedNetwork", "", "lan", "physnet", true));
  }

  @Test
  void hasNoUsersWhereTheKindsDoNotExist() {
    server.unknownKind("/apis/");

    assertThat(cluster.users(List.of("br1"), List.of())).isEmpty();
  }

  private static Policy changed(Policy policy) {
    return new Policy(
        policy.name(),
        Map.of("kubevirtnet.io/owner", "changed"),
        Tree.of("desiredState", Tree.of("interfaces", Tree.items(Tree.of("mtu", 9000)))),
        policy.uid(),
        policy.resourceVersion(),
        policy.generation(),
        policy.inProgress());
  }

  private void node(String name, String role) {
    server.put(
        ApiKind.NODES,
        """
        {"metadata": {"name": "%s", "labels": {"role": "%s"}},
         "status": {"conditions": [{"type": "Ready", "status": "True"}],
                    "addresses": [{"type": "InternalIP", "address": "10.0.0.1"},
                                  {"type": "Hostname", "address": "x"}]}}
        """
            .formatted(name, role));
  }

  private void handler(String node, String phase) {
    server.put(
        ApiKind.PODS,
        """
        {"metadata": {"name": "handler-%s", "labels": {"component": "kubernetes-nmstate-handler"}},
         "spec": {"nodeName": "%s"}, "status": {"phase": "%s"}}
        """
            .formatted(node, node, phase));
  }

  private void report(String node) {
    server.put(
        ApiKind.STATES,
        """
        {"metadata": {"name": "%s"},
         "status": {"currentState": {"interfaces": [{"name": "eth0", "mtu": 1500}]},
                    "lastSuccessfulUpdateTime": "2026-01-01T00:00:00Z",
                    "handlerNmstateVersion": "2.2.48"}}
        """
            .formatted(node));
  }

  private void attachment(String namespace, String name, String config) {
    server.put(
        ApiKind.ATTACHMENTS,
        "{\"metadata\": {\"namespace\": \"%s\", \"name\": \"%s\"}, \"spec\": {\"config\": \"%s\"}}"
            .formatted(namespace, name, config));
  }

  private void machine(String name, String network, String phase) {
    server.put(
        ApiKind.MACHINES,
        """
        {"metadata": {"namespace": "vms", "name": "%s"},
         "spec": {"networks": [{"name": "default", "pod": {}},
                               {"name": "lan", "multus": {"networkName": "%s"}}]},
         "status": {"phase": "%s"}}
        """
            .formatted(name, network, phase));
  }

  private static void assertProblem(ThrowingCallable call, Kind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ClusterProblem.class, p -> assertThat(p.kind()).isEqualTo(kind));
  }
}
