package io.kubevirtnet.provider.policy;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.provider.cluster.BridgeUser;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.Enactment.Phase;
import io.kubevirtnet.provider.cluster.NodeReport;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.cluster.RolloutProgress;
import io.kubevirtnet.provider.cluster.RolloutResult;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A cluster in memory: its API server refuses what the real admission refuses, and its handlers
 * apply policies to modelled nodes when somebody waits, or when they are told to.
 */
final class FakeCluster implements Cluster {
  private static final Pattern NAMED = Pattern.compile("interfaces\\.name==\"(.+)\"");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{ capture\\.(\\w+)\\.interfaces\\.0\\.([\\w-]+) }}");

  /** The process that asked was killed: nobody catches that. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Stored {
    private Policy policy;
    private long finished;
    private final Map<String, Enactment> enactments = new TreeMap<>();

    Stored(Policy policy) {
      this.policy = policy;
    }
  }

  final Map<String, ClusterNode> nodes = new TreeMap<>();
  final Map<String, NetworkState> states = new TreeMap<>();
  final Map<String, String> failing = new TreeMap<>();
  final Map<String, String> waiting = new TreeMap<>();
  final List<BridgeUser> users = new ArrayList<>();
  final List<String> writes = new ArrayList<>();
  final List<Duration> limits = new ArrayList<>();
  private final Map<String, Stored> policies = new TreeMap<>();
  private long versions;
  private int calls;
  private int killAt = -1;
  Optional<ClusterProblem> broken = Optional.empty();
  Runnable onAwait = () -> {};
  Runnable onUsers = () -> {};
  String uid = "cluster-1";

  FakeCluster node(String name, Map<String, String> labels, NetworkState state) {
    var all = new TreeMap<>(labels);
    all.put("kubernetes.io/hostname", name);
    nodes.put(name, new ClusterNode(name, all, true, true, List.of()));
    states.put(name, state);
    return this;
  }

  void relabel(String name, Map<String, String> labels) {
    var old = java.util.Objects.requireNonNull(nodes.get(name));
    var all = new TreeMap<>(labels);
    all.put("kubernetes.io/hostname", name);
    nodes.put(name, new ClusterNode(name, all, old.ready(), old.handled(), old.internalIps()));
    policies.values().stream()
        .filter(p -> !means(p.policy, nodes.get(name)))
        .forEach(p -> p.enactments.remove(name));
  }

  void ready(String name, boolean ready) {
    var old = java.util.Objects.requireNonNull(nodes.get(name));
    nodes.put(name, new ClusterNode(name, old.labels(), ready, ready, old.internalIps()));
  }

  /** The call of that number has its effect and does not come back. */
  void killAt(int call) {
    calls = 0;
    killAt = call;
  }

  int calls() {
    return calls;
  }

  private synchronized <T> T call(java.util.function.Supplier<T> effect) {
    if (broken.isPresent()) {
      throw broken.get();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new ClusterProblem(Kind.CANCELLED, "The operation was cancelled.");
    }
    int number = calls++;
    var result = effect.get();
    if (number == killAt) {
      throw new Killed();
    }
    return result;
  }

  @Override
  public String uid() {
    return call(() -> uid);
  }

  @Override
  public List<ClusterNode> nodes(NodeSelector selector) {
    return call(
        () ->
            nodes.values().stream()
                .filter(n -> n.labels().entrySet().containsAll(selector.labels().entrySet()))
                .toList());
  }

  @Override
  public Map<String, NodeReport> reports(Collection<String> names) {
    return call(
        () -> {
          var reports = new TreeMap<String, NodeReport>();
          for (var name : names) {
            if (states.containsKey(name)) {
              reports.put(
                  name, new NodeReport(name, state(name), Optional.empty(), Optional.empty()));
            }
          }
          return reports;
        });
  }

  @Override
  public Optional<Policy> policy(String name) {
    return call(() -> Optional.ofNullable(policies.get(name)).map(this::shown));
  }

  @Override
  public List<Policy> policies() {
    return call(() -> policies.values().stream().map(this::shown).toList());
  }

  private Policy shown(Stored stored) {
    var p = stored.policy;
    return new Policy(
        p.name(),
        p.annotations(),
        p.spec(),
        p.uid(),
        p.resourceVersion(),
        p.generation(),
        stored.finished == 0 || stored.finished < p.generation(),
        p.managers());
  }

  @Override
  public Policy create(Policy policy) {
    return call(
        () -> {
          if (policies.containsKey(policy.name())) {
            throw new ClusterProblem(Kind.EXISTS, policy.name() + " is there already.");
          }
          writes.add("create " + policy.name());
          return store(policy, 1, policy.managers());
        });
  }

  private Policy store(Policy policy, long generation, Set<String> managers) {
    var stored = policies.computeIfAbsent(policy.name(), n -> new Stored(policy));
    stored.policy =
        new Policy(
            policy.name(),
            policy.annotations(),
            plain(policy.spec()),
            "uid-" + policy.name(),
            String.valueOf(++versions),
            generation,
            true,
            managers);
    return stored.policy;
  }

  /** As it comes back from a server: without marks. */
  private static Fields plain(Fields tree) {
    return (Fields) Tree.of(tree.plain());
  }

  /** One that somebody else made, and that is done. */
  void foreign(String name, Fields spec, String manager) {
    store(new Policy(name, Map.of(), spec, "", "", 0, false), 1, Set.of(manager));
    runHandlers();
  }

  /** Somebody changes the spec with another tool; the handlers take it. */
  void edit(String name, Fields spec) {
    var old = stored(name).policy;
    store(
        new Policy(name, old.annotations(), spec, "", "", 0, false),
        old.generation() + 1,
        old.managers());
    runHandlers();
  }

  private Stored stored(String name) {
    return java.util.Objects.requireNonNull(policies.get(name));
  }

  /** What a node has. */
  NetworkState state(String node) {
    return java.util.Objects.requireNonNull(states.get(node));
  }

  void forgetEnactment(String policy, String node) {
    stored(policy).enactments.remove(node);
  }

  void drop(String name) {
    policies.remove(name);
  }

  Set<String> names() {
    return policies.keySet();
  }

  Fields spec(String name) {
    return stored(name).policy.spec();
  }

  Map<String, String> annotations(String name) {
    return stored(name).policy.annotations();
  }

  @Override
  public Policy replace(Policy policy) {
    return call(
        () -> {
          var stored = policies.get(policy.name());
          if (stored == null || !stored.policy.resourceVersion().equals(policy.resourceVersion())) {
            throw new ClusterProblem(Kind.CONFLICT, "Somebody else changed it.");
          }
          if (stored.policy.spec().equals(plain(policy.spec()))) {
            writes.add("annotate " + policy.name());
            return store(policy, stored.policy.generation(), stored.policy.managers());
          }
          if (shown(stored).inProgress()) {
            throw new ClusterProblem(
                Kind.IN_PROGRESS, "policy " + policy.name() + " is still in progress");
          }
          if (!stored.policy.spec().get("capture").equals(plain(policy.spec()).get("capture"))) {
            throw new ClusterProblem(Kind.INVALID, "capture field cannot be modified");
          }
          writes.add("replace " + policy.name());
          return store(policy, stored.policy.generation() + 1, stored.policy.managers());
        });
  }

  @Override
  public void delete(String policy) {
    call(
        () -> {
          if (policies.remove(policy) != null) {
            writes.add("delete " + policy);
          }
          return true;
        });
  }

  @Override
  public List<Enactment> enactments(String policy) {
    return call(
        () ->
            Optional.ofNullable(policies.get(policy))
                .map(p -> List.copyOf(p.enactments.values()))
                .orElse(List.of()));
  }

  @Override
  public RolloutResult await(
      Policy policy, long generation, Duration limit, Consumer<RolloutProgress> progress) {
    onAwait.run();
    limits.add(limit);
    return call(
        () -> {
          if (Thread.currentThread().isInterrupted()) {
            throw new ClusterProblem(Kind.CANCELLED, "The operation was cancelled.");
          }
          runHandlers();
          var stored = policies.get(policy.name());
          if (stored == null || stored.policy.generation() != generation) {
            return result(Outcome.OVERTAKEN, List.of(), Map.of(), Map.of(), List.of());
          }
          return result(stored, progress);
        });
  }

  private RolloutResult result(Stored stored, Consumer<RolloutProgress> progress) {
    var meant = nodes.values().stream().filter(n -> means(stored.policy, n)).toList();
    var done = new ArrayList<String>();
    var failed = new TreeMap<String, String>();
    var late = new TreeMap<String, String>();
    var notReady = new ArrayList<String>();
    for (var node : meant) {
      var enactment = stored.enactments.get(node.name());
      if (!node.ready()) {
        notReady.add(node.name());
      } else if (enactment == null || enactment.phase() == Phase.APPLYING) {
        late.put(node.name(), waiting.getOrDefault(node.name(), "applying"));
      } else if (enactment.phase() == Phase.DONE) {
        done.add(node.name());
      } else {
        failed.put(node.name(), enactment.message());
      }
    }
    progress.accept(
        new RolloutProgress(
            done.size(), meant.size(), done.size() + "/" + meant.size() + " nodes"));
    var outcome =
        !failed.isEmpty()
            ? Outcome.FAILED
            : !late.isEmpty()
                ? Outcome.TIMED_OUT
                : done.isEmpty() ? Outcome.NO_NODES : Outcome.DONE;
    return result(outcome, done, failed, late, notReady);
  }

  private static RolloutResult result(
      Outcome outcome,
      List<String> done,
      Map<String, String> failed,
      Map<String, String> late,
      List<String> notReady) {
    return new RolloutResult(outcome, done, failed, List.of(), late, notReady);
  }

  /** Every handler takes what is new to it. */
  void runHandlers() {
    runHandlers(nodes.keySet());
  }

  /** Those of some nodes only: the others have not come to it yet. */
  void runHandlers(Collection<String> some) {
    for (var stored : policies.values()) {
      stored
          .enactments
          .keySet()
          .removeIf(
              n ->
                  nodes.containsKey(n)
                      && !means(stored.policy, java.util.Objects.requireNonNull(nodes.get(n))));
      boolean all = true;
      for (var node : nodes.values()) {
        if (means(stored.policy, node) && node.ready()) {
          if (some.contains(node.name())) {
            handle(stored, node.name());
          }
          var enactment = stored.enactments.get(node.name());
          all &=
              enactment != null
                  && enactment.generation() == stored.policy.generation()
                  && enactment.phase() != Phase.APPLYING;
        }
      }
      if (all && !stored.enactments.isEmpty()) {
        stored.finished = stored.policy.generation();
      }
    }
  }

  private void handle(Stored stored, String node) {
    var old = stored.enactments.get(node);
    long generation = stored.policy.generation();
    if (old != null && old.generation() == generation && old.phase() != Phase.APPLYING) {
      return;
    }
    if (waiting.containsKey(node)) {
      enact(stored, node, Phase.APPLYING, "", Map.of());
      return;
    }
    var captured = old == null ? capture(stored.policy.spec(), state(node)) : old.captured();
    var desired =
        captured.containsKey("?")
            ? Optional.<Tree>empty()
            : render(States.object(stored.policy.spec(), "desiredState"), captured);
    if (failing.containsKey(node) || desired.isEmpty()) {
      enact(
          stored,
          node,
          Phase.FAILED,
          failing.getOrDefault(node, "PolicyError: not found"),
          captured);
      return;
    }
    states.put(node, Effect.apply(state(node), HandlerDefaults.apply((Fields) desired.get())));
    enact(stored, node, Phase.DONE, "", captured);
  }

  private static void enact(
      Stored stored, String node, Phase phase, String message, Map<String, Fields> captured) {
    stored.enactments.put(
        node,
        new Enactment(
            node, stored.policy.name(), stored.policy.generation(), phase, message, captured));
  }

  private static Map<String, Fields> capture(Fields spec, NetworkState state) {
    var captured = new LinkedHashMap<String, Fields>();
    var captures = States.object(spec, "capture");
    for (var name : captures.fields().keySet()) {
      var expression = NAMED.matcher(States.text(captures, name).orElse(""));
      var link =
          expression.matches()
              ? state.find(expression.group(1))
              : Optional.<io.kubevirtnet.nmstate.NetworkInterface>empty();
      if (link.isEmpty()) {
        return Map.of("?", Fields.EMPTY);
      }
      captured.put(name, Tree.of("interfaces", Tree.items(link.get().fields())));
    }
    return captured;
  }

  private static Optional<Tree> render(Tree tree, Map<String, Fields> captured) {
    if (tree instanceof Scalar s && s.value() instanceof String text) {
      var template = TEMPLATE.matcher(text);
      return template.matches()
          ? Optional.ofNullable(captured.get(template.group(1)))
              .flatMap(c -> States.objects(c, "interfaces").get(0).get(template.group(2)))
          : Optional.of(tree);
    }
    if (tree instanceof Fields f) {
      var all = Fields.EMPTY;
      for (var entry : f.fields().entrySet()) {
        var value = render(entry.getValue(), captured);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        all = all.with(entry.getKey(), value.get());
      }
      return Optional.of(all);
    }
    if (tree instanceof Items l) {
      var items = l.items().stream().map(i -> render(i, captured)).toList();
      return items.stream().allMatch(Optional::isPresent)
          ? Optional.of(Tree.of(items.stream().map(Optional::get).toList()))
          : Optional.empty();
    }
    return Optional.of(tree);
  }

  private static boolean means(Policy policy, ClusterNode node) {
    return node.labels().entrySet().containsAll(OtherPolicies.selector(policy).entrySet());
  }

  @Override
  public List<BridgeUser> users(Collection<String> bridges, Collection<String> localnets) {
    return call(
        () -> {
          onUsers.run();
          return users.stream()
              .filter(u -> bridges.contains(u.target()) || localnets.contains(u.target()))
              .toList();
        });
  }

  @Override
  public void close() {}
}
