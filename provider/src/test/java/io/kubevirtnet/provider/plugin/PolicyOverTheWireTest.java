package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.kubevirtnet.provider.policy.PolicyResource;
import io.kubevirtnet.provider.policy.TestRack;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.wire.Wired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.UpdateRequest;

/** NodeNetworkPolicy as the engine meets it: over gRPC, with its messages on the URN. */
class PolicyOverTheWireTest {
  private static final String URN =
      "urn:pulumi:test::project::kubevirtnet:index:BridgeNetwork$kubevirtnet:index:NodeNetworkPolicy::br1";
  private static final Struct BR1 = bridge("ens4");
  private static final Struct BR1_OVER_ENS5 = bridge("ens5");

  private final TestRack rack = new TestRack();
  private final List<ClusterChoice> opened = new ArrayList<>();
  private Fixture fixture;

  @BeforeEach
  void start() throws Exception {
    var policy =
        new PolicyResource(
            choice -> {
              opened.add(choice);
              return rack.cluster();
            });
    fixture = new Fixture(new CustomResources(List.of(policy)), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  private static Struct bridge(String card) {
    return Wired.struct(
        """
        {"nodeSelector": {"rack": "a"}, "desiredState": {"interfaces": [
          {"name": "br1", "type": "linux-bridge", "state": "up", "bridge": {"port": [{"name": "%s"}]}}]}}
        """
            .formatted(card));
  }

  @Test
  void livesFromACheckToADelete() {
    var checked =
        fixture.provider().check(CheckRequest.newBuilder().setUrn(URN).setNews(BR1).build());
    assertThat(checked.getFailuresList()).isEmpty();

    var created =
        fixture
            .provider()
            .create(
                CreateRequest.newBuilder().setUrn(URN).setProperties(checked.getInputs()).build());
    assertThat(created.getId()).isEqualTo("br1");
    assertThat(created.getRefreshBeforeUpdate()).isTrue();

    var read =
        fixture
            .provider()
            .read(
                ReadRequest.newBuilder()
                    .setId("br1")
                    .setUrn(URN)
                    .setInputs(BR1)
                    .setProperties(created.getProperties())
                    .build());
    assertThat(read.getProperties()).isEqualTo(created.getProperties());

    var diff =
        fixture
            .provider()
            .diff(
                DiffRequest.newBuilder()
                    .setId("br1")
                    .setUrn(URN)
                    .setOlds(read.getProperties())
                    .setOldInputs(BR1)
                    .setNews(BR1_OVER_ENS5)
                    .build());
    assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
    assertThat(diff.getReplacesList()).isEmpty();
    assertThat(diff.getDetailedDiffMap())
        .containsOnlyKeys("desiredState.interfaces[0].bridge.port[0].name");

    var updated =
        fixture
            .provider()
            .update(
                UpdateRequest.newBuilder()
                    .setId("br1")
                    .setUrn(URN)
                    .setOlds(read.getProperties())
                    .setOldInputs(BR1)
                    .setNews(BR1_OVER_ENS5)
                    .build());
    fixture
        .provider()
        .delete(
            DeleteRequest.newBuilder()
                .setId("br1")
                .setUrn(URN)
                .setProperties(updated.getProperties())
                .setOldInputs(BR1_OVER_ENS5)
                .build());
    assertThat(rack.writes()).startsWith("create br1").endsWith("delete br1");
    assertThat(fixture.engine.logged()).isNotEmpty().allMatch(l -> l.getUrn().equals(URN));
    assertThat(fixture.engine.logged())
        .filteredOn(LogRequest::getEphemeral)
        .anyMatch(l -> l.getMessage().contains("2/2 nodes"));
    assertThat(opened).hasSize(1);
  }

  @Test
  void opensTheConfiguredClusterAtTheFirstNeed() {
    fixture
        .provider()
        .configure(
            ConfigureRequest.newBuilder()
                .setArgs(
                    Wired.struct(
                        "{\"kubeconfig\": %s, \"context\": \"prod\"}"
                            .formatted(Wired.secret("\"apiVersion: v1\""))))
                .build());
    assertThat(opened).isEmpty();

    fixture.provider().check(CheckRequest.newBuilder().setUrn(URN).setNews(BR1).build());

    assertThat(opened)
        .containsExactly(
            new ClusterChoice(Optional.of("apiVersion: v1"), Optional.of("prod"), false, true));
    assertThat(opened.toString()).doesNotContain("apiVersion");
  }

  @Test
  void waitsForAKubeconfigThatIsOnlyKnownAfterApply() {
    fixture
        .provider()
        .configure(
            ConfigureRequest.newBuilder()
                .setArgs(Wired.struct("{\"kubeconfig\": %s}".formatted(Wired.unknown())))
                .build());

    var checked =
        fixture.provider().check(CheckRequest.newBuilder().setUrn(URN).setNews(BR1).build());

    assertThat(checked.getFailuresList()).isEmpty();
    assertThat(opened).isEmpty();
    assertThat(fixture.engine.logged()).anyMatch(l -> l.getMessage().contains("KVN-N307"));
  }

  @Test
  void answersAFailedRolloutWithTheStateThatItReached() throws Exception {
    rack.fails("w2", "VerificationError: no such port");

    var refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                fixture
                    .provider()
                    .create(CreateRequest.newBuilder().setUrn(URN).setProperties(BR1).build()));

    var part =
        Objects.requireNonNull(StatusProto.fromThrowable(refusal))
            .getDetails(0)
            .unpack(ErrorResourceInitFailed.class);
    assertThat(part.getId()).isEqualTo("br1");
    assertThat(part.getReasonsList()).singleElement().asString().contains("w2: VerificationError");
    assertThat(part.getInputs()).isEqualTo(BR1);
    assertThat(part.getRefreshBeforeUpdate()).isTrue();
    assertThat(part.getProperties().getFieldsMap()).containsKeys("policyName", "nodes", "__life");
  }

  @Test
  void endsWhatIsUnderWayWhenTheEngineCancels() throws Exception {
    var waits = new CountDownLatch(1);
    rack.onAwait(
        () -> {
          waits.countDown();
          io.kubevirtnet.provider.plugin.Eventually.within(
              Duration.ofSeconds(30), () -> Thread.currentThread().isInterrupted());
        });
    var created =
        fixture.later().create(CreateRequest.newBuilder().setUrn(URN).setProperties(BR1).build());
    assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();

    fixture.provider().cancel(Empty.getDefaultInstance());

    var problem = catchThrowableOfType(java.util.concurrent.ExecutionException.class, created::get);
    assertThat(problem).hasMessageContaining("KVN-N317");
  }

  @Test
  void servesOthersWhileAnOperationWaits() throws Exception {
    var waits = new CountDownLatch(8);
    var goOn = new CountDownLatch(1);
    rack.onAwait(
        () -> {
          waits.countDown();
          try {
            goOn.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    var creates =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(
                i ->
                    fixture
                        .later()
                        .create(
                            CreateRequest.newBuilder().setUrn(URN + i).setProperties(BR1).build()))
            .toList();
    assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(fixture.provider().getPluginInfo(Empty.getDefaultInstance()).getVersion())
        .isNotEmpty();
    goOn.countDown();
    for (var create : creates) {
      assertThat(create.get().getId()).startsWith("br1");
    }
  }
}
