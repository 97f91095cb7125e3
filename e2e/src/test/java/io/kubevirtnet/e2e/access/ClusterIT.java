package io.kubevirtnet.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.cluster.BridgeUser;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import io.kubevirtnet.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a fake server cannot show: this API server, its CRDs and its admission policy. */
class ClusterIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String NAME = "cluster-it";
  private static final NodeSelector SELECTOR = new NodeSelector(Map.of("cluster-it", "yes"));

  private KubeApi api;
  private Cluster cluster;

  @BeforeEach
  void open() {
    var local = LocalCluster.shared();
    api = local.api();
    cluster = ClusterAccess.open(Optional.of(local.kubeconfigFile().toString()), Optional.empty());
    new SimulatedNode(api, NAME, SELECTOR.labels()).remove();
    cluster.delete(NAME);
  }

  @AfterEach
  void close() {
    new SimulatedNode(api, NAME, SELECTOR.labels()).remove();
    cluster.delete(NAME);
    cluster.close();
  }

  @Test
  void isToldByTheUidOfKubeSystem() {
    var namespace = api.get(ObjectRef.cluster("v1", "Namespace", "kube-system")).orElseThrow();

    assertThat(cluster.uid()).isEqualTo(namespace.at("/metadata/uid").asText());
  }

  @Test
  void createsAPolicyWithIntegersAsTheyAre() {
    var created = cluster.create(policy(NAME, 1500));

    assertThat(created.generation()).isEqualTo(1);
    assertThat(created.inProgress()).isTrue();
    assertThat(created.spec()).isEqualTo(policy(NAME, 1500).spec());
    assertThat(cluster.policy(NAME)).contains(created);
    assertThat(cluster.policies()).contains(created);
    assertProblem(() -> cluster.create(policy(NAME, 1500)), Kind.EXISTS);
  }

  @Test
  void isRefusedAChangeWhileThePolicyIsInProgress() {
    var created = cluster.create(policy(NAME, 1500));

    assertProblem(() -> cluster.replace(changed(created, 9000)), Kind.IN_PROGRESS)
        .hasMessageContaining("policy " + NAME + " is still in progress");
  }

  @Test
  void replacesAFinishedPolicy() {
    cluster.create(policy(NAME, 1500));
    finishPolicy();
    var read = cluster.policy(NAME).orElseThrow();
    assertThat(read.inProgress()).isFalse();

    var replaced = cluster.replace(changed(read, 9000));

    assertThat(replaced.generation()).isEqualTo(2);
    assertProblem(() -> cluster.replace(changed(read, 1400)), Kind.CONFLICT);
  }

  @Test
  void isRefusedANameThatTheAdmissionRefuses() {
    assertProblem(() -> cluster.create(policy("x".repeat(64), 1500)), Kind.INVALID)
        .hasMessageContaining("must be no more than 63 characters");
  }

  @Test
  void saysThatAKindDoesNotExist() {
    assertThat(cluster.users(List.of(), List.of("a-localnet"))).isEmpty();
  }

  @Test
  void findsAnAttachmentOfABridge() throws JsonProcessingException {
    var attachment =
        object(
            """
            {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition",
             "metadata": {"namespace": "default", "name": "cluster-it"},
             "spec": {"config": "{\\"type\\": \\"bridge\\", \\"bridge\\": \\"br-cluster-it\\"}"}}
            """);
    api.create(attachment);

    assertThat(cluster.users(List.of("br-cluster-it"), List.of()))
        .containsExactly(
            new BridgeUser(
                "NetworkAttachmentDefinition", "default", "cluster-it", "br-cluster-it", false));
    api.delete(ObjectRef.of(attachment));
  }

  @Test
  void awaitsANodeAndReadsWhatItMade() throws Exception {
    var node = new SimulatedNode(api, NAME, SELECTOR.labels());
    node.create();
    var created = cluster.create(policy(NAME, 1500));
    var result = CompletableFuture.supplyAsync(() -> cluster.await(created, 1, LIMIT, line -> {}));

    node.enact(NAME, 1, "Progressing", "ConfigurationProgressing");
    node.enact(NAME, 1, "Available", "SuccessfullyConfigured");

    assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.get().done()).containsExactly(NAME);
    assertThat(cluster.nodes(SELECTOR))
        .containsExactly(new ClusterNode(NAME, labels(), true, true, List.of("192.0.2.1")));
    assertThat(cluster.enactments(NAME))
        .extracting(Enactment::node, Enactment::generation, Enactment::phase)
        .containsExactly(org.assertj.core.api.Assertions.tuple(NAME, 1L, Enactment.Phase.DONE));
  }

  @Test
  void removesTheEnactmentsThatNoHandlerRemoves() {
    var node = new SimulatedNode(api, NAME, SELECTOR.labels());
    node.create();
    cluster.create(policy(NAME, 1500));
    node.enact(NAME, 1, "Available", "SuccessfullyConfigured");

    cluster.delete(NAME);
    assertThat(cluster.enactments(NAME)).isEmpty();
    var again = cluster.create(policy(NAME, 1500));

    assertThat(again.generation()).isEqualTo(1);
    assertThat(cluster.await(again, 1, Duration.ofSeconds(2), line -> {}).outcome())
        .isEqualTo(Outcome.TIMED_OUT);
  }

  @Test
  void hasNoNodesWhereNoneMatches() {
    var created = cluster.create(policy(NAME, 1500));

    assertThat(cluster.await(created, 1, LIMIT, line -> {}).outcome()).isEqualTo(Outcome.NO_NODES);
  }

  private Map<String, String> labels() {
    var labels = new java.util.HashMap<String, String>();
    api.get(ObjectRef.cluster("v1", "Node", NAME))
        .orElseThrow()
        .at("/metadata/labels")
        .properties()
        .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
    return labels;
  }

  private void finishPolicy() {
    try {
      api.setStatus(
          ObjectRef.cluster("nmstate.io/v1", "NodeNetworkConfigurationPolicy", NAME),
          object(
              "{\"conditions\": [{\"type\": \"Available\", \"status\": \"True\","
                  + " \"reason\": \"SuccessfullyConfigured\"}]}"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ObjectNode object(String json) throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(json);
  }

  private static Policy policy(String name, int mtu) {
    return new Policy(name, Map.of("kubevirtnet.io/owner", "me"), spec(mtu), "", "", 0, false);
  }

  private static Policy changed(Policy policy, int mtu) {
    return new Policy(
        policy.name(),
        policy.annotations(),
        spec(mtu),
        policy.uid(),
        policy.resourceVersion(),
        policy.generation(),
        policy.inProgress());
  }

  private static Tree.Fields spec(int mtu) {
    var bridge = Tree.of("name", "br1").with("type", "linux-bridge").with("mtu", mtu);
    return Tree.of("nodeSelector", Tree.of("cluster-it", "yes"))
        .with("maxUnavailable", 1)
        .with("desiredState", Tree.of("interfaces", Tree.items(bridge)));
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertProblem(
      ThrowingCallable call, Kind kind) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ClusterProblem.class, p -> assertThat(p.kind()).as(p.getMessage()).isEqualTo(kind));
  }
}
