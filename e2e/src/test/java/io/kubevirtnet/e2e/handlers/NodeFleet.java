package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Nodes with handlers of kubernetes-nmstate over a real API server. What the handlers do unless a
 * test says otherwise is to succeed at once. Closing it removes its nodes and all policies, so that
 * the next fleet of the same cluster starts clean.
 *
 * <pre>{@code
 * try (NodeFleet fleet = NodeFleet.on(cluster.api())) {
 *   fleet.add(3, Map.of("role", "worker"));
 *   fleet.node("w2").holdAt(Stage.APPLYING);
 *   …
 *   fleet.node("w2").awaitHeld().release();
 * }
 * }</pre>
 */
public final class NodeFleet implements AutoCloseable {
  private static final Duration BACKOFF = Duration.ofMillis(40);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final KubeApi api;
  private final NodeObjects objects;
  private final HandlerLoop loop;
  private final Map<String, FleetNode> nodes = new TreeMap<>();

  private NodeFleet(KubeApi api, Duration backoff) {
    this.api = api;
    this.objects = new NodeObjects(api);
    this.loop = new HandlerLoop(api, backoff);
  }

  /** A fleet that retries fast. */
  public static NodeFleet on(KubeApi api) {
    return on(api, BACKOFF);
  }

  /** The pause before the first retry is given; each further one doubles it. */
  public static NodeFleet on(KubeApi api, Duration backoff) {
    NodeFleet fleet = new NodeFleet(api, backoff);
    fleet.removePolicies();
    fleet.loop.start();
    return fleet;
  }

  /** Adds {@code w1}, {@code w2}, … with one NIC each that has its address by DHCP. */
  public List<FleetNode> add(int count, Map<String, String> labels) {
    return add(count, labels, HostState::ofOneNic);
  }

  /** The same with a host state per number, from 1. */
  public List<FleetNode> add(
      int count, Map<String, String> labels, Function<Integer, HostState> states) {
    return IntStream.rangeClosed(1, count)
        .parallel()
        .mapToObj(number -> create("w" + number, labels, states.apply(number), number))
        .toList()
        .stream()
        .map(this::join)
        .toList();
  }

  public FleetNode add(String name, Map<String, String> labels, HostState state) {
    return join(create(name, labels, state, 200 + nodes.size()));
  }

  /** Of the node that is there; its handler may be gone. */
  public FleetNode node(String name) {
    return Optional.ofNullable(nodes.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no node " + name));
  }

  public List<FleetNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** Takes a node out of the cluster, with all that belongs to it. */
  public void remove(String name) {
    node(name);
    loop.call(
        () -> {
          loop.remove(name);
          return name;
        });
    nodes.remove(name);
    objects.delete(name);
  }

  /** The policy as the API server has it. */
  public Optional<ObjectNode> policy(String name) {
    return api.get(HandlerWrites.policy(name));
  }

  /** One condition of the policy as {@code True SuccessfullyConfigured message}. */
  public String policySays(String name, String condition) {
    return policy(name).map(policy -> Said.of(policy, condition)).orElse("no policy");
  }

  /** One condition of an enactment in the same form. */
  public String enactmentSays(String node, String policy, String condition) {
    return node(node)
        .enactment(policy)
        .map(enactment -> Said.of(enactment, condition))
        .orElse("no enactment");
  }

  /** All enactments of a policy, by label. */
  public List<ObjectNode> enactments(String policy) {
    return api.list(
        "nmstate.io/v1beta1",
        "NodeNetworkConfigurationEnactment",
        HandlerWrites.POLICY_LABEL + "=" + policy);
  }

  /** Until nothing is left to do for any handler that runs, and nobody is held. */
  public void awaitIdle() {
    await(
        "idle handlers",
        () -> loop.call(() -> loop.handlers().stream().allMatch(NodeHandler::isIdle)));
  }

  public void await(String what, BooleanSupplier condition) {
    Deadline.in(LIMIT).await(what, condition);
  }

  /** Until a text has arrived; says what was there instead. */
  public void awaitSaid(String expected, Supplier<String> source) {
    try {
      await(expected, () -> source.get().equals(expected));
    } catch (IllegalStateException e) {
      throw new AssertionError("expected: " + expected + "\nbut was: " + source.get(), e);
    }
  }

  @Override
  public void close() {
    loop.close();
    nodes.keySet().forEach(objects::delete);
    removePolicies();
  }

  private void removePolicies() {
    remove("nmstate.io/v1", "NodeNetworkConfigurationPolicy");
    remove("nmstate.io/v1beta1", "NodeNetworkConfigurationEnactment");
    remove("nmstate.io/v1beta1", "NodeNetworkState");
  }

  private void remove(String apiVersion, String kind) {
    for (JsonNode object : api.list(apiVersion, kind)) {
      try {
        api.delete(ObjectRef.of(object), "Background");
      } catch (KubeApiException e) {
        throw new IllegalStateException("cannot remove " + kind, e);
      }
    }
  }

  private NodeHandler create(String name, Map<String, String> labels, HostState state, int number) {
    String uid = objects.create(name, labels, state, number);
    Map<String, String> all = new TreeMap<>(labels);
    all.put(NodeObjects.HOSTNAME, name);
    return new NodeHandler(loop, name, uid, all, state.copy());
  }

  private FleetNode join(NodeHandler handler) {
    FleetNode node = new FleetNode(handler, loop, objects, api);
    loop.call(
        () -> {
          loop.add(handler);
          return handler;
        });
    nodes.put(handler.node, node);
    return node;
  }
}
