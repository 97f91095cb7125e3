package io.kubevirtnet.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.faults.FaultyApi;
import io.kubevirtnet.e2e.faults.Request;
import io.kubevirtnet.e2e.handlers.FleetNode;
import io.kubevirtnet.e2e.handlers.HostState;
import io.kubevirtnet.e2e.handlers.NodeFleet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a test plays: nodes with handlers, the API server behind its proxy, and the plugin, which
 * knows only the proxy. What the nodes had at the beginning is kept, to be compared with the end.
 */
final class Site implements AutoCloseable {
  static final Map<String, String> WORKER = Map.of("role", "worker");
  static final String POLICY = "NodeNetworkConfigurationPolicy";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofSeconds(10);
  private static final YAMLMapper YAML = new YAMLMapper();

  private final LocalCluster cluster = LocalCluster.shared();
  private final NodeFleet fleet = NodeFleet.on(cluster.api());
  private final Bench bench = Bench.cleared();
  private final Map<String, JsonNode> before = new HashMap<>();

  private Site(int nodes, IntFunction<HostState> hosts) {
    fleet.add(nodes, WORKER, hosts::apply);
    remember();
  }

  /** Three nodes, w1 to w3: ens4 has the node's address, ens5 is free. */
  static Site open() {
    return open(3, Site::host);
  }

  static Site open(int nodes, IntFunction<HostState> hosts) {
    return new Site(nodes, hosts);
  }

  static HostState host(int number) {
    return HostState.ofOneNic(number).nic("ens5", number);
  }

  /** A node whose ens5 has a fixed address of its own. */
  static HostState addressed(int number) {
    return host(number).address("ens5", "10.9.0." + number, 24);
  }

  /** A bridge br1 over ens5 for all workers at once, with more inputs in flow style or none. */
  static String bridge(String... more) {
    return """
        nodeSelector: {role: worker}
        maxUnavailable: "3"
        desiredState:
          interfaces:
          - name: br1
            type: linux-bridge
            state: up
            ipv4: {enabled: false}
            bridge: {options: {stp: {enabled: false}}, port: [{name: ens5}]}
        """
        + String.join("\n", more);
  }

  static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  PolicyLife policy(String name) {
    return new PolicyLife(this, name);
  }

  LocalCluster cluster() {
    return cluster;
  }

  /** The API server itself, beside the proxy. */
  KubeApi api() {
    return cluster.api();
  }

  NodeFleet fleet() {
    return fleet;
  }

  FleetNode node(String name) {
    return fleet.node(name);
  }

  FaultyApi proxy() {
    return bench.proxy();
  }

  MessageDesk desk() {
    return bench.desk();
  }

  PluginProcess plugin() {
    return bench.plugin();
  }

  /** The API server, as far as the plugin can see. */
  void goDown() {
    bench.goDown();
  }

  void comeBack() {
    bench.comeBack();
  }

  /** What the engine tells the plugin when its user presses Ctrl-C. */
  void cancel() {
    bench.cancel();
  }

  /** Ends the plugin as {@code kill -9} does; the next call starts another one. */
  void killPlugin() {
    bench.plugin().kill();
    restartPlugin();
  }

  void restartPlugin() {
    restartPlugin(proxy().kubeconfigFile());
  }

  void restartPlugin(Path kubeconfig) {
    bench.restart(kubeconfig);
  }

  /** What the nodes have now is what they shall have at the end. */
  void remember() {
    fleet.nodes().forEach(node -> before.putIfAbsent(node.name(), comparable(node.reported())));
  }

  /** The same of one that joins, which the handlers may have changed already. */
  FleetNode join(String name, HostState host) {
    before.put(name, comparable(host.shown()));
    return fleet.add(name, WORKER, host);
  }

  /** The names of the policies that are there. */
  List<String> policies() {
    return api().list("nmstate.io/v1", POLICY).stream()
        .map(policy -> policy.at("/metadata/name").asText())
        .sorted()
        .toList();
  }

  /** Somebody makes a policy with kubectl, and the nodes get it. */
  void foreignPolicy(String name) {
    ObjectNode policy = yaml("apiVersion: nmstate.io/v1\nkind: " + POLICY + "\n");
    policy.putObject("metadata").put("name", name);
    policy.set("spec", yaml(bridge().replace("\"3\"", "3")));
    api().create(policy);
    await("the policy on all nodes", () -> hasBridge("w1", "br1") && hasBridge("w3", "br1"));
    fleet.awaitIdle();
  }

  /** What the plugin has changed since it was last asked or the test began. */
  List<Request> writes() {
    List<Request> writes = proxy().requests().stream().filter(Request::isWrite).toList();
    proxy().forgetRequests();
    return writes;
  }

  void await(String what, BooleanSupplier condition) {
    Deadline.in(LIMIT).await(what, condition);
  }

  /** These nodes report what they did at the beginning; a handler may be about to write it. */
  void assertAsBefore(String... nodes) {
    for (String node : nodes) {
      try {
        Deadline.in(MOMENT)
            .await("a report", () -> comparable(node(node).reported()).equals(before.get(node)));
      } catch (IllegalStateException e) {
        assertThat(comparable(node(node).reported())).as(node).isEqualTo(before.get(node));
      }
    }
  }

  /** Nothing is left of anything: every node is as at the beginning, and no policy is there. */
  void assertUntouched() {
    assertAsBefore(fleet.nodes().stream().map(FleetNode::name).toArray(String[]::new));
    assertThat(policies()).isEmpty();
  }

  /** A further run has nothing to do, and does nothing. */
  void assertSettled(PolicyLife life, String inputs) {
    writes();
    assertThat(life.up(inputs).orThrow().step()).isEqualTo("same");
    assertThat(writes()).isEmpty();
  }

  /** The way through every life: away again, and nothing left. */
  void assertEnds(PolicyLife life) {
    life.destroy().orThrow();
    assertThat(life.exists()).isFalse();
    assertUntouched();
  }

  boolean hasBridge(String node, String bridge) {
    return node(node).iface(bridge).isPresent();
  }

  private static JsonNode comparable(JsonNode reported) {
    ObjectNode state = reported.deepCopy();
    Map<String, JsonNode> interfaces = new TreeMap<>();
    reported
        .path("interfaces")
        .forEach(
            entry ->
                interfaces.put(
                    entry.path("type").asText() + " " + entry.path("name").asText(), entry));
    ObjectNode named = state.putObject("interfaces");
    interfaces.forEach(named::set);
    for (String kind : List.of("config", "running")) {
      Map<String, JsonNode> routes = new TreeMap<>();
      reported.at("/routes/" + kind).forEach(route -> routes.put(identity(route), route));
      ObjectNode sorted = state.withObject("/routes").putObject(kind);
      routes.forEach(sorted::set);
    }
    return state;
  }

  private static String identity(JsonNode route) {
    return Stream.of("destination", "next-hop-interface", "next-hop-address", "table-id")
        .map(field -> route.path(field).asText())
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    fleet.close();
  }
}
