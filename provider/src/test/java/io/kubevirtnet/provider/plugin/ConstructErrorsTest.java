package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.provider.wire.Wired;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Errors.InputPropertiesError.PropertyError;

class ConstructErrorsTest {
  private static final String CANARY = "canary-3f1c";

  private Fixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new Fixture();
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @Test
  void tellsAllFindingsAtOnceWithTheirPaths() {
    var refusal =
        refusal(
            "{\"namespace\": \"VMs\", \"linuxBridge\": {\"bridgeName\": \"br1\", \"vlan\": 5000, \"mut\": 1}}");

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(refusal.getStatus().getDescription()).isEqualTo("3 problems in vm-lan");
    assertThat(Fixture.problems(refusal))
        .extracting(PropertyError::getPropertyPath, p -> p.getReason().substring(0, 9))
        .containsExactlyInAnyOrder(
            tuple("namespace", "KVN-A002 "),
            tuple("linuxBridge.vlan", "KVN-A051 "),
            tuple("linuxBridge.mut", "KVN-X001 "));
  }

  @Test
  void registersNothingForBadInputs() {
    refusal("{\"namespace\": \"vms\"}");

    assertThat(fixture.engine.registered()).isEmpty();
    assertThat(fixture.engine.outputs()).isEmpty();
  }

  @Test
  void countsOneProblemAsOne() {
    var refusal =
        refusal(
            "{\"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": \"br1\", \"vlan\": 5000}}");

    assertThat(refusal.getStatus().getDescription()).isEqualTo("1 problem in vm-lan");
    assertThat(Fixture.problems(refusal))
        .singleElement()
        .satisfies(p -> assertThat(p.getReason()).contains("5000 is not a VLAN id."));
  }

  @Test
  void reportsANullInAListBesideTheOthers() {
    var refusal =
        refusal("{\"namespaces\": [\"blue\", null], \"linuxBridge\": {\"bridgeName\": \"br1\"}}");

    assertThat(Fixture.problems(refusal))
        .anySatisfy(p -> assertThat(p.getPropertyPath()).isEqualTo("namespaces[1]"));
  }

  @Test
  void stillTellsRemarksOfAComponentThatFails() {
    refusal("{\"namespace\": \"VMs\", \"linuxBridge\": {\"bridgeName\": \"br-ex\"}}");

    assertThat(fixture.engine.logged())
        .extracting(LogRequest::getMessage)
        .anyMatch(text -> text.startsWith("vm-lan: KVN-A009 "));
  }

  /** The engine would print what it finds at the path. */
  @Test
  void writesNoPathThatLeadsToASecret() {
    var refusal =
        refusal(
            "{\"name\": "
                + Wired.secret("\"" + CANARY + "_\"")
                + ", \"namespace\": "
                + Wired.secret("{\"inside\": \"" + CANARY + "\"}")
                + ", \"linuxBridge\": {\"bridgeName\": "
                + Wired.secret("\"" + CANARY + "/" + CANARY + "\"")
                + ", \"vlan\": "
                + Wired.secret("5000")
                + "}}");

    assertThat(Fixture.problems(refusal))
        .extracting(PropertyError::getPropertyPath)
        .contains(
            "name (secret)",
            "namespace (has a secret inside)",
            "linuxBridge.bridgeName (secret)",
            "linuxBridge.vlan (secret)");
  }

  @Test
  void neverTellsASecret() {
    var nowhere =
        everythingSaid(
            "{\"name\": "
                + Wired.secret("\"" + CANARY + "_\"")
                + ", \"namespace\": "
                + Wired.secret("[\"" + CANARY + "\"]")
                + ", \"linuxBridge\": {\"bridgeName\": "
                + Wired.secret("\"" + CANARY + "/" + CANARY + "\"")
                + ", \"macSpoofCheck\": "
                + Wired.secret("\"" + CANARY + "\"")
                + "}, \"suppress\": [{\"code\": "
                + Wired.secret("\"" + CANARY + "\"")
                + ", \"reason\": \"because\"}]}");

    assertThat(nowhere).isNotEmpty().doesNotContain(CANARY);
  }

  @Test
  void neverTellsASecretInARemark() {
    fixture.construct(
        Fixture.ATTACHMENT,
        "vm-lan",
        "{\"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": "
            + Wired.secret("\"br-ex\"")
            + "}}");

    assertThat(logged()).contains("KVN-A009").doesNotContain("br-ex");
  }

  @Test
  void leadsNowhereForTheInputsTogether() {
    var refusal = refusal("{\"linuxBridge\": {\"bridgeName\": \"br1\"}}");

    assertThat(Fixture.problems(refusal))
        .extracting(PropertyError::getPropertyPath)
        .isNotEmpty()
        .doesNotContain("");
  }

  @Test
  void refusesOptionsThatCanNotHoldForAnInput() {
    var request =
        fixture
            .request(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN)
            .addIgnoreChanges("linuxBridge.vlan")
            .addReplaceOnChanges("namespace");

    var refusal = fixture.refusal(request);

    assertThat(Fixture.problems(refusal))
        .extracting(PropertyError::getPropertyPath)
        .containsExactly("linuxBridge (ignoreChanges)", "namespace (replaceOnChanges)");
  }

  @Test
  void neverTellsTheInputsOfAFoundCollision() {
    var inputs =
        "{\"name\": "
            + Wired.secret("\"" + CANARY + "\"")
            + ", \"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": \"br1\"}}";
    fixture.construct(Fixture.ATTACHMENT, "one", inputs);

    assertThat(everythingSaid(inputs)).contains("is made by").doesNotContain(CANARY);
  }

  private StatusRuntimeException refusal(String inputs) {
    return fixture.refusal(fixture.request(Fixture.ATTACHMENT, "vm-lan", inputs));
  }

  private String everythingSaid(String inputs) {
    var refusal = refusal(inputs);
    return refusal.getMessage() + Fixture.problems(refusal) + refusal.getTrailers() + logged();
  }

  private String logged() {
    return fixture.engine.logged().stream()
        .map(LogRequest::getMessage)
        .collect(Collectors.joining("\n"));
  }
}
