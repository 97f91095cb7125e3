package io.kubevirtnet.provider.plugin;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Versions;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.Messages;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.GetMappingRequest;
import pulumirpc.Provider.GetMappingResponse;
import pulumirpc.Provider.GetMappingsRequest;
import pulumirpc.Provider.GetMappingsResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** What the engine asks of a plugin. One process serves one provider instance. */
final class ProviderService extends ResourceProviderImplBase {
  private final Channels channels;
  private final CustomResources resources;
  private final Functions functions;
  private final Runs runs = new Runs();
  private final Constructs constructs = new Constructs();
  private volatile Optional<String> engine;
  private volatile Settings settings = Settings.NONE;

  /**
   * @param engine where the engine takes log lines, when it has said so already
   */
  ProviderService(
      Channels channels, CustomResources resources, Functions functions, Optional<String> engine) {
    this.channels = channels;
    this.resources = resources;
    this.functions = functions;
    this.engine = engine;
    desk(settings, ClusterChoice.DEFAULT);
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> answer) {
    Answer.now(
        answer,
        () -> {
          engine = Optional.of(request.getEngineAddress());
          return ProviderHandshakeResponse.newBuilder()
              .setAcceptSecrets(true)
              .setAcceptResources(true)
              .setAcceptOutputs(true)
              .build();
        });
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> answer) {
    Answer.now(
        answer,
        () -> {
          engine = Optional.of(request.getAddress());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
    Answer.now(answer, () -> PluginInfo.newBuilder().setVersion(Versions.OWN).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> answer) {
    Answer.now(answer, () -> Schema.answer(request));
  }

  @Override
  public void getMapping(GetMappingRequest request, StreamObserver<GetMappingResponse> answer) {
    Answer.now(answer, GetMappingResponse::getDefaultInstance);
  }

  @Override
  public void getMappings(GetMappingsRequest request, StreamObserver<GetMappingsResponse> answer) {
    Answer.now(answer, GetMappingsResponse::getDefaultInstance);
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Answer.now(
        answer,
        () ->
            CheckResponse.newBuilder()
                .setInputs(request.getNews())
                .addAllFailures(new ProviderConfig(request.getNews()).failures())
                .build());
  }

  /** Nothing that can be configured makes a resource a different one. */
  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
    Answer.now(
        answer,
        () ->
            DiffResponse.newBuilder()
                .setChanges(
                    request.getOldInputs().equals(request.getNews())
                        ? DiffChanges.DIFF_NONE
                        : DiffChanges.DIFF_SOME)
                .build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
    Answer.now(
        answer,
        () -> {
          var config =
              request.hasArgs()
                  ? new ProviderConfig(request.getArgs())
                  : ProviderConfig.ofVariables(variables(request));
          settings = config.settings();
          desk(settings, config.cluster());
          return ConfigureResponse.newBuilder()
              .setAcceptSecrets(true)
              .setSupportsPreview(true)
              .setAcceptResources(true)
              .setAcceptOutputs(true)
              .build();
        });
  }

  private void desk(Settings configured, ClusterChoice cluster) {
    var desk =
        new Desk() {
          @Override
          public Settings settings() {
            return configured;
          }

          @Override
          public ClusterChoice cluster() {
            return cluster;
          }

          @Override
          public Messages messages(String urn) {
            return new EngineMessages(channels, engine, urn);
          }
        };
    resources.configure(desk);
    functions.configure(desk);
  }

  @SuppressWarnings("deprecation") // Engines that send no args have nothing else.
  private static Map<String, String> variables(ConfigureRequest request) {
    return request.getVariablesMap();
  }

  @Override
  public void construct(ConstructRequest request, StreamObserver<ConstructResponse> answer) {
    constructs.run(
        context -> {
          var toMonitor = channels.lease(request.getMonitorEndpoint());
          var toEngine = engine.map(channels::lease);
          var toPrint = new EngineLog(toEngine.map(Channels.Lease::channel), context);
          Runnable release =
              () -> {
                toMonitor.close();
                toEngine.ifPresent(Channels.Lease::close);
              };
          return Answer.started(
                  () ->
                      new ConstructCall(
                              request,
                              new Monitor(toMonitor.channel(), context),
                              toPrint,
                              functions)
                          .run(runs.at(request.getMonitorEndpoint()), settings))
              .whenComplete((done, problem) -> release.run());
        },
        answer);
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> answer) {
    Answer.later(answer, () -> functions.of(request.getTok()).invoke(request));
  }

  @Override
  public void call(CallRequest request, StreamObserver<CallResponse> answer) {
    Answer.now(
        answer,
        () -> {
          throw Refusal.invalid("unknown function " + request.getTok());
        });
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Answer.later(answer, () -> resources.of(request.getUrn()).check(request));
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
    Answer.later(answer, () -> resources.of(request.getUrn()).diff(request));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
    Answer.later(answer, () -> resources.of(request.getUrn()).create(request));
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    Answer.later(answer, () -> resources.of(request.getUrn()).read(request));
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    Answer.later(answer, () -> resources.of(request.getUrn()).update(request));
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
    Answer.later(answer, () -> resources.of(request.getUrn()).delete(request));
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> answer) {
    Answer.now(
        answer,
        () -> {
          constructs.cancel();
          resources.cancel();
          functions.cancel();
          return Empty.getDefaultInstance();
        });
  }
}
