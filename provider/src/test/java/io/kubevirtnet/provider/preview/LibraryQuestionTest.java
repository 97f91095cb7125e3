package io.kubevirtnet.provider.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.inputs.UplinkArgs;
import io.kubevirtnet.provider.preview.LogLine.Level;
import io.kubevirtnet.sdk.Construction;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A component inside a Java program asks the plugin through the engine. */
@Timeout(120)
class LibraryQuestionTest {
  private static final String TOKEN = "kubevirtnet:index:getNetrisServerCluster";
  private static final String NETRIS = "kubevirtnet:index:NetrisNetwork";
  private static final String PASSWORD = "correct horse battery staple";

  private final List<Fields> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void asksOnceWithThePasswordAsASecret() {
    var preview = run(answering(facts()), ctx -> network("net", PASSWORD));

    assertThat(preview.failed()).as(said(preview)).isFalse();
    assertThat(preview.unanswered()).isEmpty();
    assertThat(asked)
        .singleElement()
        .satisfies(
            args -> {
              var controller = (Fields) args.get("controller").orElseThrow();
              assertThat(controller.plain())
                  .isEqualTo(
                      Map.of(
                          "url",
                          "https://netris.example.com",
                          "username",
                          "svc",
                          "password",
                          PASSWORD));
              assertThat(controller.get("password").orElseThrow().marks().secret()).isTrue();
              assertThat(controller.get("url").orElseThrow().marks().secret()).isFalse();
              assertThat(args.get("answerProblems").orElseThrow().plain()).isEqualTo(true);
              assertThat(args.fields()).doesNotContainKeys("site", "vpc", "vnet");
            });
  }

  @Test
  void asksNothingBeforeTheInputsAreKnown() {
    var preview =
        run(
            answering(facts()),
            ctx -> network("net", new OutputInternal<>(OutputData.<String>unknownSecret())));

    assertThat(preview.failed()).as(said(preview)).isFalse();
    assertThat(asked).isEmpty();
    assertThat(component(preview).messages(Level.DEBUG))
        .anySatisfy(m -> assertThat(m).contains("controller: known after apply"));
  }

  @Test
  void saysThatNothingWasCheckedWhereNobodyAnswers() {
    var preview = run(Answers.NONE, ctx -> network("net", PASSWORD));

    assertThat(preview.failed()).as(said(preview)).isFalse();
    assertThat(preview.unanswered()).containsExactly("result of " + TOKEN);
    assertThat(component(preview).messages(Level.DEBUG))
        .anySatisfy(m -> assertThat(m).contains("controller: it has given no facts yet"));
  }

  @Test
  void makesOneFindingOfAnEngineThatCanNotAskThePlugin() {
    var preview =
        run(
            args -> {
              asked.add(args);
              return CompletableFuture.failedFuture(
                  new IllegalStateException(
                      "no resource plugin 'pulumi-resource-kubevirtnet' found\n  ("
                          + PASSWORD
                          + ")"));
            },
            ctx -> network("net", PASSWORD));

    assertThat(preview.exitCode()).isNotZero();
    assertThat(component(preview).errors())
        .singleElement()
        .asString()
        .startsWith("1 problem in net:\n  KVN-T080 controller: The plugin could not be asked: ")
        .contains("no resource plugin 'pulumi-resource-kubevirtnet' found ([secret]).")
        .contains("Install the plugin in the version of this library")
        .doesNotContain("Exception", "\tat ");
    assertThat(said(preview)).doesNotContain(PASSWORD);
  }

  @Test
  void saysWhatThePluginFound() {
    var finding =
        Tree.of("code", "KVN-T999")
            .with("severity", "error")
            .with("input", "controller.username")
            .with("what", "Nobody is called that.")
            .with("fix", "Write another.");
    var preview =
        run(answering(Tree.of("findings", List.of(finding))), ctx -> network("net", PASSWORD));

    assertThat(preview.exitCode()).isNotZero();
    assertThat(component(preview).errors())
        .singleElement()
        .asString()
        .startsWith("1 problem in net:\n  KVN-T999 controller.username: Nobody is called that.");
  }

  /** Longer than a failing program waits for anything else. */
  @Test
  void waitsForASlowControllerWhereAnotherComponentFails() throws Exception {
    var answer = new CompletableFuture<Fields>();
    var isAsked = new CountDownLatch(1);
    var preview =
        CompletableFuture.supplyAsync(
            () ->
                run(
                    args -> {
                      isAsked.countDown();
                      return answer;
                    },
                    ctx -> {
                      network("net", PASSWORD);
                      wrongBridge();
                    }));
    assertThat(isAsked.await(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture.delayedExecutor(25, TimeUnit.SECONDS)
        .execute(() -> answer.complete(Tree.of("findings", "none")));

    assertThat(component(preview.get(100, TimeUnit.SECONDS)).errors())
        .singleElement()
        .asString()
        .contains("KVN-T080", "The plugin gave an answer that this library does not understand.");
  }

  @Test
  void endsAProgramThatHasNothingElseToDoAfterTheAnswer() {
    var preview =
        run(
            args ->
                CompletableFuture.supplyAsync(
                    LibraryQuestionTest::facts,
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)),
            ctx -> new Bare(PASSWORD));

    assertThat(preview.failed()).as(said(preview)).isFalse();
  }

  @Test
  void asksTheProviderThatTheComponentIsGiven() {
    var providers = Collections.synchronizedList(new ArrayList<String>());
    var preview =
        RecordedRun.preview(
            Map.of(),
            new Answers(
                Map.of(TOKEN, args -> CompletableFuture.completedFuture(facts())), providers::add),
            ctx -> {
              var provider = new Lab();
              new Bare(PASSWORD, ComponentResourceOptions.builder().providers(provider).build());
            });

    assertThat(preview.failed()).as(said(preview)).isFalse();
    assertThat(providers)
        .singleElement()
        .asString()
        .startsWith("urn:pulumi:dev::site::pulumi:providers:kubevirtnet::lab::");
  }

  private Preview run(
      Function<Fields, CompletableFuture<Fields>> answer, Consumer<Context> program) {
    return run(new Answers(Map.of(TOKEN, answer)), program);
  }

  private static Preview run(Answers answers, Consumer<Context> program) {
    return RecordedRun.preview(Map.of(), answers, program);
  }

  private Function<Fields, CompletableFuture<Fields>> answering(Fields answer) {
    return args -> {
      asked.add(args);
      return CompletableFuture.completedFuture(answer);
    };
  }

  private static Fields facts() {
    return Tree.of(
            "facts",
            Tree.of("vnet", "tenant-a-nodes")
                .with("gateway", "192.168.55.254/21")
                .with("vlan", 3)
                .with("vxlan", 14))
        .with("findings", List.of());
  }

  private static PlannedResource component(Preview preview) {
    return preview.resources().stream()
        .filter(r -> r.type().equals(NETRIS))
        .findFirst()
        .orElseThrow();
  }

  private static String said(Preview preview) {
    return preview.toString();
  }

  private static void network(String name, String password) {
    network(name, Output.of(password));
  }

  private static void network(String name, Output<String> password) {
    new Bare(name, password, ComponentResourceOptions.Empty);
  }

  private static void wrongBridge() {
    new BridgeNetwork(
        "wrong",
        BridgeNetworkArgs.builder()
            .uplink(UplinkArgs.builder().nic("a/b").build())
            .rollout(Rollout.Plain)
            .build());
  }

  private static final class Lab extends ProviderResource {
    Lab() {
      super("kubevirtnet", "lab", ResourceArgs.Empty, CustomResourceOptions.Empty);
    }
  }

  /** Without outputs of its own, so that nothing waits for them. */
  private static final class Bare extends ComponentResource {
    Bare(String password) {
      this(password, ComponentResourceOptions.Empty);
    }

    Bare(String password, ComponentResourceOptions options) {
      this("net", Output.of(password), options);
    }

    Bare(String name, Output<String> password, ComponentResourceOptions options) {
      super(NETRIS, name, options);
      Construction.of(
          this,
          Blueprints.NETRIS_NETWORK,
          name,
          () ->
              Map.of(
                  "serverCluster",
                  "tenant-a",
                  "hostModel",
                  "evpn-on-host",
                  "namespace",
                  "vms",
                  "rollout",
                  "plain",
                  "controller",
                  Map.of(
                      "url",
                      "https://netris.example.com",
                      "username",
                      "svc",
                      "password",
                      password)),
          options);
      registerOutputs(Map.of());
    }
  }
}
