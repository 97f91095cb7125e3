package io.kubevirtnet.provider.policy;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a managed policy is going to take off nodes, for somebody who looks ahead without being the
 * one who does it.
 */
public final class PutBack {
  private final PolicyState kept;
  private final Optional<Fields> stated;
  private final Map<List<Object>, Revert> seen = new ConcurrentHashMap<>();

  private PutBack(PolicyState kept, Optional<Fields> stated) {
    this.kept = kept;
    this.stated = stated;
  }

  /**
   * Of a resource.
   *
   * @param managed its inputs, and what is kept between its runs where that is known
   */
  public static PutBack of(Fields managed) {
    return new PutBack(
        PolicyState.read(managed),
        Optional.of(States.object(managed, "baseline")).filter(b -> !b.fields().isEmpty()));
  }

  /**
   * Whether a policy on the cluster is one whose wishes a managed policy leaves alone.
   *
   * @param object of the policy
   */
  public static boolean respects(Fields object) {
    var annotations = States.object(States.object(object, "metadata"), "annotations");
    var plain = new TreeMap<String, String>();
    annotations
        .fields()
        .keySet()
        .forEach(key -> States.text(annotations, key).ifPresent(value -> plain.put(key, value)));
    return Stamp.of(plain).filter(s -> s.operation() == Stamp.Operation.APPLY).isPresent();
  }

  /** With what an older version of the same resource has kept; what is stated is this one's. */
  public PutBack after(PutBack older) {
    return new PutBack(older.kept, stated);
  }

  /** Nodes that may have something from it, as far as that is kept. */
  public Set<String> touched() {
    return kept.touched();
  }

  /** What the node had before is known, so that it gets that again. */
  public boolean knows(String node) {
    return before(node).isPresent();
  }

  private Optional<NetworkState> before(String node) {
    return kept.baselines().of(node).or(() -> stated.map(NetworkState::new));
  }

  /**
   * All of it goes.
   *
   * @param had the desired state that the node has from it, rendered
   * @param others what is wanted there by others
   */
  public Revert whole(String node, Fields had, Claims others) {
    return memo(
        key(node, had, others, Fields.EMPTY, false),
        () -> {
          if (!knows(node)) {
            var revert = Revert.withoutBaseline(had);
            return new Revert(others.leave(revert.state()), revert.leftBehind());
          }
          var back = takeBack(had, others);
          var state = back.whole(node(node));
          return new Revert(state, back.leftBehind());
        });
  }

  /** What goes beside a new desired state that says less. */
  public Revert shrunk(String node, Fields had, Fields now, Claims others) {
    return memo(
        key(node, had, others, now, true),
        () -> {
          var back = takeBack(had, others);
          var state = back.shrunk(node(node), now);
          return new Revert(state, back.leftBehind());
        });
  }

  private interface Work {
    Revert run();
  }

  private Revert memo(List<Object> key, Work work) {
    return seen.computeIfAbsent(key, k -> work.run());
  }

  private List<Object> key(String node, Fields had, Claims others, Fields now, boolean shrinks) {
    var mine = applied(had).stream().filter(a -> a.on(node)).map(Applied::state).toList();
    return List.of(
        before(node).map(NetworkState::fields).orElse(Fields.EMPTY),
        knows(node),
        mine,
        others,
        now,
        shrinks);
  }

  private List<Applied> applied(Fields had) {
    return kept.applied().isEmpty() ? List.of(Applied.everywhere(had)) : kept.applied();
  }

  private TakeBack takeBack(Fields had, Claims others) {
    return new TakeBack(applied(had), kept.baselines(), stated, OtherPolicies.wanting(others));
  }

  private static ClusterNode node(String name) {
    return new ClusterNode(name, Map.of(), true, true, List.of());
  }
}
