package io.kubevirtnet.provider.plugin;

import com.google.protobuf.Empty;
import io.grpc.Channel;
import io.grpc.Context;
import java.util.concurrent.CompletableFuture;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.ResourceMonitorGrpc;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorStub;

/** The part of a running engine that takes registrations, for one Construct. */
final class Monitor {
  private final ResourceMonitorStub stub;
  private final Context context;

  /**
   * @param context ends the calls when it is cancelled
   */
  Monitor(Channel channel, Context context) {
    this.stub = ResourceMonitorGrpc.newStub(channel);
    this.context = context;
  }

  /** Done when the engine is: for a child, that is when it exists. */
  CompletableFuture<RegisterResourceResponse> register(RegisterResourceRequest resource) {
    var reply = new Reply<RegisterResourceResponse>();
    context.run(() -> stub.registerResource(resource, reply));
    return explained(reply, "could not register " + resource.getType() + " " + resource.getName());
  }

  CompletableFuture<Void> outputs(RegisterResourceOutputsRequest outputs) {
    var reply = new Reply<Empty>();
    context.run(() -> stub.registerResourceOutputs(outputs, reply));
    return explained(reply, "could not register the outputs of " + outputs.getUrn())
        .thenAccept(done -> {});
  }

  private static <T> CompletableFuture<T> explained(CompletableFuture<T> reply, String what) {
    return reply.exceptionallyCompose(
        problem -> CompletableFuture.failedFuture(Refusal.engine(what, problem)));
  }
}
