package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.util.Map;
import java.util.function.Supplier;

/** Policies as a user of kubectl would write them, and what a fleet makes of them. */
record TestPolicies(KubeApi api, NodeFleet fleet) {
  static final Map<String, String> WORKER = Map.of("role", "worker");
  static final String BRIDGE =
      """
      interfaces:
      - name: br1
        type: linux-bridge
        state: up
        ipv4: {enabled: true, dhcp: true}
        copy-mac-from: ens4
        bridge: {options: {stp: {enabled: false}}, port: [{name: ens4}]}
      """;

  void create(String name, Map<String, String> selector, String maxUnavailable, String desired) {
    api.create(policy(name, selector, maxUnavailable, desired));
  }

  /** For workers, one at a time, with one capture. */
  void createCapturing(String name, String desired, String capture, String expression) {
    ObjectNode policy = policy(name, WORKER, "1", desired);
    policy.withObject("/spec/capture").put(capture, expression);
    api.create(policy);
  }

  void change(String name, String desired) {
    ObjectNode patch = Json.object();
    patch.putObject("spec").set("desiredState", Json.parse(desired));
    api.merge(HandlerWrites.policy(name), patch, WriteOptions.TEST);
  }

  void awaitSuccess(String policy, int nodes) {
    fleet.awaitSaid(
        "True SuccessfullyConfigured %d/%d nodes successfully configured".formatted(nodes, nodes),
        says(policy, "Available"));
  }

  Supplier<String> says(String policy, String condition) {
    return () -> fleet.policySays(policy, condition);
  }

  private static ObjectNode policy(
      String name, Map<String, String> selector, String maxUnavailable, String desired) {
    ObjectNode policy = Json.object("nmstate.io/v1", "NodeNetworkConfigurationPolicy", name);
    ObjectNode spec = policy.putObject("spec");
    if (maxUnavailable.endsWith("%")) {
      spec.put("maxUnavailable", maxUnavailable);
    } else {
      spec.put("maxUnavailable", Integer.parseInt(maxUnavailable));
    }
    ObjectNode labels = spec.putObject("nodeSelector");
    selector.forEach(labels::put);
    spec.set("desiredState", Json.parse(desired));
    return policy;
  }
}
