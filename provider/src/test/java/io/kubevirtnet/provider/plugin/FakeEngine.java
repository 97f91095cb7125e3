package io.kubevirtnet.provider.plugin;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.Result;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** Monitor and engine on one loopback port; remembers what it was told. */
final class FakeEngine implements AutoCloseable {
  private final Queue<RegisterResourceRequest> registered = new ConcurrentLinkedQueue<>();
  private final Queue<RegisterResourceOutputsRequest> outputs = new ConcurrentLinkedQueue<>();
  private final Queue<LogRequest> logged = new ConcurrentLinkedQueue<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Server server;
  private volatile Duration childDelay = Duration.ZERO;

  FakeEngine() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Monitor())
            .addService(new Engine())
            .build()
            .start();
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  static String urn(String type, String name) {
    return "urn:pulumi:test::project::" + type + "::" + name;
  }

  /** A child's creation takes that long, without a thread that waits. */
  void delayChildren(Duration delay) {
    childDelay = delay;
  }

  /** Answers that this resource failed, as a run that goes on after errors does. */
  void fail(String name) {
    failing.add(name);
  }

  /** Answers with an error of the call itself. */
  void refuse(String name) {
    refused.add(name);
  }

  List<RegisterResourceRequest> registered() {
    return List.copyOf(registered);
  }

  RegisterResourceRequest component() {
    return registered.stream().filter(r -> !r.getCustom()).findFirst().orElseThrow();
  }

  List<RegisterResourceRequest> children() {
    return registered.stream().filter(RegisterResourceRequest::getCustom).toList();
  }

  RegisterResourceRequest child() {
    return children().stream().findFirst().orElseThrow();
  }

  List<RegisterResourceOutputsRequest> outputs() {
    return List.copyOf(outputs);
  }

  List<LogRequest> logged() {
    return List.copyOf(logged);
  }

  @Override
  public void close() throws InterruptedException {
    clock.shutdownNow();
    server.shutdownNow();
    if (!server.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running");
    }
  }

  private final class Monitor extends ResourceMonitorImplBase {
    @Override
    public void registerResource(
        RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
      registered.add(request);
      if (refused.contains(request.getName())) {
        observer.onError(
            Status.UNKNOWN.withDescription("the monitor said no").asRuntimeException());
        return;
      }
      var answer =
          RegisterResourceResponse.newBuilder()
              .setUrn(urn(request.getType(), request.getName()))
              .setObject(request.getObject())
              .setResult(failing.contains(request.getName()) ? Result.FAIL : Result.SUCCESS)
              .build();
      var delay = request.getCustom() ? childDelay : Duration.ZERO;
      var unused =
          clock.schedule(() -> send(observer, answer), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void registerResourceOutputs(
        RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
      outputs.add(request);
      send(observer, Empty.getDefaultInstance());
    }
  }

  private final class Engine extends EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      logged.add(request);
      send(observer, Empty.getDefaultInstance());
    }
  }

  private static <T> void send(StreamObserver<T> observer, T answer) {
    observer.onNext(answer);
    observer.onCompleted();
  }
}
