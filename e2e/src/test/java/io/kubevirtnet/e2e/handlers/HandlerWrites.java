package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that handlers write to the API server; what it says already is not written again. */
final class HandlerWrites {
  static final String POLICY_LABEL = "nmstate.io/policy";
  static final String NODE_LABEL = "nmstate.io/node";
  static final String TIMESTAMP = "nmstate.io/webhook-mutating-timestamp";
  static final WriteOptions HANDLER = new WriteOptions("kubernetes-nmstate-handler", false);

  private static final int NOT_FOUND = 404;

  private final KubeApi api;
  private final Map<ObjectRef, JsonNode> written = new HashMap<>();

  HandlerWrites(KubeApi api) {
    this.api = api;
  }

  static ObjectRef policy(String name) {
    return ObjectRef.cluster("nmstate.io/v1", "NodeNetworkConfigurationPolicy", name);
  }

  static ObjectRef enactment(String node, String policy) {
    return ObjectRef.cluster(
        "nmstate.io/v1beta1", "NodeNetworkConfigurationEnactment", node + "." + policy);
  }

  static ObjectRef nodeState(String node) {
    return ObjectRef.cluster("nmstate.io/v1beta1", "NodeNetworkState", node);
  }

  /** The status of an enactment that is there. */
  Optional<ObjectNode> enactmentStatus(String node, String policy) {
    return api.get(enactment(node, policy)).map(object -> object.withObject("/status"));
  }

  void createEnactment(String node, String nodeUid, String policy) {
    ObjectRef ref = enactment(node, policy);
    ObjectNode object = Json.object(ref.apiVersion(), ref.kind(), ref.name());
    object
        .withObject("/metadata/labels")
        .put("app.kubernetes.io/component", "kubernetes-nmstate")
        .put(POLICY_LABEL, policy)
        .put(NODE_LABEL, node);
    own(object, node, nodeUid);
    written.remove(ref);
    api.create(object, HANDLER);
  }

  static void own(ObjectNode object, String node, String nodeUid) {
    object
        .withObject("/metadata")
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", "Node")
        .put("name", node)
        .put("uid", nodeUid);
  }

  void status(ObjectRef ref, JsonNode status) {
    if (status.equals(written.get(ref))) {
      return;
    }
    try {
      api.replaceStatus(ref, status);
      written.put(ref, status.deepCopy());
    } catch (KubeApiException e) {
      // Somebody has deleted it meanwhile; a handler logs that and goes on.
      if (e.status() != NOT_FOUND) {
        throw e;
      }
    }
  }

  /** With the annotation that the webhook writes at every change, of the status too. */
  void policyStatus(String name, JsonNode status) {
    ObjectRef ref = policy(name);
    if (status.equals(written.get(ref))) {
      return;
    }
    Instant now = Clock.systemUTC().instant();
    ObjectNode patch = Json.object();
    patch
        .withObject("/metadata/annotations")
        .put(TIMESTAMP, String.valueOf(now.getEpochSecond()) + "%09d".formatted(now.getNano()));
    try {
      api.merge(ref, patch, HANDLER);
    } catch (KubeApiException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      return;
    }
    status(ref, status);
  }

  void nodeState(String node, HostState host) {
    ObjectRef ref = nodeState(node);
    ObjectNode refresh = Json.object();
    refresh
        .withObject("/metadata/labels")
        .put("nmstate.io/force-nns-refresh", String.valueOf(System.nanoTime()));
    api.merge(ref, refresh, HANDLER);
    status(ref, nodeStateStatus(host));
  }

  static ObjectNode nodeStateStatus(HostState host) {
    ObjectNode status = Json.object();
    status.set("currentState", host.shown());
    return status
        .put("handlerNmstateVersion", host.nmstateVersion())
        .put("hostNetworkManagerVersion", "1.52.0")
        .put("lastSuccessfulUpdateTime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  void forget(ObjectRef ref) {
    written.remove(ref);
  }

  void deleteEnactment(String node, String policy) {
    ObjectRef ref = enactment(node, policy);
    written.remove(ref);
    api.delete(ref, "Background");
  }
}
