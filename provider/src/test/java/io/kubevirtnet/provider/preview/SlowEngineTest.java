package io.kubevirtnet.provider.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.inputs.LinuxBridgeArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import io.kubevirtnet.provider.preview.LogLine.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pulumirpc.Resource.RegisterResourceRequest;

/** An engine that first starts the plugin of a resource is longer silent than a stuck program. */
@Timeout(120)
class SlowEngineTest {
  private static final int LONGER_THAN_A_STUCK_PROGRAM_MS = 4_000;

  @Test
  void findingsBehindASlowObjectStandOnTheirComponents() {
    Preview preview;
    try (var engine =
        new RecordingEngine("site", "dev", Answers.NONE, new Slow("kubernetes:k8s.cni.cncf.io"))) {
      preview = RecordedRun.preview(Map.of(), engine, SlowEngineTest::program);
    }

    assertThat(preview.failed()).isTrue();
    for (var name : new String[] {"broken", "too"}) {
      var component = preview.resource("kubevirtnet:index:BridgeNetwork", name).orElseThrow();
      assertThat(component.messages(Level.ERROR)).singleElement().asString().contains(name);
    }
  }

  @Test
  void waitsForNothingBehindAComponentThatFailed() {
    var began = System.nanoTime();

    RecordedRun.preview(
        ctx -> {
          var shared = new Shared();
          bridge("after", "c/d", ComponentResourceOptions.builder().dependsOn(shared).build());
        });

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
  }

  /** A user's own component, with a mistake in it. */
  private static final class Shared extends ComponentResource {
    Shared() {
      super("my:index:Shared", "shared");
      bridge("broken", "a/b", ComponentResourceOptions.builder().parent(this).build());
    }
  }

  private static void program(Context ctx) {
    var bridge = bridge("br1", "ens4", ComponentResourceOptions.Empty);
    var lan =
        new NetworkAttachment(
            "lan",
            NetworkAttachmentArgs.builder()
                .namespace("vms")
                .linuxBridge(LinuxBridgeArgs.builder().bridge(bridge.bridge()).build())
                .build());
    var after = ComponentResourceOptions.builder().dependsOn(lan).build();
    bridge("broken", "a/b", after);
    bridge("too", "c/d", after);
  }

  private static BridgeNetwork bridge(String name, String nic, ComponentResourceOptions options) {
    return new BridgeNetwork(
        name,
        BridgeNetworkArgs.builder()
            .uplink(UplinkArgs.builder().nic(nic).build())
            .rollout(Rollout.Plain)
            .build(),
        options);
  }

  /** Holds back the registration of resources of one kind. */
  private record Slow(String type) implements ServerInterceptor {
    @Override
    public <Q, A> Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
        private boolean held;

        @Override
        public void onMessage(Q message) {
          held =
              message instanceof RegisterResourceRequest request
                  && request.getType().startsWith(type);
          super.onMessage(message);
        }

        @Override
        public void onHalfClose() {
          if (held) {
            CompletableFuture.delayedExecutor(LONGER_THAN_A_STUCK_PROGRAM_MS, TimeUnit.MILLISECONDS)
                .execute(super::onHalfClose);
          } else {
            super.onHalfClose();
          }
        }
      };
    }
  }
}
