package io.kubevirtnet.provider.policy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.CustomResource;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.InputDiff;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The custom resource {@code kubevirtnet:index:NodeNetworkPolicy}, as the engine meets it. */
public final class PolicyResource implements CustomResource {
  /** Written out, since a plugin that starts has no time to load the blueprints. */
  static final String TYPE = "kubevirtnet:index:NodeNetworkPolicy";

  private final ClusterSource source;
  private final Time time;
  private final Operations operations = new Operations();
  private volatile Optional<Office> office = Optional.empty();

  public PolicyResource(ClusterSource source) {
    this(source, Time.REAL);
  }

  PolicyResource(ClusterSource source, Time time) {
    this.source = source;
    this.time = time;
  }

  /** What is there as long as one configuration holds. */
  private record Office(Desk desk, Connection connection) {}

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void configure(Desk desk) {
    var before = office;
    office = Optional.of(new Office(desk, new Connection(source, desk.cluster(), time)));
    before.ifPresent(o -> o.connection().close());
  }

  @Override
  public void cancel() {
    operations.cancel();
  }

  @Override
  public CompletableFuture<CheckResponse> check(CheckRequest request) {
    return operations.run(
        () ->
            new PolicyCheck(
                    connection(), desk().settings(), messages(request.getUrn()), request.getUrn())
                .answer(request.getNews(), Urn.name(request.getUrn())));
  }

  @Override
  public CompletableFuture<DiffResponse> diff(DiffRequest request) {
    return operations.run(
        () -> {
          var state = PolicyState.read(tree(request.getOlds()));
          if (!choice().offline()) {
            sameCluster(state, messages(request.getUrn()));
          }
          var changes =
              new java.util.TreeMap<>(
                  InputDiff.between(tree(request.getOldInputs()), tree(request.getNews())));
          if (state.pending().isPresent() || !state.drift().isEmpty()) {
            changes.putIfAbsent(
                "desiredState",
                PropertyDiff.newBuilder().setKind(PropertyDiff.Kind.UPDATE).build());
          }
          return answer(changes);
        });
  }

  private static DiffResponse answer(Map<String, PropertyDiff> changes) {
    return DiffResponse.newBuilder()
        .setChanges(changes.isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
        .addAllDiffs(
            changes.keySet().stream().map(p -> p.split("[.\\[]", 2)[0]).distinct().toList())
        .putAllDetailedDiff(changes)
        .setHasDetailedDiff(true)
        .build();
  }

  /** In a preview only where the cluster can be asked. */
  private void sameCluster(PolicyState state, Messages messages) {
    try {
      connection().look(cluster -> SameCluster.require(cluster, state));
    } catch (ClusterProblem problem) {
      messages.debug("not compared with the cluster: " + ClusterRules.sentence(problem));
    } catch (LifeProblem problem) {
      throw Answers.failure(problem);
    }
  }

  @Override
  public CompletableFuture<CreateResponse> create(CreateRequest request) {
    return operations.run(
        () -> {
          var inputs = PolicyInputs.read(tree(request.getProperties()), Urn.name(request.getUrn()));
          if (request.getPreview()) {
            var state = PolicyState.begin("", "", request.getUrn());
            forecast(request.getUrn(), inputs, state);
            return CreateResponse.newBuilder()
                .setProperties(Answers.expected(state, inputs))
                .build();
          }
          var id = inputs.policyName();
          var state =
              apply(
                  request.getUrn(),
                  id,
                  request.getProperties(),
                  inputs,
                  cluster -> PolicyState.begin(id, cluster.uid(), request.getUrn()),
                  request.getTimeout());
          return CreateResponse.newBuilder()
              .setId(id)
              .setProperties(Answers.state(state))
              .setRefreshBeforeUpdate(true)
              .build();
        });
  }

  @Override
  public CompletableFuture<UpdateResponse> update(UpdateRequest request) {
    return operations.run(
        () -> {
          var old = PolicyState.read(tree(request.getOlds()));
          var inputs = PolicyInputs.read(tree(request.getNews()), Urn.name(request.getUrn()));
          if (request.getPreview()) {
            forecast(request.getUrn(), inputs, old);
            return UpdateResponse.newBuilder().setProperties(Answers.expected(old, inputs)).build();
          }
          var state =
              apply(
                  request.getUrn(),
                  request.getId(),
                  request.getNews(),
                  inputs,
                  cluster -> old,
                  request.getTimeout());
          return UpdateResponse.newBuilder()
              .setProperties(Answers.state(state))
              .setRefreshBeforeUpdate(true)
              .build();
        });
  }

  private interface Start {
    PolicyState at(Cluster cluster);
  }

  private PolicyState apply(
      String urn, String id, Struct given, PolicyInputs inputs, Start start, double seconds) {
    var ledger = new Ledger(PolicyState.begin("", "", urn));
    attempt(
        () -> {
          var cluster = online();
          ledger.note(s -> start.at(cluster));
          SameCluster.require(cluster, ledger.state());
          new ApplyStep(scene(cluster, urn), ledger, inputs, timeout(seconds)).run();
        },
        problem -> {
          if (ledger.hasWritten()) {
            throw Answers.partly(id, ledger.state(), given, problem);
          }
        });
    return ledger.state();
  }

  /** What is not foreseen is told as a bug, by whoever answers, unless somebody knows better. */
  private static void attempt(Runnable work, Consumer<RuntimeException> onProblem) {
    try {
      work.run();
    } catch (RuntimeException problem) {
      onProblem.accept(problem);
      throw Answers.isForeseen(problem) ? Answers.failure(problem) : problem;
    }
  }

  @Override
  public CompletableFuture<Empty> delete(DeleteRequest request) {
    return operations.run(
        () -> {
          var ledger = new Ledger(PolicyState.read(tree(request.getProperties())));
          var inputs = PolicyInputs.read(tree(request.getOldInputs()), Urn.name(request.getUrn()));
          attempt(
              () -> {
                var cluster = SameCluster.require(online(), ledger.state());
                new DeleteStep(
                        scene(cluster, request.getUrn()),
                        ledger,
                        inputs,
                        timeout(request.getTimeout()))
                    .run();
              },
              problem -> {});
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public CompletableFuture<ReadResponse> read(ReadRequest request) {
    return operations.run(
        () -> {
          try {
            return new PolicyRead(connection(), messages(request.getUrn()), time).answer(request);
          } catch (RuntimeException problem) {
            throw Answers.isForeseen(problem) ? Answers.failure(problem) : problem;
          }
        });
  }

  private void forecast(String urn, PolicyInputs inputs, PolicyState state) {
    if (choice().offline()) {
      return;
    }
    var messages = messages(urn);
    try {
      var forecast = connection().look(cluster -> new Forecast(cluster, inputs, state, urn));
      connection().look(cluster -> forecast.lines()).forEach(messages::info);
      forecast.refusal().ifPresent(problem -> messages.warning(problem.text()));
    } catch (ClusterProblem problem) {
      messages.debug("no forecast: " + ClusterRules.sentence(problem));
    }
  }

  private Cluster online() {
    if (choice().offline()) {
      throw new LifeProblem(
          LifeCatalogue.OFFLINE,
          "Nodes have to change, and kubevirtnet:offline is set.",
          "Leave kubevirtnet:offline out for an update.");
    }
    return connection().cluster();
  }

  private Scene scene(Cluster cluster, String urn) {
    return new Scene(cluster, urn, messages(urn), time);
  }

  private static Optional<Duration> timeout(double seconds) {
    return seconds > 0
        ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  private static Fields tree(Struct struct) {
    return InputReader.read(struct).tree();
  }

  private Connection connection() {
    return office.orElseThrow().connection();
  }

  private Desk desk() {
    return office.orElseThrow().desk();
  }

  private ClusterChoice choice() {
    return connection().choice();
  }

  private Messages messages(String urn) {
    return desk().messages(urn);
  }
}
