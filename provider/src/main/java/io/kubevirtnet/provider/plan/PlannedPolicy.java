package io.kubevirtnet.provider.plan;

import io.kubevirtnet.enums.LeftBehind;
import io.kubevirtnet.enums.Teardown;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.PolicyManifest;
import io.kubevirtnet.provider.policy.Claims;
import io.kubevirtnet.provider.policy.PutBack;
import io.kubevirtnet.spec.NodeNetworkPolicySpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A NodeNetworkConfigurationPolicy as one side has it.
 *
 * @param selector empty when some of it is known after apply
 * @param desired with the handler's defaults, templates as they were written; empty where it is
 *     unknown as a whole
 * @param claims what it wants that nobody else may take away
 * @param life of a managed one
 */
record PlannedPolicy(
    KubernetesObject object,
    HostPolicy policy,
    Optional<NodeSelector> selector,
    Fields desired,
    Claims claims,
    Optional<Life> life) {

  /** What only a managed policy has. */
  record Life(PutBack putBack, boolean reverts, boolean revertsLeft, Optional<Duration> limit) {
    Life after(Life older) {
      return new Life(putBack.after(older.putBack), reverts, revertsLeft, limit);
    }

    static Life of(Fields managed) {
      var in =
          SpecReader.read(managed, PropertyPath.ROOT, new Report(), NodeNetworkPolicySpec::read);
      return new Life(
          PutBack.of(managed),
          in.teardown().known().filter(Teardown.Revert::equals).isPresent(),
          in.leftBehind().known().filter(LeftBehind.Revert::equals).isPresent(),
          in.timeoutSeconds().known().filter(s -> s > 0).map(Duration::ofSeconds));
    }
  }

  static PlannedPolicy of(PlannedObject planned) {
    var policy = PolicyManifest.of(planned.object(), new Report()).policy();
    var desired = policy.desiredState() instanceof Fields f ? f : Fields.EMPTY;
    return new PlannedPolicy(
        planned.object(),
        policy,
        policy.nodes(),
        HandlerDefaults.apply(desired),
        Claims.of(desired),
        planned.managed().map(Life::of));
  }

  /** With what its older version has kept about nodes. */
  PlannedPolicy after(Optional<PlannedPolicy> older) {
    var kept = older.flatMap(PlannedPolicy::life);
    return kept.isEmpty() || life.isEmpty()
        ? this
        : new PlannedPolicy(
            object, policy, selector, desired, claims, life.map(l -> l.after(kept.get())));
  }

  static boolean isOne(KubernetesObject object) {
    return object.reference().kind().equals(HostPolicy.KIND);
  }

  ObjectReference reference() {
    return object.reference();
  }

  String name() {
    return reference().name();
  }

  /** Its handlers have nothing to do anew; other metadata wake nobody. */
  boolean saysTheSameAs(PlannedPolicy other) {
    return spec().equals(other.spec());
  }

  private Tree spec() {
    return object.fields().get("spec").orElse(Fields.EMPTY).disclosed();
  }

  boolean hasCaptures() {
    return policy.capture().isUnknown()
        || policy.capture().known().filter(c -> !c.isEmpty()).isPresent();
  }

  boolean hasOpenCaptures() {
    return policy.capture().isUnknown()
        || policy.capture().known().filter(c -> Tree.of(c).hasUnknown()).isPresent();
  }

  /** As a node in this state is handed it; nothing when its captures find nothing there. */
  Optional<Fields> on(NetworkState state) {
    return hasCaptures()
        ? policy.on(state, PropertyPath.ROOT.child("spec"), new Report())
        : Optional.of(desired);
  }

  boolean takes(PlannedNode node) {
    return selector.isPresent()
        && node.labels()
            .map(l -> l.entrySet().containsAll(selector.get().labels().entrySet()))
            .orElse(true);
  }

  /** Every node that the other one means is one of its own. */
  boolean takesAllOf(PlannedPolicy other) {
    return selector.isEmpty()
        || other.selector.isEmpty()
        || other.selector.get().labels().entrySet().containsAll(selector.get().labels().entrySet());
  }

  /** {@code nodes with node-role.kubernetes.io/worker} */
  String nodesInWords() {
    return selector.map(NodeSelector::toString).orElse("nodes that are known after apply");
  }

  /** Nothing where it can not be told yet. */
  Optional<String> maxUnavailable() {
    Value<String> value = policy.maxUnavailable();
    return value.isUnknown() ? Optional.empty() : Optional.of(value.known().orElse(""));
  }

  /** The same labels as another one asks for, or labels of which both may be true. */
  boolean mayMeet(PlannedPolicy other) {
    var mine = selector.orElse(new NodeSelector(Map.of()));
    var theirs = other.selector.orElse(new NodeSelector(Map.of()));
    return mine.overlap(theirs) != NodeSelector.Overlap.NEVER;
  }
}
