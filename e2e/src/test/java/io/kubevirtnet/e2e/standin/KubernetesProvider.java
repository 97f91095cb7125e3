package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** The engine's calls, turned into trees and back. */
final class KubernetesProvider extends ResourceProviderImplBase {
  private static final String VERSION = "4.32.0";

  private final Map<String, String> environment;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile Connection connection = new Connection(Optional.empty(), "default");

  KubernetesProvider(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
    answer(answer, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> answer) {
    String schema = "{\"name\":\"kubernetes\",\"version\":\"%s\"}".formatted(VERSION);
    answer(answer, () -> GetSchemaResponse.newBuilder().setSchema(schema).build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
    answer(answer, () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
    boolean same = request.getOlds().equals(request.getNews());
    answer(
        answer,
        () ->
            DiffResponse.newBuilder()
                .setChanges(same ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
                .build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
    answer(
        answer,
        () -> {
          ObjectNode configuration = Marks.reveal(Wire.tree(request.getArgs()));
          request
              .getVariablesMap()
              .forEach((key, value) -> configuration.put(key.replaceFirst("^.*:", ""), value));
          // A cluster that is made in the same run: previewed without it.
          connection =
              Marks.hasUnknown(configuration)
                  ? new Connection(Optional.empty(), "default")
                  : Connection.of(configuration, environment);
          return ConfigureResponse.newBuilder()
              .setAcceptSecrets(true)
              .setSupportsPreview(true)
              .build();
        });
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    answer(
        answer,
        () -> {
          ObjectNode marked = Wire.tree(request.getNews());
          ObjectNode inputs = Checkpoint.normalize(Marks.reveal(marked));
          CheckResponse.Builder response = CheckResponse.newBuilder();
          for (String field : new String[] {"apiVersion", "kind"}) {
            if (inputs.path(field).asText().isEmpty()) {
              response.addFailures(
                  CheckFailure.newBuilder()
                      .setProperty(field)
                      .setReason("Object '%s' is missing".formatted(field)));
            }
          }
          if (Patches.isPatch(request.getUrn(), inputs)) {
            Patches.requireName(inputs);
          }
          if (response.getFailuresCount() == 0 && !inputs.path("metadata").isTextual()) {
            Naming.complete(
                inputs,
                Marks.reveal(Wire.tree(request.getOlds())),
                request.getUrn().substring(request.getUrn().lastIndexOf("::") + 2),
                request.getRandomSeed());
            ObjectNode metadata = inputs.withObjectProperty("metadata");
            if (metadata.path("namespace").asText().isEmpty() && connection.isNamespaced(inputs)) {
              metadata.put("namespace", connection.namespace());
            }
          }
          return response.setInputs(Wire.struct(Marks.conceal(inputs, marked))).build();
        });
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
    answer(answer, () -> new Comparison(connection).of(request));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
    answer(
        answer,
        () -> {
          ObjectNode inputs = Wire.tree(request.getProperties());
          Lifecycle.Created created = created(inputs, request.getUrn(), request.getPreview());
          return CreateResponse.newBuilder()
              .setId(created.id())
              .setProperties(Wire.struct(created.outputs()))
              .build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    answer(
        answer,
        () -> {
          ObjectNode inputs = Wire.tree(request.getNews());
          ObjectNode old = Wire.tree(request.getOlds());
          ObjectNode outputs =
              updated(inputs, old, Patches.isPatch(request.getUrn(), inputs), request.getPreview());
          return UpdateResponse.newBuilder().setProperties(Wire.struct(outputs)).build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    answer(
        answer,
        () -> {
          ObjectNode oldInputs = Wire.tree(request.getInputs());
          ObjectRef ref = Identity.of(request.getUrn(), request.getId(), oldInputs);
          return lifecycle()
              .read(
                  ref,
                  oldInputs,
                  Checkpoint.parse(Wire.tree(request.getProperties())).fieldManager())
              .map(
                  found ->
                      ReadResponse.newBuilder()
                          .setId(request.getId())
                          .setInputs(Wire.struct(Marks.conceal(found.inputs(), oldInputs)))
                          .setProperties(Wire.struct(found.outputs(oldInputs)))
                          .build())
              .orElse(ReadResponse.getDefaultInstance());
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
    answer(
        answer,
        () -> {
          Optional<Duration> limit =
              request.getTimeout() > 0
                  ? Optional.of(Duration.ofMillis((long) (request.getTimeout() * 1000)))
                  : Optional.empty();
          Checkpoint old = Checkpoint.parse(Wire.tree(request.getProperties()));
          if (Patches.isPatch(request.getUrn(), old.live())) {
            patches().delete(old);
          } else {
            lifecycle().delete(old, limit);
          }
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> answer) {
    cancelled.set(true);
    answer(answer, Empty::getDefaultInstance);
  }

  private Lifecycle.Created created(ObjectNode inputs, String urn, boolean preview) {
    if (Patches.isPatch(urn, inputs)) {
      return preview ? new Lifecycle.Created("", inputs) : patches().create(inputs, urn);
    }
    return preview ? lifecycle().previewCreate(inputs, urn) : lifecycle().create(inputs, urn);
  }

  private ObjectNode updated(ObjectNode inputs, ObjectNode old, boolean patch, boolean preview) {
    if (patch) {
      return preview ? patches().previewUpdate(inputs, old) : patches().update(inputs, old);
    }
    return preview ? lifecycle().previewUpdate(inputs, old) : lifecycle().update(inputs, old);
  }

  private Patches patches() {
    return new Patches(connection);
  }

  private Lifecycle lifecycle() {
    return new Lifecycle(connection, cancelled);
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> call) {
    T value;
    try {
      value = call.get();
    } catch (PartialFailure e) {
      observer.onError(e.onTheWire());
      return;
    } catch (RuntimeException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      observer.onError(Status.UNKNOWN.withDescription(message).withCause(e).asRuntimeException());
      return;
    }
    observer.onNext(value);
    observer.onCompleted();
  }
}
