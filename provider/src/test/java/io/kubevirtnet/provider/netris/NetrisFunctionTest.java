package io.kubevirtnet.provider.netris;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.component.Settings;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.Wired;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** {@code getNetrisServerCluster} as the engine, or a component, asks for it. */
@Timeout(120)
class NetrisFunctionTest {
  private static final String PASSWORD = "canary-5d20";
  private static final String CLOSED = "http://127.0.0.1:1";

  private final ScriptedController controller = new ScriptedController();
  private final NetrisFunction function = new NetrisFunction();

  @AfterEach
  void stop() {
    function.cancel();
    controller.close();
  }

  @Test
  void givesTheFactsOfAServerCluster() {
    assertThat(result(ask(controller.url(), "", "")))
        .isEqualTo(
            Map.of(
                "findings",
                List.of(),
                "facts",
                Map.of(
                    "vnet",
                    "tenant-a-nodes",
                    "gateway",
                    "192.168.55.254/21",
                    "vlan",
                    3,
                    "vxlan",
                    14,
                    "vpc",
                    "tenant-a",
                    "site",
                    "east",
                    "dhcpRanges",
                    List.of("192.168.48.1-192.168.48.99"),
                    "usedAddresses",
                    List.of("192.168.48.200", "192.168.50.2"),
                    "servers",
                    List.of(
                        Map.of("name", "srv-1", "shared", true),
                        Map.of("name", "srv-2", "shared", true)))));
  }

  @Test
  void failsAtTheInputThatIsWrong() {
    assertThat(ask(controller.url(), "", ", \"vnet\": \"node\"").getFailuresList())
        .singleElement()
        .matches(f -> f.getProperty().equals("vnet"))
        .matches(
            f ->
                f.getReason()
                    .startsWith(
                        "KVN-T074 vnet: Server cluster \"tenant-a\" has no V-Net \"node\"."))
        .matches(f -> f.getReason().endsWith("Did you mean \"nodes\"?"));
  }

  @Test
  void answersProblemsToAComponent() {
    var result =
        result(ask(controller.url(), "", ", \"vnet\": \"node\", \"answerProblems\": true"));

    assertThat(result)
        .isEqualTo(
            Map.of(
                "findings",
                List.of(
                    Map.of(
                        "code",
                        "KVN-T074",
                        "severity",
                        "error",
                        "input",
                        "vnet",
                        "what",
                        "Server cluster \"tenant-a\" has no V-Net \"node\".",
                        "fix",
                        "Did you mean \"nodes\"?"))));
  }

  @Test
  void givesFactsOfWhatIsNotActiveToThoseWhoSaySo() {
    controller.data(
        ScriptedController.CLUSTER,
        """
        {"id": 1, "name": "tenant-a", "status": "disabled", "vpc": {"id": 7}, "resources":
          {"vnets": [{"id": 11, "name": "tenant-a-nodes"}]}}
        """);
    assertThat(ask(controller.url(), "", "").getFailuresList())
        .extracting(CheckFailure::getReason)
        .singleElement()
        .asString()
        .startsWith("KVN-T073");

    configure(
        Settings.read((Tree.Fields) Tree.of(Map.of("severities", Map.of("KVN-T073", "warning")))),
        false);

    assertThat(result(ask(controller.url(), "", "")).toString())
        .contains("KVN-T073", "warning", "192.168.55.254/21");
  }

  @Test
  void isUnknownWhileAnInputIs() {
    assertUnknown(ask(controller.url(), "", ", \"vnet\": " + Wired.unknown()));
    assertUnknown(
        function
            .invoke(
                request(
                        "{\"serverCluster\": \"tenant-a\", \"controller\": "
                            + Wired.secretUnknown()
                            + "}")
                    .build())
            .join());
    assertThat(controller.requests).isEmpty();
  }

  @Test
  void leavesOpenWhatAControllerDoesNotTellWhereThatIsWanted() {
    var mayBe = ", \"whenUnreachable\": \"unknown\"";

    assertUnknown(
        function.invoke(request(inputs(CLOSED, mayBe, "")).setPreview(true).build()).join());
    assertThat(ask(CLOSED, mayBe, "").getFailuresList())
        .singleElement()
        .matches(f -> f.getProperty().equals("controller.url"))
        .matches(f -> f.getReason().startsWith("KVN-T065 "));
    assertThat(
            function
                .invoke(request(inputs(CLOSED, "", "")).setPreview(true).build())
                .join()
                .getFailuresList())
        .hasSize(1);
  }

  @Test
  void tellsAComponentWhyThereIsNothingYet() {
    var inputs = inputs(CLOSED, ", \"whenUnreachable\": \"unknown\"", ", \"answerProblems\": true");

    assertThat(result(function.invoke(request(inputs).setPreview(true).build()).join()))
        .isEqualTo(
            Map.of(
                "findings",
                List.of(
                    Map.of(
                        "code",
                        "KVN-T065",
                        "severity",
                        "info",
                        "input",
                        "controller.url",
                        "what",
                        "127.0.0.1:1 cannot be reached.",
                        "fix",
                        "An update asks again, and fails if there is no answer then."))));
  }

  @Test
  void asksNoControllerOffline() {
    configure(Settings.NONE, true);

    assertUnknown(
        function.invoke(request(inputs(controller.url(), "", "")).setPreview(true).build()).join());
    assertThat(ask(controller.url(), "", "").getFailuresList())
        .extracting(CheckFailure::getReason)
        .singleElement()
        .asString()
        .startsWith("KVN-T079 controller: ");
    assertThat(controller.requests).isEmpty();
  }

  @Test
  void asksNobodyWhereTheInputsAreWrong() {
    assertThat(ask("http://netris.example.com", ", \"timeoutSeconds\": 0", "").getFailuresList())
        .extracting(CheckFailure::getProperty)
        .containsExactly("controller.url", "controller.timeoutSeconds");
    assertThat(ask(controller.url(), ", \"pasword\": \"x\"", "").getFailuresList())
        .extracting(CheckFailure::getProperty)
        .containsExactly("controller.pasword");
    assertThat(controller.requests).isEmpty();
  }

  @Test
  void logsInOnceForFiftyQuestionsAtTheSameTime() {
    var answers =
        IntStream.range(0, 50)
            .mapToObj(i -> function.invoke(request(inputs(controller.url(), "", "")).build()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .allSatisfy(a -> assertThat(a.getFailuresList()).isEmpty());
    assertThat(controller.logins).hasSize(1);
  }

  @Test
  void triesARefusedLoginOnce() {
    controller.answer(ScriptedController.LOGIN, Reply.refused(401, "Unauthorized"));

    var answers =
        IntStream.range(0, 50)
            .mapToObj(i -> function.invoke(request(inputs(controller.url(), "", "")).build()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .allSatisfy(a -> assertThat(a.toString()).contains("KVN-T064"));
    assertThat(controller.logins).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"" + PASSWORD + "\"",
        "[\"" + PASSWORD + "\"]",
        "{\"" + PASSWORD + "\": \"" + PASSWORD + "\"}"
      })
  void tellsNobodyThePassword(String password) {
    var nosy = "You sent " + PASSWORD;
    var controllers =
        Stream.of(
            Reply.refused(401, nosy),
            Reply.refused(500, nosy),
            Reply.json(200, "{\"isSuccess\": false, \"errors\": {\"password\": \"" + nosy + "\"}}"),
            Reply.text(200, nosy),
            Reply.redirect(302, "/login?password=" + PASSWORD));

    controllers.forEach(
        reply -> {
          controller.answer(ScriptedController.LOGIN, reply);
          var inputs =
              """
              {"serverCluster": "tenant-a",
               "controller": {"url": "%s", "username": "svc%s", "password": %s}}
              """
                  .formatted(controller.url(), reply.hashCode(), password);

          var answer = function.invoke(request(inputs).build()).join();

          assertThat(answer.getFailuresList()).isNotEmpty();
          assertThat(answer.toString()).doesNotContain(PASSWORD);
        });
  }

  private static void assertUnknown(InvokeResponse response) {
    assertThat(result(response)).isEqualTo(Map.of("findings", List.of()));
  }

  private static Object result(InvokeResponse response) {
    assertThat(response.getFailuresList()).isEmpty();
    return InputReader.read(response.getReturn()).tree().plain();
  }

  private InvokeResponse ask(String url, String moreOfController, String more) {
    return function.invoke(request(inputs(url, moreOfController, more)).build()).join();
  }

  private static String inputs(String url, String moreOfController, String more) {
    return """
        {"serverCluster": "tenant-a",
         "controller": {"url": "%s", "username": "svc", "password": %s%s}%s}
        """
        .formatted(url, Wired.secret("\"" + PASSWORD + "\""), moreOfController, more);
  }

  private static InvokeRequest.Builder request(String inputs) {
    return InvokeRequest.newBuilder()
        .setTok("kubevirtnet:index:getNetrisServerCluster")
        .setArgs(Wired.struct(inputs));
  }

  private void configure(Settings settings, boolean offline) {
    function.configure(
        new Desk() {
          @Override
          public Settings settings() {
            return settings;
          }

          @Override
          public ClusterChoice cluster() {
            return new ClusterChoice(Optional.empty(), Optional.empty(), offline, true);
          }

          @Override
          public Messages messages(String urn) {
            throw new AssertionError("a function has no resource");
          }
        });
  }
}
