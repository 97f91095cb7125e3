package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A cluster behind its API server. */
final class KubernetesCluster implements Cluster {
  static final ApiQuery HANDLERS =
      ApiQuery.labelled(new NodeSelector(Map.of("component", "kubernetes-nmstate-handler")));

  /** Tells our writes from others' in the fields' owners. */
  private static final ApiQuery OURS = ApiQuery.ALL.and("fieldManager", "kubevirtnet");

  /** Up to so many, one request each is less than the whole list. */
  private static final int SINGLE_READS = 20;

  /** A report has all interfaces of a node: pages of these are much larger than of other kinds. */
  static final int REPORT_PAGE = 100;

  private static final Duration LEFTOVERS = Duration.ofSeconds(20);

  private final ApiServer server;
  private final Patience patience;
  private final Cancellation cancellation = new Cancellation();
  private final Requests requests;
  private final Listing listing;

  KubernetesCluster(ApiServer server, Patience patience) {
    this.server = server;
    this.patience = patience;
    this.requests = new Requests(server, patience, cancellation);
    this.listing = new Listing(requests);
  }

  static ApiQuery enactmentsOf(String policy) {
    return ApiQuery.labelled(new NodeSelector(Map.of(EnactmentObject.POLICY_LABEL, policy)));
  }

  @Override
  public String uid() {
    return get(ApiKind.NAMESPACES, "kube-system")
        .map(o -> o.path("metadata").path("uid").asText())
        .orElseThrow(
            () ->
                new ClusterProblem(Kind.OTHER, "There is no namespace kube-system to tell it by."));
  }

  @Override
  public List<ClusterNode> nodes(NodeSelector selector) {
    var handled = new HashSet<String>();
    listing.read(
        ApiKind.PODS, HANDLERS, Listing.PAGE, pod -> handled.add(NodeObject.handledNode(pod)));
    return list(
        ApiKind.NODES,
        ApiQuery.labelled(selector),
        o -> NodeObject.read(o, handled.contains(o.path("metadata").path("name").asText())));
  }

  @Override
  public Map<String, NodeReport> reports(Collection<String> nodes) {
    var wanted = new HashSet<>(nodes);
    var reports = new TreeMap<String, NodeReport>(new NodeNameOrder());
    Consumer<JsonNode> take =
        o -> ReportObject.read(o).ifPresent(report -> reports.put(report.node(), report));
    if (wanted.size() <= SINGLE_READS) {
      wanted.stream().sorted().forEach(node -> get(ApiKind.STATES, node).ifPresent(take));
    } else {
      listing.read(
          ApiKind.STATES,
          ApiQuery.ALL,
          REPORT_PAGE,
          o -> {
            if (wanted.contains(o.path("metadata").path("name").asText())) {
              take.accept(o);
            }
          });
    }
    return reports;
  }

  @Override
  public Optional<Policy> policy(String name) {
    return get(ApiKind.POLICIES, name).map(PolicyObject::read);
  }

  @Override
  public List<Policy> policies() {
    return list(ApiKind.POLICIES, ApiQuery.ALL, PolicyObject::read);
  }

  @Override
  public Policy create(Policy policy) {
    if (get(ApiKind.POLICIES, policy.name()).isEmpty()) {
      deleteEnactments(policy.name());
    }
    var call =
        ApiCall.write("POST", ApiKind.POLICIES.path() + OURS.text(), PolicyObject.written(policy));
    var reply = requests.send(call);
    if (reply.repeated() && reply.answer().code() == 409) {
      // An attempt that seemed to fail may have got through.
      var there = policy(policy.name()).filter(p -> PolicyObject.isWritten(p, policy));
      if (there.isPresent()) {
        return there.get();
      }
    }
    return PolicyObject.read(required(reply));
  }

  @Override
  public Policy replace(Policy policy) {
    var current =
        get(ApiKind.POLICIES, policy.name())
            .filter(
                o ->
                    o.path("metadata")
                        .path("resourceVersion")
                        .asText()
                        .equals(policy.resourceVersion()))
            .orElseThrow(() -> changed(policy.name()));
    var call =
        ApiCall.write(
            "PUT",
            ApiKind.POLICIES.path(policy.name()) + OURS.text(),
            PolicyObject.replaced(current, policy));
    var reply = requests.send(call);
    if (reply.repeated() && reply.answer().code() == 409) {
      var there =
          policy(policy.name())
              .filter(p -> p.uid().equals(policy.uid()) && PolicyObject.isWritten(p, policy));
      if (there.isPresent()) {
        return there.get();
      }
    }
    return reply.object().map(PolicyObject::read).orElseThrow(() -> changed(policy.name()));
  }

  @Override
  public void delete(String policy) {
    var reply = requests.send(ApiCall.write("DELETE", ApiKind.POLICIES.path(policy), ""));
    if (ApiRefusal.of(reply.answer()).noSuchKind()) {
      return;
    }
    var uid = reply.object().map(KubernetesCluster::uidOf);
    if (uid.isPresent()) {
      awaitDeletion(policy, uid.get());
    }
    if (listing.any(ApiKind.ENACTMENTS, enactmentsOf(policy))) {
      awaitHandlers(policy);
      deleteEnactments(policy);
    }
  }

  /**
   * Handlers remove their own enactments. What one that is gone has left behind is not waited for;
   * it would speak for the next policy of this name, which starts at the same generation.
   */
  private void awaitHandlers(String policy) {
    var live =
        nodes(new NodeSelector(Map.of())).stream()
            .filter(n -> n.ready() && n.handled())
            .map(ClusterNode::name)
            .collect(Collectors.toSet());
    until(LEFTOVERS, () -> enactments(policy).stream().noneMatch(e -> live.contains(e.node())));
  }

  @Override
  public List<Enactment> enactments(String policy) {
    return list(ApiKind.ENACTMENTS, enactmentsOf(policy), EnactmentObject::read);
  }

  @Override
  public RolloutResult await(
      Policy policy, long generation, Duration limit, Consumer<RolloutProgress> progress) {
    return new RolloutWatch(server, patience, cancellation, policy, generation)
        .await(limit, progress);
  }

  @Override
  public List<BridgeUser> users(Collection<String> bridges, Collection<String> localnets) {
    return new BridgeUsers(listing, bridges, localnets).read();
  }

  @Override
  public void close() {
    cancellation.cancel();
    server.close();
  }

  private Optional<JsonNode> get(ApiKind kind, String name) {
    return requests.send(ApiCall.get(kind.path(name))).object();
  }

  private <T> List<T> list(ApiKind kind, ApiQuery query, Function<JsonNode, T> reading) {
    // By name, since a list that expires half-way is read again.
    var read = new TreeMap<String, T>(new NodeNameOrder());
    listing.read(
        kind,
        query,
        Listing.PAGE,
        o -> read.put(o.path("metadata").path("name").asText(), reading.apply(o)));
    return List.copyOf(read.values());
  }

  private void awaitDeletion(String policy, String uid) {
    boolean gone =
        until(
            patience.operation(), () -> policy(policy).filter(p -> p.uid().equals(uid)).isEmpty());
    if (!gone) {
      throw new ClusterProblem(
          Kind.OTHER,
          "The policy %s is marked as deleted, but something keeps it (see its finalizers)."
              .formatted(policy));
    }
  }

  private void deleteEnactments(String policy) {
    try {
      if (listing.any(ApiKind.ENACTMENTS, enactmentsOf(policy))) {
        requests
            .send(
                ApiCall.write(
                    "DELETE", ApiKind.ENACTMENTS.path() + enactmentsOf(policy).text(), ""))
            .object();
      }
    } catch (ClusterProblem e) {
      // They are the handlers'; not every user of a policy may touch them.
      if (e.kind() != Kind.FORBIDDEN && e.kind() != Kind.NO_SUCH_KIND) {
        throw e;
      }
    }
  }

  private boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    for (int attempt = 1; ; attempt++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      var pause = patience.pause(Math.min(attempt, 3));
      if (System.nanoTime() + pause.toNanos() >= end) {
        return false;
      }
      cancellation.pause(pause);
    }
  }

  private static JsonNode required(Requests.Reply reply) {
    return reply.object().orElseThrow(() -> ApiRefusal.of(reply.answer()).problem());
  }

  private static ClusterProblem changed(String policy) {
    return new ClusterProblem(
        Kind.CONFLICT, "The policy " + policy + " was changed or deleted by somebody else.");
  }

  /** A deletion is answered with the object, or with a status that names it. */
  private static String uidOf(JsonNode answer) {
    return answer.path("metadata").path("uid").asText(answer.path("details").path("uid").asText());
  }
}
