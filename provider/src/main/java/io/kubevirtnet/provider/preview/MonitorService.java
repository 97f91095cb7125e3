package io.kubevirtnet.provider.preview;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pulumirpc.CallbackOuterClass.Callback;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** Answers a program as the real monitor does in a preview in which every resource is new. */
final class MonitorService extends ResourceMonitorImplBase {
  private static final Set<String> FEATURES =
      Set.of("resourceReferences", "secrets", "parameterization");

  /** One unknown field makes the whole result unknown to the SDK. */
  private static final Struct UNKNOWN_RESULT =
      Struct.newBuilder().putFields("unknown", TreeWriter.text(Wire.UNKNOWN)).build();

  private final Urns urns;
  private final Recording recording;
  private final Answers answers;

  MonitorService(Urns urns, Recording recording, Answers answers) {
    this.urns = urns;
    this.recording = recording;
    this.answers = answers;
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> answer) {
    reply(
        answer,
        SupportsFeatureResponse.newBuilder()
            .setHasSupport(FEATURES.contains(request.getId()))
            .build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> answer) {
    var urn = urns.of(request.getParent(), request.getType(), request.getName());
    recording.register(resource(urn, request));
    if (request.getRemote()) {
      recording.unanswered(
          "outputs and children of " + request.getType() + " " + request.getName());
    }
    reply(
        answer,
        RegisterResourceResponse.newBuilder().setUrn(urn).setObject(request.getObject()).build());
  }

  private static PlannedResource resource(String urn, RegisterResourceRequest request) {
    return new PlannedResource(
        urn,
        request.getType(),
        request.getName(),
        request.getParent(),
        request.getCustom(),
        request.getDependenciesList(),
        InputReader.read(request.getObject()).tree(),
        Optional.empty(),
        List.of());
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> answer) {
    recording.outputs(request.getUrn(), InputReader.read(request.getOutputs()).tree());
    reply(answer, Empty.getDefaultInstance());
  }

  @Override
  public void readResource(
      ReadResourceRequest request, StreamObserver<ReadResourceResponse> answer) {
    recording.unanswered("read of " + request.getType() + " " + request.getName());
    reply(
        answer,
        ReadResourceResponse.newBuilder()
            .setUrn(urns.of(request.getParent(), request.getType(), request.getName()))
            .build());
  }

  @Override
  public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> answer) {
    var given = answers.to(request);
    if (given.isEmpty()) {
      recording.unanswered("result of " + request.getTok());
      reply(answer, ResourceInvokeResponse.newBuilder().setReturn(UNKNOWN_RESULT).build());
      return;
    }
    var unused =
        given
            .get()
            .whenComplete(
                (result, problem) -> {
                  if (problem == null) {
                    reply(answer, ResourceInvokeResponse.newBuilder().setReturn(result).build());
                  } else {
                    var cause = Optional.ofNullable(problem.getCause()).orElse(problem);
                    answer.onError(
                        Status.UNKNOWN.withDescription(cause.getMessage()).asRuntimeException());
                  }
                });
  }

  @Override
  public void call(ResourceCallRequest request, StreamObserver<CallResponse> answer) {
    recording.unanswered("result of " + request.getTok());
    reply(answer, CallResponse.newBuilder().setReturn(UNKNOWN_RESULT).build());
  }

  @Override
  public void registerPackage(
      RegisterPackageRequest request, StreamObserver<RegisterPackageResponse> answer) {
    reply(answer, RegisterPackageResponse.newBuilder().setRef(request.getName()).build());
  }

  @Override
  public void registerStackTransform(Callback request, StreamObserver<Empty> answer) {
    refuse(answer, "stack transforms");
  }

  @Override
  public void registerStackInvokeTransform(Callback request, StreamObserver<Empty> answer) {
    refuse(answer, "invoke transforms");
  }

  private static void refuse(StreamObserver<?> answer, String what) {
    answer.onError(
        Status.UNIMPLEMENTED
            .withDescription("This preview has no " + what + "; use `pulumi preview`.")
            .asRuntimeException());
  }

  private static <T> void reply(StreamObserver<T> answer, T message) {
    answer.onNext(message);
    answer.onCompleted();
  }
}
