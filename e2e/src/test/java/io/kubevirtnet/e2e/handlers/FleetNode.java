package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A node of the fleet, and the script of what happens there. */
public final class FleetNode {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final NodeHandler handler;
  private final HandlerLoop loop;
  private final NodeObjects objects;
  private final KubeApi api;

  FleetNode(NodeHandler handler, HandlerLoop loop, NodeObjects objects, KubeApi api) {
    this.handler = handler;
    this.loop = loop;
    this.objects = objects;
    this.api = api;
  }

  public String name() {
    return handler.node;
  }

  /** From now on nmstate does what it is told. */
  public FleetNode works() {
    return behave(new Behavior.Works());
  }

  /** The next so many attempts fail; with five a handler has given up. */
  public FleetNode failsTimes(int times, NmstateError error) {
    return behave(new Behavior.Fails(times, error));
  }

  public FleetNode failsForGood(NmstateError error) {
    return failsTimes(Behavior.Fails.FOR_GOOD, error);
  }

  /** The node loses what this probe looks at, {@code ping} or {@code api-server}: rollback. */
  public FleetNode failsProbe(String probe) {
    return behave(new Behavior.FailsProbe(probe));
  }

  /** The handler stops there from now on; held and never released it hangs. */
  public FleetNode holdAt(Stage stage) {
    return inLoop(() -> handler.holds.add(stage));
  }

  /** Lets the handler go on, wherever it is held. */
  public FleetNode release() {
    return inLoop(handler.holds::clear);
  }

  /** Until the handler has reached a stage at which it is held. */
  public FleetNode awaitHeld() {
    Deadline.in(LIMIT).await(name() + " to be held", () -> handler.holds.standing().isPresent());
    return this;
  }

  /** The handler's pod is deleted in the midst of what it does; nobody takes over. */
  public FleetNode loseHandler() {
    inLoop(handler::stop);
    objects.deletePod(name());
    return this;
  }

  /** A new pod, that looks at all policies again. */
  public FleetNode regainHandler() {
    objects.createPod(name());
    return inLoop(handler::start);
  }

  /** The node goes NotReady and its handler does nothing; returns when the handlers know. */
  public FleetNode notReady() {
    objects.setReady(name(), false);
    Deadline.in(LIMIT).await(name() + " NotReady", () -> !loop.call(() -> handler.ready));
    return this;
  }

  public FleetNode ready() {
    objects.setReady(name(), true);
    return this;
  }

  public FleetNode label(String label, String value) {
    objects.relabel(name(), label, Optional.of(value));
    return this;
  }

  public FleetNode unlabel(String label) {
    objects.relabel(name(), label, Optional.empty());
    return this;
  }

  /** Somebody changes the host beside nmstate; its NodeNetworkState shows it when this returns. */
  public FleetNode change(UnaryOperator<HostState> change) {
    return inLoop(
        () -> {
          handler.host = change.apply(handler.host.copy());
          loop.writes().nodeState(name(), handler.host);
        });
  }

  /** What the host really is, whatever the NodeNetworkState says. */
  public JsonNode host() {
    return loop.call(() -> handler.host.shown());
  }

  /** One interface of the host. */
  public Optional<JsonNode> iface(String name) {
    return Json.objects(host().path("interfaces")).stream()
        .filter(entry -> entry.path("name").asText().equals(name))
        .map(JsonNode.class::cast)
        .findFirst();
  }

  /** What the NodeNetworkState says. */
  public JsonNode reported() {
    return api.get(HandlerWrites.nodeState(name())).orElseThrow().at("/status/currentState");
  }

  public Optional<ObjectNode> enactment(String policy) {
    return api.get(HandlerWrites.enactment(name(), policy));
  }

  private FleetNode behave(Behavior behavior) {
    return inLoop(() -> handler.behavior = behavior);
  }

  private FleetNode inLoop(Runnable action) {
    loop.call(
        () -> {
          action.run();
          return name();
        });
    return this;
  }
}
