package io.kubevirtnet.e2e.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of a node that is not there: Node, its handler's pod, its enactments. */
final class SimulatedNode {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NMSTATE = "nmstate.io/v1beta1";
  private static final String ENACTMENT = "NodeNetworkConfigurationEnactment";

  /** As large as a desired state with two dozen interfaces. */
  private static final int INTERFACES = 24;

  private final KubeApi api;
  private final String name;
  private final Map<String, String> labels;
  private final Map<String, Boolean> enacted = new ConcurrentHashMap<>();

  SimulatedNode(KubeApi api, String name, Map<String, String> labels) {
    this.api = api;
    this.name = name;
    this.labels = labels;
  }

  /** Ready, and with a handler that runs. */
  void create() {
    ObjectNode node = object("v1", "Node", name);
    labels.forEach((k, v) -> node.withObject("/metadata/labels").put(k, v));
    ObjectNode status = node.putObject("status");
    status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
    status.putArray("addresses").addObject().put("type", "InternalIP").put("address", "192.0.2.1");
    api.create(node);
    ObjectNode pod = object("v1", "Pod", "handler-" + name);
    pod.withObject("/metadata")
        .put("namespace", "default")
        .putObject("labels")
        .put("component", "kubernetes-nmstate-handler");
    pod.putObject("spec")
        .put("nodeName", name)
        // No kubelet will ever say that it is gone.
        .put("terminationGracePeriodSeconds", 0)
        .putArray("containers")
        .addObject()
        .put("name", "handler")
        .put("image", "none");
    api.create(pod);
    api.setStatus(handler(), JSON.createObjectNode().put("phase", "Running"));
  }

  /** What a handler writes; the first time it creates the enactment. */
  void enact(String policy, long generation, String condition, String reason) {
    String full = name + "." + policy;
    if (enacted.put(policy, true) == null) {
      ObjectNode enactment = object(NMSTATE, ENACTMENT, full);
      enactment
          .withObject("/metadata/labels")
          .put("nmstate.io/policy", policy)
          .put("nmstate.io/node", name);
      api.create(enactment);
    }
    ObjectNode status = JSON.createObjectNode().put("policyGeneration", generation);
    status
        .putArray("conditions")
        .addObject()
        .put("type", condition)
        .put("status", "True")
        .put("reason", reason)
        .put("message", condition);
    var interfaces = status.putObject("desiredState").putArray("interfaces");
    for (int i = 0; i < INTERFACES; i++) {
      interfaces
          .addObject()
          .put("name", "vlan" + i)
          .put("type", "vlan")
          .put("state", "up")
          .put("mtu", 1500)
          .put("description", "one of the networks that the virtual machines of this site use");
    }
    api.setStatus(ObjectRef.cluster(NMSTATE, ENACTMENT, full), status);
  }

  void remove() {
    api.delete(handler(), "Background");
    api.delete(ObjectRef.cluster("v1", "Node", name), "Background");
  }

  private ObjectRef handler() {
    return ObjectRef.in("default", "v1", "Pod", "handler-" + name);
  }

  private static ObjectNode object(String apiVersion, String kind, String name) {
    ObjectNode object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("name", name);
    return object;
  }
}
