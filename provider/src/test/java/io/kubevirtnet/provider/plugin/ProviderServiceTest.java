package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.component.Versions;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.Wire;
import io.kubevirtnet.provider.wire.Wired;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.GetMappingRequest;
import pulumirpc.Provider.GetMappingsRequest;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

class ProviderServiceTest {
  private static final String LOWERED = "KVN-A009";

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
  void shakesHandsAcceptingAllKindsOfValues() {
    var answer =
        fixture
            .provider()
            .handshake(
                ProviderHandshakeRequest.newBuilder()
                    .setEngineAddress(fixture.engine.address())
                    .setInvokeWithPreview(true)
                    .setConfigureWithUrn(true)
                    .build());

    assertThat(answer.getAcceptSecrets()).isTrue();
    assertThat(answer.getAcceptResources()).isTrue();
    assertThat(answer.getAcceptOutputs()).isTrue();
  }

  @Test
  void logsToTheEngineThatAttached() throws Exception {
    try (var other = new FakeEngine()) {
      fixture.provider().attach(PluginAttach.newBuilder().setAddress(other.address()).build());

      fixture.construct(Fixture.ATTACHMENT, "vm-lan", Fixture.CLUSTER_BRIDGE);

      assertThat(other.logged()).isNotEmpty();
      assertThat(fixture.engine.logged()).isEmpty();
    }
  }

  @Test
  void tellsItsVersion() {
    assertThat(fixture.provider().getPluginInfo(Empty.getDefaultInstance()).getVersion())
        .isEqualTo(Versions.OWN);
  }

  @Test
  void servesTheSchemaOfItsOwnVersion() throws Exception {
    var schema =
        new JsonMapper()
            .readTree(
                fixture.provider().getSchema(GetSchemaRequest.getDefaultInstance()).getSchema());

    assertThat(schema.path("name").asText()).isEqualTo("kubevirtnet");
    assertThat(schema.path("version").asText()).isEqualTo(Versions.OWN);
  }

  @Test
  void refusesASchemaFormatOfTheFuture() {
    assertThatThrownBy(
            () -> fixture.provider().getSchema(GetSchemaRequest.newBuilder().setVersion(1).build()))
        .hasMessageContaining("unknown schema format 1");
  }

  @Test
  void mapsNothing() {
    assertThat(
            fixture
                .provider()
                .getMapping(GetMappingRequest.newBuilder().setKey("terraform").build())
                .getProvider())
        .isEmpty();
    assertThat(
            fixture
                .provider()
                .getMappings(GetMappingsRequest.getDefaultInstance())
                .getProvidersList())
        .isEmpty();
  }

  @Test
  void acceptsGoodConfigurationInBothForms() {
    var asObject =
        Wired.struct(
            "{\"severities\": {\""
                + LOWERED
                + "\": \"info\"}, \"version\": \"0.1.0\", \"namespaceIsolation\": true,"
                + " \"globalNamespaces\": [\"net\"]}");
    var asText =
        Struct.newBuilder()
            .putFields("severities", TreeWriter.text("{\"" + LOWERED + "\": \"info\"}"))
            .putFields("namespaceIsolation", TreeWriter.text("true"))
            .putFields("globalNamespaces", TreeWriter.text("[\"net\"]"))
            .build();

    assertThat(checkConfig(asObject)).isEmpty();
    assertThat(checkConfig(asText)).isEmpty();
  }

  @Test
  void refusesIsolationThatIsNeitherTrueNorFalse() {
    assertThat(checkConfig(Wired.struct("{\"namespaceIsolation\": \"yes\"}")))
        .extracting(CheckFailure::getProperty)
        .containsExactly("namespaceIsolation");
  }

  @Test
  void readsTheReleaseOfKubeVirtAsText() {
    assertThat(checkConfig(Wired.struct("{\"kubevirtVersion\": \"1.10\"}"))).isEmpty();
    assertThat(checkConfig(Wired.struct("{\"kubevirtVersion\": \"1.1\"}")))
        .extracting(CheckFailure::getProperty)
        .containsExactly("kubevirtVersion");
  }

  @Test
  void readsTheConfigurationOfKubeVirtFromTextAndFromAnObject() {
    var wrong = "{\"network\": {\"defaultNetworkInterface\": \"passt\"}}";

    for (var config : List.of(wrong, "\"" + wrong.replace("\"", "\\\"") + "\"")) {
      assertThat(checkConfig(Wired.struct("{\"kubevirtConfiguration\": " + config + "}")))
          .extracting(CheckFailure::getProperty)
          .containsExactly("kubevirtConfiguration");
    }
  }

  @Test
  void namesTheSettingThatWasMeant() {
    assertThat(checkConfig(Wired.struct("{\"severties\": {}, \"proxy\": \"x\"}")))
        .extracting(CheckFailure::getProperty, CheckFailure::getReason)
        .containsExactly(
            tuple(
                "proxy",
                "There is no setting proxy. There is: severities, namespaceIsolation, globalNamespaces,"
                    + " kubevirtVersion, kubevirtConfiguration, platformVersion, kubeconfig, context, offline."),
            tuple("severties", "There is no setting severties. Did you mean severities?"));
  }

  @Test
  void takesOnlyAFlagForOffline() {
    assertThat(checkConfig(Wired.struct("{\"offline\": true, \"kubeconfig\": \"x\"}"))).isEmpty();
    assertThat(checkConfig(Wired.struct("{\"offline\": \"true\"}"))).isEmpty();
    assertThat(checkConfig(Wired.struct("{\"offline\": \"perhaps\"}")))
        .extracting(CheckFailure::getProperty)
        .containsExactly("offline");
  }

  @Test
  void refusesBadSeverities() {
    assertThat(checkConfig(Wired.struct("{\"severities\": {\"" + LOWERED + "\": \"low\"}}")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.getProperty()).isEqualTo("severities");
              assertThat(f.getReason())
                  .startsWith("KVN-X009 severities[\"" + LOWERED + "\"]: \"low\" is no severity.");
            });
    for (String bad : List.of("\"{nonsense\"", "[\"a\"]", "[null]", "7")) {
      assertThat(checkConfig(Wired.struct("{\"severities\": " + bad + "}")))
          .extracting(CheckFailure::getReason)
          .isNotEmpty()
          .allMatch(reason -> reason.startsWith("KVN-X002 "));
    }
  }

  @Test
  void leavesUnknownConfigurationToLater() {
    assertThat(checkConfig(Wired.struct("{\"severities\": \"" + Wire.UNKNOWN + "\"}"))).isEmpty();
  }

  @Test
  void neverReplacesResourcesForItsConfiguration() {
    var answer =
        fixture
            .provider()
            .diffConfig(
                DiffRequest.newBuilder()
                    .setOldInputs(Wired.struct("{}"))
                    .setNews(Wired.struct("{\"severities\": {}}"))
                    .build());

    assertThat(answer.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
    assertThat(answer.getReplacesList()).isEmpty();
  }

  @Test
  void appliesTheSeveritiesThatItWasConfiguredWith() {
    fixture.construct(Fixture.ATTACHMENT, "before", Fixture.CLUSTER_BRIDGE);
    var answer =
        fixture
            .provider()
            .configure(
                ConfigureRequest.newBuilder()
                    .setArgs(Wired.struct("{\"severities\": {\"" + LOWERED + "\": \"info\"}}"))
                    .build());
    fixture.construct(Fixture.ATTACHMENT, "after", Fixture.CLUSTER_BRIDGE);

    assertThat(answer.getAcceptSecrets()).isTrue();
    assertThat(answer.getAcceptResources()).isTrue();
    assertThat(answer.getAcceptOutputs()).isTrue();
    assertThat(answer.getSupportsPreview()).isTrue();
    assertThat(severityOn("before")).isEqualTo(LogSeverity.WARNING);
    assertThat(severityOn("after")).isEqualTo(LogSeverity.INFO);
  }

  @Test
  @SuppressWarnings("deprecation") // What engines send that know no args.
  void readsTheConfigurationOfOlderEngines() {
    fixture
        .provider()
        .configure(
            ConfigureRequest.newBuilder()
                .putVariables("kubevirtnet:config:severities", "{\"" + LOWERED + "\": \"info\"}")
                .build());
    fixture.construct(Fixture.ATTACHMENT, "vm-lan", Fixture.CLUSTER_BRIDGE);

    assertThat(severityOn("vm-lan")).isEqualTo(LogSeverity.INFO);
  }

  @Test
  void hasNoFunctionsYet() {
    assertThatThrownBy(
            () ->
                fixture
                    .provider()
                    .invoke(InvokeRequest.newBuilder().setTok("kubevirtnet:index:x").build()))
        .hasMessageContaining("unknown function kubevirtnet:index:x");
    assertThatThrownBy(
            () ->
                fixture
                    .provider()
                    .call(CallRequest.newBuilder().setTok("kubevirtnet:index:y").build()))
        .hasMessageContaining("unknown function kubevirtnet:index:y");
  }

  @Test
  void namesTheTypeAndTheUrnOfAResourceThatItDoesNotMake() {
    var urn = "urn:pulumi:test::project::" + Fixture.BRIDGE + "$kubevirtnet:index:Nothing::n";

    refuses(p -> p.check(CheckRequest.newBuilder().setUrn(urn).build()), urn);
    refuses(p -> p.diff(DiffRequest.newBuilder().setUrn(urn).build()), urn);
    refuses(p -> p.create(CreateRequest.newBuilder().setUrn(urn).build()), urn);
    refuses(p -> p.read(ReadRequest.newBuilder().setUrn(urn).build()), urn);
    refuses(p -> p.update(UpdateRequest.newBuilder().setUrn(urn).build()), urn);
    refuses(p -> p.delete(DeleteRequest.newBuilder().setUrn(urn).build()), urn);
  }

  private void refuses(Function<ResourceProviderBlockingStub, Object> call, String urn) {
    assertThatThrownBy(() -> call.apply(fixture.provider()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT))
        .hasMessageContaining(
            "kubevirtnet makes no resource of type kubevirtnet:index:Nothing (" + urn + ")");
  }

  private List<CheckFailure> checkConfig(Struct news) {
    var answer = fixture.provider().checkConfig(CheckRequest.newBuilder().setNews(news).build());
    assertThat(answer.getInputs()).isEqualTo(news);
    return answer.getFailuresList();
  }

  private LogSeverity severityOn(String name) {
    return fixture.engine.logged().stream()
        .filter(l -> l.getUrn().endsWith("::" + name) && l.getMessage().startsWith(LOWERED))
        .findFirst()
        .orElseThrow()
        .getSeverity();
  }
}
