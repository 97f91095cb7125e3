package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.util.Map;
import java.util.Optional;

/** The objects of a node: Node, handler pod, NodeNetworkState. */
final class NodeObjects {
  static final String HOSTNAME = "kubernetes.io/hostname";
  private static final String NAMESPACE = "nmstate";
  private static final int CONFLICT = 409;

  private final KubeApi api;
  private boolean hasNamespace;

  NodeObjects(KubeApi api) {
    this.api = api;
  }

  /** Answers the Node's UID. */
  String create(String name, Map<String, String> labels, HostState state, int number) {
    ObjectNode node = Json.object("v1", "Node", name);
    ObjectNode all = node.withObject("/metadata/labels").put(HOSTNAME, name);
    labels.forEach(all::put);
    node.putObject("status").setAll(status(name, true, number));
    String uid = api.create(node).at("/metadata/uid").asText();
    createPod(name);
    ObjectRef ref = HandlerWrites.nodeState(name);
    ObjectNode nodeState = Json.object(ref.apiVersion(), ref.kind(), name);
    nodeState
        .withObject("/metadata/labels")
        .put("app.kubernetes.io/component", "kubernetes-nmstate");
    HandlerWrites.own(nodeState, name, uid);
    api.create(nodeState);
    api.replaceStatus(ref, HandlerWrites.nodeStateStatus(state));
    return uid;
  }

  void setReady(String name, boolean ready) {
    ObjectNode status = Json.object();
    status.set("conditions", status(name, ready, 0).path("conditions"));
    api.setStatus(node(name), status);
  }

  /** A label without value is removed. */
  void relabel(String name, String label, Optional<String> value) {
    ObjectNode patch = Json.object();
    ObjectNode labels = patch.withObject("/metadata/labels");
    value.ifPresentOrElse(text -> labels.put(label, text), () -> labels.putNull(label));
    api.merge(node(name), patch, WriteOptions.TEST);
  }

  void createPod(String node) {
    createNamespace();
    ObjectNode pod = Json.object("v1", "Pod", pod(node).name());
    pod.withObject("/metadata")
        .put("namespace", NAMESPACE)
        .putObject("labels")
        .put("component", "kubernetes-nmstate-handler");
    ObjectNode spec = pod.putObject("spec").put("nodeName", node);
    // Else the API server waits for a kubelet to end it.
    spec.put("terminationGracePeriodSeconds", 0);
    spec.putArray("containers").addObject().put("name", "handler").put("image", "handler");
    api.create(pod);
    ObjectNode status = Json.object().put("phase", "Running");
    status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
    api.setStatus(pod(node), status);
  }

  void deletePod(String node) {
    api.delete(pod(node), "Background");
  }

  void delete(String name) {
    deletePod(name);
    api.delete(HandlerWrites.nodeState(name), "Background");
    for (ObjectNode enactment :
        api.list(
            "nmstate.io/v1beta1",
            "NodeNetworkConfigurationEnactment",
            HandlerWrites.NODE_LABEL + "=" + name)) {
      api.delete(
          ObjectRef.cluster(
              "nmstate.io/v1beta1",
              "NodeNetworkConfigurationEnactment",
              enactment.at("/metadata/name").asText()),
          "Background");
    }
    api.delete(node(name), "Background");
  }

  private synchronized void createNamespace() {
    ObjectRef ref = ObjectRef.cluster("v1", "Namespace", NAMESPACE);
    if (hasNamespace || api.get(ref).isPresent()) {
      hasNamespace = true;
      return;
    }
    try {
      api.create(Json.object("v1", "Namespace", NAMESPACE));
    } catch (KubeApiException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
    }
  }

  private static ObjectRef node(String name) {
    return ObjectRef.cluster("v1", "Node", name);
  }

  private static ObjectRef pod(String node) {
    return ObjectRef.in(NAMESPACE, "v1", "Pod", "nmstate-handler-" + node);
  }

  private static ObjectNode status(String name, boolean ready, int number) {
    ObjectNode status = Json.object();
    status
        .putArray("conditions")
        .addObject()
        .put("type", "Ready")
        .put("status", ready ? "True" : "Unknown")
        .put("reason", ready ? "KubeletReady" : "NodeStatusUnknown");
    status
        .putArray("addresses")
        .addObject()
        .put("type", "InternalIP")
        .put("address", Lease.numbered(number).address());
    status.withArray("/addresses").addObject().put("type", "Hostname").put("address", name);
    return status;
  }
}
