package io.kubevirtnet.provider.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Struct;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.UpdateRequest;

/** A stack of one policy: does with the resource what the engine does, and keeps what it keeps. */
final class Story {
  static final String URN = "urn:pulumi:test::project::kubevirtnet:index:NodeNetworkPolicy::br1";

  final FakeCluster cluster;
  final List<String> said = new ArrayList<>();
  ClusterChoice choice = ClusterChoice.DEFAULT;
  String urn = URN;
  String id = "";
  double timeout;
  Optional<Struct> state = Optional.empty();
  Struct inputs = Struct.getDefaultInstance();
  private final Map<String, NetworkState> before;
  private Optional<PolicyResource> process = Optional.empty();

  Story(FakeCluster cluster) {
    this.cluster = cluster;
    this.before = new TreeMap<>(cluster.states);
  }

  /** Waiting costs nothing here. */
  private static final class FakeTime implements Time {
    private long now;

    @Override
    public synchronized long nanos() {
      return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
      now += duration.toNanos();
    }
  }

  /** It keeps nothing between two calls, so that a crash between them makes no difference. */
  PolicyResource process() {
    if (process.isEmpty()) {
      process = Optional.of(start());
    }
    return process.get();
  }

  private PolicyResource start() {
    var resource = new PolicyResource(choice -> cluster, new FakeTime());
    resource.configure(
        new Desk() {
          @Override
          public Settings settings() {
            return Settings.NONE;
          }

          @Override
          public ClusterChoice cluster() {
            return choice;
          }

          @Override
          public Messages messages(String about) {
            return new Said();
          }
        });
    return resource;
  }

  private final class Said implements Messages {
    @Override
    public void info(String text) {
      note("info: " + text);
    }

    @Override
    public void warning(String text) {
      note("warning: " + text);
    }

    @Override
    public void debug(String text) {
      note("debug: " + text);
    }

    @Override
    public void status(String text) {
      note("status: " + text);
    }

    private void note(String text) {
      synchronized (said) {
        said.add(text);
      }
    }
  }

  static Struct yaml(String text) {
    return TreeWriter.VALUES_ONLY.write(tree(text));
  }

  static Fields tree(String text) {
    try {
      return (Fields) Tree.of(new YAMLMapper().readValue(text, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  CheckResponse check(String properties) {
    return done(
        process().check(CheckRequest.newBuilder().setUrn(urn).setNews(yaml(properties)).build()));
  }

  /** An up whose preview is not looked at: refresh, diff, create or update. */
  void up(String properties) {
    var news = yaml(properties);
    if (state.isEmpty()) {
      create(news);
      return;
    }
    refresh();
    if (state.isEmpty()) {
      create(news);
    } else if (diff(news) != DiffChanges.DIFF_NONE) {
      update(news);
    }
  }

  private void create(Struct news) {
    try {
      var answer =
          done(
              process().create(CreateRequest.newBuilder().setUrn(urn).setProperties(news).build()));
      keep(answer.getId(), answer.getProperties(), news);
    } catch (StatusRuntimeException problem) {
      keepPart(problem, news);
      throw problem;
    }
  }

  private void update(Struct news) {
    try {
      var answer =
          done(
              process()
                  .update(
                      UpdateRequest.newBuilder()
                          .setId(id)
                          .setUrn(urn)
                          .setOlds(state.orElseThrow())
                          .setOldInputs(inputs)
                          .setNews(news)
                          .setTimeout(timeout)
                          .build()));
      keep(id, answer.getProperties(), news);
    } catch (StatusRuntimeException problem) {
      keepPart(problem, news);
      throw problem;
    }
  }

  /** What a preview of this says. */
  List<String> preview(String properties) {
    said.clear();
    var news = yaml(properties);
    if (state.isEmpty()) {
      done(
          process()
              .create(
                  CreateRequest.newBuilder()
                      .setUrn(urn)
                      .setPreview(true)
                      .setProperties(news)
                      .build()));
    } else {
      done(
          process()
              .update(
                  UpdateRequest.newBuilder()
                      .setId(id)
                      .setUrn(urn)
                      .setPreview(true)
                      .setOlds(state.orElseThrow())
                      .setOldInputs(inputs)
                      .setNews(news)
                      .build()));
    }
    return List.copyOf(said);
  }

  DiffChanges diff(Struct news) {
    return done(process()
            .diff(
                DiffRequest.newBuilder()
                    .setId(id)
                    .setUrn(urn)
                    .setOlds(state.orElseThrow())
                    .setOldInputs(inputs)
                    .setNews(news)
                    .build()))
        .getChanges();
  }

  void refresh() {
    var answer =
        done(
            process()
                .read(
                    ReadRequest.newBuilder()
                        .setId(id)
                        .setUrn(urn)
                        .setProperties(state.orElseThrow())
                        .setInputs(inputs)
                        .build()));
    state = answer.getId().isEmpty() ? Optional.empty() : Optional.of(answer.getProperties());
  }

  void importIt(String name) {
    var answer = done(process().read(ReadRequest.newBuilder().setId(name).setUrn(urn).build()));
    if (!answer.getId().isEmpty()) {
      keep(answer.getId(), answer.getProperties(), answer.getInputs());
    }
  }

  void destroy() {
    done(
        process()
            .delete(
                DeleteRequest.newBuilder()
                    .setId(id)
                    .setUrn(urn)
                    .setProperties(state.orElseThrow())
                    .setOldInputs(inputs)
                    .build()));
    state = Optional.empty();
  }

  private void keep(String newId, Struct properties, Struct news) {
    id = newId;
    state = Optional.of(properties);
    inputs = news;
  }

  private void keepPart(StatusRuntimeException problem, Struct news) {
    partial(problem).ifPresent(p -> keep(p.getId(), p.getProperties(), news));
  }

  static Optional<ErrorResourceInitFailed> partial(StatusRuntimeException problem) {
    var status = StatusProto.fromThrowable(problem);
    try {
      return status == null || status.getDetailsCount() == 0
          ? Optional.empty()
          : Optional.of(status.getDetails(0).unpack(ErrorResourceInitFailed.class));
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  PolicyState kept() {
    return PolicyState.read(InputReader.read(state.orElseThrow()).tree());
  }

  static <T> T done(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** What is not on a node as it was at the beginning of the story. */
  List<String> differences(String node) {
    return HostDiff.states(java.util.Objects.requireNonNull(before.get(node)), cluster.state(node))
        .lines();
  }

  /** What a policy would still change on a node. */
  List<String> missing(String node, String properties) {
    return HostDiff.between(cluster.state(node), States.object(tree(properties), "desiredState"))
        .lines();
  }
}
