package io.kubevirtnet.provider.policy;

import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What is kept between two runs. Beyond the outputs of the schema it is under one key, in which
 * fields that this version does not know stay as they are.
 *
 * @param policyName of the object that is there, or was last
 * @param nodes that have the configuration
 * @param pendingNodes that match and do not have it yet
 * @param cluster UID of the cluster that all this is about
 * @param owner the URN under which it was last written
 * @param serial of the last write
 * @param wish what the author wanted at the last complete rollout, as a hash
 * @param applied everything that nodes may have, the newest last
 * @param touched nodes that may have any of it
 * @param pending the operation that did not come to its end
 * @param drift what the last look at the cluster found
 * @param rest the fields of newer versions
 */
record PolicyState(
    String policyName,
    List<String> nodes,
    List<String> pendingNodes,
    String cluster,
    String owner,
    int serial,
    String wish,
    List<Applied> applied,
    Set<String> touched,
    Baselines baselines,
    Optional<String> pending,
    List<String> drift,
    Fields rest) {
  static final String LIFE = "__life";

  PolicyState {
    nodes = List.copyOf(nodes);
    pendingNodes = List.copyOf(pendingNodes);
    applied = List.copyOf(applied);
    touched = Collections.unmodifiableSet(new TreeSet<>(touched));
    drift = List.copyOf(drift);
  }

  static PolicyState begin(String policyName, String cluster, String owner) {
    return new PolicyState(
        policyName,
        List.of(),
        List.of(),
        cluster,
        owner,
        0,
        "",
        List.of(),
        Set.of(),
        Baselines.NONE,
        Optional.empty(),
        List.of(),
        Fields.EMPTY);
  }

  static PolicyState read(Fields outputs) {
    var life = States.object(outputs, LIFE);
    return new PolicyState(
        States.text(outputs, "policyName").orElse(""),
        States.texts(outputs, "nodes"),
        States.texts(outputs, "pendingNodes"),
        States.text(life, "cluster").orElse(""),
        States.text(life, "owner").orElse(""),
        States.text(life, "serial").map(PolicyState::number).orElse(0),
        States.text(life, "wish").orElse(""),
        Applied.read(life, "applied"),
        Set.copyOf(States.texts(life, "touched")),
        Baselines.read(life, "baselines"),
        States.text(life, "pending"),
        States.texts(life, "drift"),
        outputs);
  }

  private static int number(String text) {
    return (int) Double.parseDouble(text);
  }

  Fields outputs() {
    var life =
        States.without(States.object(rest, LIFE), "pending")
            .with("cluster", cluster)
            .with("owner", owner)
            .with("serial", serial)
            .with("wish", wish)
            .with("applied", applied.stream().map(Applied::tree).toList())
            .with("touched", List.copyOf(touched))
            .with("baselines", baselines.tree())
            .with("drift", drift);
    return rest.with("policyName", policyName)
        .with("nodes", nodes)
        .with("pendingNodes", pendingNodes)
        .with(LIFE, pending.map(p -> life.with("pending", p)).orElse(life));
  }

  PolicyState withPending(String operation) {
    return with(draft -> draft.pending = Optional.of(operation));
  }

  /** The operation came to its end, and nothing else is on the nodes than this. */
  PolicyState done(String wanted, List<Applied> now) {
    return with(
        draft -> {
          draft.wish = wanted;
          draft.applied = now;
          draft.pending = Optional.empty();
          draft.drift = List.of();
        });
  }

  PolicyState withDrift(List<String> found) {
    return with(draft -> draft.drift = found);
  }

  PolicyState named(String name) {
    return with(draft -> draft.policyName = name);
  }

  PolicyState written(String by, int number) {
    return with(
        draft -> {
          draft.owner = by;
          draft.serial = number;
        });
  }

  PolicyState on(Collection<String> done, Collection<String> waiting) {
    return with(
        draft -> {
          draft.nodes = List.copyOf(done);
          draft.pendingNodes = List.copyOf(waiting);
        });
  }

  PolicyState withApplied(List<Applied> all) {
    return with(draft -> draft.applied = all);
  }

  PolicyState withBaselines(Baselines all) {
    return with(draft -> draft.baselines = all);
  }

  PolicyState touching(Collection<String> more) {
    return with(draft -> draft.touched.addAll(more));
  }

  /** These are as they were before, or gone: nothing is kept about them. */
  PolicyState forgetting(Collection<String> nodesLeft) {
    return with(
        draft -> {
          draft.touched.removeAll(nodesLeft);
          draft.baselines = baselines.without(nodesLeft);
        });
  }

  private PolicyState with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.state(this);
  }

  /** The parts that change in the life of a state, while one of them does. */
  private static final class Draft {
    private String policyName;
    private List<String> nodes;
    private List<String> pendingNodes;
    private String owner;
    private int serial;
    private String wish;
    private List<Applied> applied;
    private final Set<String> touched;
    private Baselines baselines;
    private Optional<String> pending;
    private List<String> drift;

    private Draft(PolicyState state) {
      policyName = state.policyName;
      nodes = state.nodes;
      pendingNodes = state.pendingNodes;
      owner = state.owner;
      serial = state.serial;
      wish = state.wish;
      applied = state.applied;
      touched = new TreeSet<>(state.touched);
      baselines = state.baselines;
      pending = state.pending;
      drift = state.drift;
    }

    private PolicyState state(PolicyState before) {
      return new PolicyState(
          policyName,
          nodes,
          pendingNodes,
          before.cluster,
          owner,
          serial,
          wish,
          applied,
          touched,
          baselines,
          pending,
          drift,
          before.rest);
    }
  }
}
