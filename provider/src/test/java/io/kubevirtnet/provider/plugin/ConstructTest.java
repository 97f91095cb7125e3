package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import io.grpc.Status.Code;
import io.kubevirtnet.component.Versions;
import io.kubevirtnet.provider.wire.Wire;
import io.kubevirtnet.provider.wire.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Provider.ConstructRequest.PropertyDependencies;

class ConstructTest {
  private static final String A = "urn:pulumi:test::project::t:i:A::a";
  private static final String B = "urn:pulumi:test::project::t:i:B::b";
  private static final String NAD = "kubernetes:k8s.cni.cncf.io/v1:NetworkAttachmentDefinition";
  private static final String POLICY = "kubernetes:nmstate.io/v1:NodeNetworkConfigurationPolicy";

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
  void registersTheComponentThenItsChildrenThenItsOutputs() {
    var inputs =
        "{\"namespaces\": [\"blue\", \"green\"], \"linuxBridge\": {\"bridgeName\": \"br1\", \"vlan\": 100}}";

    var answer = fixture.construct(Fixture.ATTACHMENT, "vm-lan", inputs);

    var urn = FakeEngine.urn(Fixture.ATTACHMENT, "vm-lan");
    assertThat(answer.getUrn()).isEqualTo(urn);
    assertThat(fixture.engine.registered()).hasSize(3);
    var component = fixture.engine.registered().get(0);
    assertThat(component.getCustom()).isFalse();
    assertThat(component.getRemote()).isFalse();
    assertThat(component.getObject()).isEqualTo(Wired.struct(inputs));
    assertThat(fixture.engine.children())
        .allSatisfy(
            child -> {
              assertThat(child.getType()).isEqualTo(NAD);
              assertThat(child.getParent()).isEqualTo(urn);
              assertThat(child.getVersion()).isEqualTo(Versions.KUBERNETES_PLUGIN);
            })
        .extracting(child -> child.getName())
        .containsExactlyInAnyOrder("vm-lan-blue", "vm-lan-green");
    assertThat(fixture.engine.outputs())
        .singleElement()
        .satisfies(
            outputs -> {
              assertThat(outputs.getUrn()).isEqualTo(urn);
              assertThat(outputs.getOutputs()).isEqualTo(answer.getState());
            });
  }

  @Test
  void answersOutputsThatAreKnownAndDependOnTheChildren() {
    var answer = fixture.construct(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN);

    var attachment = answer.getState().getFieldsOrThrow("attachment").getStructValue();
    assertThat(attachment.getFieldsOrThrow("references"))
        .isEqualTo(Wired.value("{\"vms\": \"vms/vm-lan\"}"));
    assertThat(answer.getStateDependenciesOrThrow("attachment").getUrnsList())
        .containsExactly(FakeEngine.urn(NAD, "vm-lan"));
  }

  @Test
  void keepsAnUnknownLeafUnknownAtItsOwnPlace() {
    fixture.construct(
        Fixture.BRIDGE,
        "br1",
        "{\"uplink\": {\"nic\": \"ens4\"}, \"rollout\": \"plain\", \"mtu\": "
            + Wired.unknown()
            + "}");

    var uplink = interfaces().get(0).getStructValue();
    assertThat(fixture.engine.child().getType()).isEqualTo(POLICY);
    assertThat(uplink.getFieldsOrThrow("mtu")).isEqualTo(Wired.value(Wired.unknown()));
    assertThat(uplink.getFieldsOrThrow("name")).isEqualTo(Wired.value("\"ens4\""));
  }

  @Test
  void keepsSecretsAndDependenciesAtTheirOwnPlace() {
    fixture.construct(
        Fixture.BRIDGE,
        "br1",
        "{\"uplink\": {\"nic\": "
            + Wired.secret(Wired.dependent("\"ens4\"", A))
            + "}, \"rollout\": \"plain\", \"mtu\": "
            + Wired.secretUnknown()
            + "}");

    var uplink = interfaces().get(0).getStructValue();
    assertThat(uplink.getFieldsOrThrow("mtu")).isEqualTo(Wired.value(Wired.secretUnknown()));
    assertThat(uplink.getFieldsOrThrow("name"))
        .isEqualTo(
            Wired.value(
                Wired.object(
                    Wire.OUTPUT,
                    "\"value\": \"ens4\", \"secret\": true, \"dependencies\": [\"" + A + "\"]")));
    assertThat(uplink.getFieldsOrThrow("type")).isEqualTo(Wired.value("\"ethernet\""));
  }

  @Test
  void makesTheSmallestTextThatHoldsAnUnknownUnknown() {
    fixture.construct(
        Fixture.ATTACHMENT,
        "vm-lan",
        "{\"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": \"br1\", \"vlan\": "
            + Wired.unknown()
            + "}}");

    var spec = fixture.engine.child().getObject().getFieldsOrThrow("spec").getStructValue();
    assertThat(spec.getFieldsOrThrow("config")).isEqualTo(Wired.value(Wired.unknown()));
  }

  @Test
  void tellsEachPropertyOfAChildWhatItDependsOn() {
    var request =
        fixture
            .request(
                Fixture.ATTACHMENT,
                "vm-lan",
                "{\"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": "
                    + Wired.dependent("\"br1\"", A)
                    + "}}")
            .addDependencies(B)
            .putInputDependencies(
                "linuxBridge", PropertyDependencies.newBuilder().addUrns(A).build());

    var answer = fixture.provider().construct(request.build());

    var child = fixture.engine.child();
    assertThat(child.getDependenciesList()).containsExactly(A, B);
    assertThat(child.getPropertyDependenciesMap())
        .containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
    assertThat(child.getPropertyDependenciesOrThrow("spec").getUrnsList()).containsExactly(A);
    assertThat(child.getPropertyDependenciesOrThrow("kind").getUrnsList()).isEmpty();
    assertThat(answer.getStateDependenciesOrThrow("attachment").getUrnsList())
        .containsExactlyInAnyOrder(A, FakeEngine.urn(NAD, "vm-lan"));
  }

  @Test
  void takesDependenciesThatAreOnlyDeclaredPerProperty() {
    var request =
        fixture
            .request(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN)
            .putInputDependencies(
                "linuxBridge", PropertyDependencies.newBuilder().addUrns(A).build());

    var unused = fixture.provider().construct(request.build());

    assertThat(
            fixture.engine.component().getPropertyDependenciesOrThrow("linuxBridge").getUrnsList())
        .containsExactly(A);
    assertThat(fixture.engine.component().getPropertyDependenciesOrThrow("namespace").getUrnsList())
        .isEmpty();
    assertThat(fixture.engine.child().getPropertyDependenciesOrThrow("spec").getUrnsList())
        .containsExactly(A);
  }

  @Test
  void logsRemarksOnTheComponent() {
    fixture.construct(Fixture.ATTACHMENT, "vm-lan", Fixture.CLUSTER_BRIDGE);

    assertThat(fixture.engine.logged())
        .allMatch(line -> line.getUrn().equals(FakeEngine.urn(Fixture.ATTACHMENT, "vm-lan")))
        .anySatisfy(
            line -> {
              assertThat(line.getSeverity()).isEqualTo(LogSeverity.WARNING);
              assertThat(line.getMessage()).startsWith("KVN-A009 linuxBridge.bridgeName: ");
            })
        .filteredOn(line -> line.getSeverity() == LogSeverity.DEBUG)
        .extracting(LogRequest::getMessage)
        .contains("not checked: linuxBridge.bridgeName: bridge br-ex is not managed here");
  }

  @Test
  void findsWhatTwoComponentsOfOneRunClaimAndForgetsItInTheNext() throws Exception {
    fixture.construct(Fixture.ATTACHMENT, "one", named("same"));
    var second = fixture.refusal(fixture.request(Fixture.ATTACHMENT, "two", named("same")));
    assertThat(Fixture.problems(second))
        .singleElement()
        .satisfies(
            p -> assertThat(p.getReason()).contains("is made by NetworkAttachment one already"));

    try (var next = new FakeEngine()) {
      var request =
          fixture
              .request(Fixture.ATTACHMENT, "two", named("same"))
              .setMonitorEndpoint(next.address());
      assertThat(fixture.provider().construct(request.build()).getUrn()).isNotEmpty();
    }
  }

  @Test
  void keepsClustersApart() {
    fixture.construct(Fixture.ATTACHMENT, "one", named("same"));

    var elsewhere =
        fixture
            .request(Fixture.ATTACHMENT, "two", named("same"))
            .putProviders(
                "kubernetes", "urn:pulumi:test::project::pulumi:providers:kubernetes::east::id");

    assertThat(fixture.provider().construct(elsewhere.build()).getUrn()).isNotEmpty();
  }

  @Test
  void refusesATypeThatItDoesNotHave() {
    var refusal = fixture.refusal(fixture.request(Fixture.MODULE + "Nothing", "n", "{}"));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(refusal)
        .hasMessageContaining("kubevirtnet has no component kubevirtnet:index:Nothing");
  }

  @Test
  void goesOnWithoutAChildThatFailedInARunThatGoesOn() {
    fixture.engine.fail("vm-lan-green");

    var answer =
        fixture.construct(
            Fixture.ATTACHMENT,
            "vm-lan",
            "{\"namespaces\": [\"blue\", \"green\"], \"linuxBridge\": {\"bridgeName\": \"br1\"}}");

    assertThat(answer.getStateDependenciesOrThrow("attachment").getUrnsList())
        .contains(FakeEngine.urn(NAD, "vm-lan-green"));
  }

  @Test
  void makesNoChildrenForAComponentThatWasSkipped() {
    fixture.engine.fail("vm-lan");

    var answer = fixture.construct(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN);

    assertThat(fixture.engine.children()).isEmpty();
    assertThat(answer.getState().getFieldsOrThrow("attachment"))
        .isEqualTo(Value.newBuilder().setStringValue(Wire.UNKNOWN).build());
    assertThat(answer.getStateDependenciesOrThrow("attachment").getUrnsList())
        .containsExactly(FakeEngine.urn(Fixture.ATTACHMENT, "vm-lan"));
  }

  @Test
  void saysWhatTheEngineSaidWhenItRefuses() {
    fixture.engine.refuse("vm-lan");

    var refusal = fixture.refusal(fixture.request(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INTERNAL);
    assertThat(refusal.getStatus().getDescription())
        .isEqualTo(
            "could not register kubevirtnet:index:NetworkAttachment vm-lan: UNKNOWN: the monitor said no");
  }

  @Test
  void saysThatTheEngineIsGone() throws Exception {
    String gone;
    try (var other = new FakeEngine()) {
      gone = other.address();
    }

    var refusal =
        fixture.refusal(
            fixture.request(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN).setMonitorEndpoint(gone));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INTERNAL);
    assertThat(refusal.getStatus().getDescription())
        .startsWith("could not register kubevirtnet:index:NetworkAttachment vm-lan: UNAVAILABLE")
        .doesNotContain("\tat ");
  }

  private static String named(String name) {
    return "{\"name\": \""
        + name
        + "\", \"namespace\": \"vms\", \"linuxBridge\": {\"bridgeName\": \"br1\"}}";
  }

  private java.util.List<Value> interfaces() {
    return fixture
        .engine
        .child()
        .getObject()
        .getFieldsOrThrow("spec")
        .getStructValue()
        .getFieldsOrThrow("desiredState")
        .getStructValue()
        .getFieldsOrThrow("interfaces")
        .getListValue()
        .getValuesList();
  }
}
