package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.wire.Wired;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Errors.InputPropertiesError.PropertyError;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** A component that the plugin makes asks the plugin itself. */
@Timeout(120)
class PluginQuestionTest {
  private static final String NETRIS = Fixture.MODULE + "NetrisNetwork";
  private static final String PASSWORD = "correct horse battery staple";
  private static final String FACTS =
      "{\"facts\": {\"vnet\": \"tenant-a-nodes\", \"gateway\": \"192.168.55.254/21\", \"vlan\": 3,"
          + " \"vxlan\": 14}, \"findings\": []}";

  private final Controller controller = new Controller();
  private Fixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new Fixture(Functions.of(controller));
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksItsOwnFunctionOnceWithThePasswordAsASecret(boolean preview) {
    construct(request("net", quoted(PASSWORD)).setDryRun(preview));

    assertThat(controller.asked)
        .containsExactly(
            InvokeRequest.newBuilder()
                .setTok(controller.token())
                .setPreview(preview)
                .setArgs(
                    Wired.struct(
                        "{\"answerProblems\": true, \"serverCluster\": \"tenant-a\", \"controller\":"
                            + controllerInput(Wired.secret(quoted(PASSWORD)))
                            + "}"))
                .build());
  }

  /** The inputs of a component are kept in the state of the stack. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "secret", "dependent"})
  void registersThePasswordAsASecretWhateverItsAuthorDid(String kind) {
    var urn = "urn:pulumi:test::project::t:i:A::a";
    var given =
        switch (kind) {
          case "plain" -> quoted(PASSWORD);
          case "secret" -> Wired.secret(quoted(PASSWORD));
          default -> Wired.dependent(quoted(PASSWORD), urn);
        };
    var request = request("net", given);

    construct(request);

    var registered = fixture.engine.component().getObject();
    var password =
        registered.getFieldsOrThrow("controller").getStructValue().getFieldsOrThrow("password");
    assertThat(password)
        .isEqualTo(
            Wired.value(
                kind.equals("dependent")
                    ? given.replaceFirst("\\{", "{\"secret\": true, ")
                    : Wired.secret(quoted(PASSWORD))));
    assertThat(without(registered)).isEqualTo(without(request.getInputs()));
  }

  private static Struct without(Struct inputs) {
    return inputs.toBuilder().removeFields("controller").build();
  }

  @Test
  void asksNothingBeforeTheInputsAreKnown() {
    construct(request("net", Wired.secretUnknown()));

    assertThat(controller.asked).isEmpty();
    assertThat(logged()).anySatisfy(m -> assertThat(m).contains("controller: known after apply"));
  }

  @Test
  void goesOnWithoutFactsThatAreNotKnownYet() {
    controller.answer("{\"facts\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\", \"findings\": []}");

    construct(request("net", quoted(PASSWORD)));

    assertThat(logged())
        .anySatisfy(m -> assertThat(m).contains("controller: it has given no facts yet"));
  }

  @Test
  void saysWhatTheFunctionFound() {
    controller.answer(
        "{\"findings\": [{\"code\": \"KVN-T999\", \"severity\": \"error\", \"input\":"
            + " \"controller.password\", \"what\": \"It is wrong.\", \"fix\": \"Mend it.\"}]}");

    assertThat(problems(request("net", quoted(PASSWORD))))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.getPropertyPath()).isEqualTo("controller.password (secret)");
              assertThat(p.getReason()).startsWith("KVN-T999 It is wrong.").endsWith("Mend it.");
            });
    assertThat(fixture.engine.registered()).isEmpty();
  }

  @Test
  void makesOneFindingOfAFunctionThatRefuses() {
    controller.answers(
        request ->
            CompletableFuture.completedFuture(
                InvokeResponse.newBuilder()
                    .addFailures(
                        CheckFailure.newBuilder().setReason("no input of mine: " + PASSWORD))
                    .build()));

    assertThat(problems(request("net", quoted(PASSWORD))))
        .singleElement()
        .extracting(PropertyError::getReason)
        .asString()
        .startsWith("KVN-T080 The plugin could not be asked: no input of mine: [secret].");
  }

  @Test
  void makesOneFindingOfAFunctionThatHasABug() {
    controller.answers(
        request -> {
          throw new IllegalStateException(PASSWORD);
        });

    assertThat(problems(request("net", quoted(PASSWORD))))
        .singleElement()
        .extracting(PropertyError::getReason)
        .asString()
        .startsWith("KVN-T080 The plugin could not be asked: kubevirtnet has a bug")
        .doesNotContain(PASSWORD);
  }

  /** A misspelt name must not bring the engine to print what was meant to be a password. */
  @Test
  void leadsTheEngineToNoValueOfTheController() {
    var request =
        fixture.request(
            NETRIS,
            "net",
            "{\"serverCluster\": \"tenant-a\", \"hostModel\": \"evpn-on-host\", \"namespace\":"
                + " \"vms\", \"controller\": {\"pasword\": "
                + quoted(PASSWORD)
                + "}}");

    assertThat(problems(request))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.getReason()).doesNotContain(PASSWORD))
        .extracting(PropertyError::getPropertyPath)
        .contains("controller.pasword (secret)");
  }

  /** More questions than the plugin has threads for its connections. */
  @Test
  void answersOthersWhileControllersAreSlow() throws Exception {
    var answer = new CompletableFuture<InvokeResponse>();
    controller.answers(request -> answer);
    var waiting = new ArrayList<Future<ConstructResponse>>();
    for (int i = 0; i < 20; i++) {
      waiting.add(fixture.later().construct(request("net" + i, quoted(PASSWORD)).build()));
    }
    controller.await(20);

    fixture.construct(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN);
    assertThat(waiting).noneMatch(Future::isDone);

    answer.complete(Controller.response(FACTS));
    for (var one : waiting) {
      assertThat(one.get(60, TimeUnit.SECONDS).getUrn()).contains("NetrisNetwork");
    }
  }

  @Test
  void endsAQuestionWhenTheEngineCancels() throws Exception {
    controller.answers(request -> new CompletableFuture<>());
    var waiting = fixture.later().construct(request("net", quoted(PASSWORD)).build());
    controller.await(1);

    fixture.provider().cancel(Empty.getDefaultInstance());

    assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.CANCELLED));
    assertThat(controller.cancelled.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(fixture.engine.registered()).isEmpty();
  }

  private void construct(ConstructRequest.Builder request) {
    var unused = fixture.provider().construct(request.build());
  }

  private List<PropertyError> problems(ConstructRequest.Builder request) {
    return Fixture.problems(fixture.refusal(request));
  }

  private List<String> logged() {
    return fixture.engine.logged().stream().map(LogRequest::getMessage).toList();
  }

  private ConstructRequest.Builder request(String name, String password) {
    return fixture.request(
        NETRIS,
        name,
        "{\"serverCluster\": \"tenant-a\", \"hostModel\": \"evpn-on-host\", \"namespace\": \"vms\","
            + " \"rollout\": \"plain\", \"controller\": "
            + controllerInput(password)
            + "}");
  }

  private static String controllerInput(String password) {
    return "{\"url\": \"https://netris.example.com\", \"username\": \"svc\", \"password\": "
        + password
        + "}";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** The function that would ask one. */
  private static final class Controller implements PluginFunction {
    final Queue<InvokeRequest> asked = new ConcurrentLinkedQueue<>();
    final CountDownLatch cancelled = new CountDownLatch(1);
    private final Semaphore calls = new Semaphore(0);
    private volatile Function<InvokeRequest, CompletableFuture<InvokeResponse>> answer =
        request -> CompletableFuture.completedFuture(response(FACTS));

    static InvokeResponse response(String json) {
      return InvokeResponse.newBuilder().setReturn(Wired.struct(json)).build();
    }

    void answer(String json) {
      answers(request -> CompletableFuture.completedFuture(response(json)));
    }

    void answers(Function<InvokeRequest, CompletableFuture<InvokeResponse>> other) {
      answer = other;
    }

    void await(int questions) throws InterruptedException {
      assertThat(calls.tryAcquire(questions, 60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public String token() {
      return "kubevirtnet:index:getNetrisServerCluster";
    }

    @Override
    public void cancel() {
      cancelled.countDown();
    }

    @Override
    public CompletableFuture<InvokeResponse> invoke(InvokeRequest request) {
      asked.add(request);
      calls.release();
      return answer.apply(request);
    }
  }
}
