package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.wire.Wired;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pulumirpc.Errors.InputPropertiesError;
import pulumirpc.Errors.InputPropertiesError.PropertyError;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;
import pulumirpc.ResourceProviderGrpc.ResourceProviderFutureStub;

/** A plugin, an engine made for the test, and the connection between them. */
final class Fixture implements AutoCloseable {
  static final String MODULE = "kubevirtnet:index:";
  static final String ATTACHMENT = MODULE + "NetworkAttachment";
  static final String BRIDGE = MODULE + "BridgeNetwork";

  /** The smallest attachment that is right. */
  static final String VM_LAN =
      "{\"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": \"br1\"}}";

  /** Right, with the warning KVN-A009: this bridge carries the cluster itself. */
  static final String CLUSTER_BRIDGE =
      "{\"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": \"br-ex\"}}";

  final FakeEngine engine;
  private final Plugin plugin;
  private final ManagedChannel channel;

  Fixture() throws IOException {
    this(CustomResources.NONE, Duration.ofSeconds(20));
  }

  Fixture(CustomResources resources, Duration linger) throws IOException {
    this(resources, Functions.all(), linger);
  }

  Fixture(Functions functions) throws IOException {
    this(CustomResources.NONE, functions, Duration.ofSeconds(20));
  }

  /** One whose components get no answer to what they ask: no test looks for a controller. */
  static Fixture unanswered() throws IOException {
    return new Fixture(
        Functions.of(
            new PluginFunction() {
              @Override
              public String token() {
                return MODULE + "getNetrisServerCluster";
              }

              @Override
              public CompletableFuture<InvokeResponse> invoke(InvokeRequest request) {
                return CompletableFuture.completedFuture(InvokeResponse.getDefaultInstance());
              }
            }));
  }

  private Fixture(CustomResources resources, Functions functions, Duration linger)
      throws IOException {
    engine = new FakeEngine();
    plugin = Plugin.start(Optional.of(engine.address()), resources, functions, linger);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", plugin.port()).usePlaintext().build();
  }

  ResourceProviderBlockingStub provider() {
    return ResourceProviderGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  ResourceProviderFutureStub later() {
    return ResourceProviderGrpc.newFutureStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  ConstructRequest.Builder request(String type, String name, String inputs) {
    return ConstructRequest.newBuilder()
        .setMonitorEndpoint(engine.address())
        .setType(type)
        .setName(name)
        .setParent(FakeEngine.urn("pulumi:pulumi:Stack", "project-test"))
        .setDryRun(true)
        .setAcceptsOutputValues(true)
        .setInputs(Wired.struct(inputs));
  }

  ConstructResponse construct(String type, String name, String inputs) {
    return provider().construct(request(type, name, inputs).build());
  }

  StatusRuntimeException refusal(ConstructRequest.Builder request) {
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> provider().construct(request.build()));
  }

  static List<PropertyError> problems(StatusRuntimeException refusal) {
    var status = StatusProto.fromThrowable(refusal);
    try {
      return status == null || status.getDetailsCount() == 0
          ? List.of()
          : status.getDetails(0).unpack(InputPropertiesError.class).getErrorsList();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    channel.shutdownNow();
    channel.awaitTermination(10, TimeUnit.SECONDS);
    plugin.close();
    engine.close();
  }
}
