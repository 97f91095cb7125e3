package io.kubevirtnet.provider.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.sides.ReadSides.Said;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewSidesTest {
  private static final Path PREVIEWS = Path.of("src/test/resources/previews");

  @Test
  void anObjectIsOnTheSidesOnWhichItIsDeclared() throws IOException {
    var sides = read("site.json");

    assertThat(names(sides.before()))
        .containsExactly(
            "NetworkAttachmentDefinition old/moved",
            "NetworkAttachmentDefinition vms/anew",
            "NetworkAttachmentDefinition vms/found",
            "NetworkAttachmentDefinition vms/gone",
            "NetworkAttachmentDefinition vms/lan",
            "NodeNetworkConfigurationPolicy hosts",
            "Secret vms/init",
            "Secret vms/still");
    assertThat(names(sides.after()))
        .containsExactly(
            "KubeVirtPatch kubevirt/kubevirt",
            "NetworkAttachmentDefinition new/moved",
            "NetworkAttachmentDefinition open",
            "NetworkAttachmentDefinition vms/anew",
            "NetworkAttachmentDefinition vms/found",
            "NetworkAttachmentDefinition vms/lan",
            "NodeNetworkConfigurationPolicy hosts",
            "Secret vms/init",
            "Secret vms/still");
  }

  @Test
  void whatIsOnlyReadOrKeptStaysBesideTheSides() throws IOException {
    assertThat(read("site.json").beside())
        .extracting(o -> o.reference().name())
        .containsExactlyInAnyOrder("kept", "vms");
  }

  @Test
  void aComponentIsCalledByItsKindAndItsName() throws IOException {
    var sides = read("site.json");

    assertThat(object(sides.after(), "lan").component()).contains("NetworkAttachment lan");
    assertThat(object(sides.before(), "gone").component()).isEmpty();
    assertThat(object(sides.after(), "anew").replaced()).isTrue();
    assertThat(object(sides.after(), "lan").replaced()).isFalse();
  }

  @Test
  void ourPolicyIsTheObjectThatItWrites() throws IOException {
    var sides = read("site.json");
    var policy = object(sides.after(), "hosts");
    var spec = SceneReading.root(policy.object()).get("spec");

    assertThat(policy.managed().orElseThrow().get("teardown")).isPresent();
    assertThat(policy.component()).contains("BridgeNetwork hosts");
    assertThat(spec.get("maxUnavailable").number()).contains(2L);
    assertThat(
            spec.get("desiredState", "interfaces")
                .items()
                .get(0)
                .get("bridge", "port")
                .items()
                .get(0)
                .get("name")
                .text())
        .contains("eth2");
    assertThat(sides.after().facts()).extracting(f -> f.name()).containsExactly("tenant");
  }

  @Test
  void whatIsNotKnownYetIsUnknownAndSecretsAreSecret() throws IOException {
    var sides = read("site.json");
    var open = SceneReading.root(object(sides.after(), "open").object());
    var hidden = data(sides.after(), "still");

    assertThat(open.get("spec", "config").isOpen()).isTrue();
    assertThat(hidden).isInstanceOf(Unknown.class).isEqualTo(data(sides.before(), "still"));
    assertThat(hidden.marks().secret()).isTrue();
  }

  @Test
  void aSecretThatChangesIsAnotherOne() throws IOException {
    var sides = read("site.json");

    assertThat(data(sides.before(), "init"))
        .isInstanceOf(Scalar.class)
        .hasToString(Part.SECRET)
        .isNotEqualTo(data(sides.after(), "init"));
  }

  @Test
  void theConfigurationOfTheStackSaysWhatHolds() throws IOException {
    var settings = read("site.json").settings();

    assertThat(settings.severities()).containsEntry("KVN-P020", Severity.INFO);
    assertThat(settings.isolation().on()).isTrue();
    assertThat(settings.kubeVirt().release().orElseThrow().wire()).isEqualTo("1.8");
  }

  @Test
  void tellsWhatItDidNotLookAt() throws IOException {
    assertThat(read("site.json").notChecked())
        .containsExactlyInAnyOrder(
            new NotChecked(
                "1 resource of type random:index/randomId:RandomId", "no Kubernetes object"),
            new NotChecked(
                "1 resource of type kubernetes:helm.sh/v3:Release", "no Kubernetes object"),
            new NotChecked(
                "3 resources that are unchanged",
                "the preview does not list them: make it with --show-sames"));
  }

  @Test
  void eventsOneByOneSayTheSame() throws IOException {
    assertThat(read("site.jsonl")).isEqualTo(read("site.json"));
    assertThat(read("site.json").said())
        .containsExactly(new Said("NetworkAttachment lan", "warning", "KVN-A031 namespace: odd."));
  }

  @Test
  void aRefreshBeforeAStepSaysNothingOfTheNewSide() throws IOException {
    var state =
        "{\"custom\": true, \"type\": \"kubernetes:core/v1:Pod\", \"inputs\": {\"metadata\": {\"name\": \"p\"}}}";
    var urn = "urn:pulumi:a::b::kubernetes:core/v1:Pod::p";
    var refresh =
        "{\"op\": \"refresh\", \"urn\": \"%s\", \"oldState\": %s, \"newState\": %s}"
            .formatted(urn, state, state);
    var delete = "{\"op\": \"delete\", \"urn\": \"%s\", \"oldState\": %s}".formatted(urn, state);

    var deleted = read("{\"duration\": 1, \"steps\": [" + refresh + "," + delete + "]}", "p");
    var refreshed = read("{\"duration\": 1, \"steps\": [" + refresh + "]}", "p");

    assertThat(names(deleted.before())).containsExactly("Pod p");
    assertThat(deleted.after().objects()).isEmpty();
    assertThat(refreshed.after()).isEqualTo(refreshed.before());
    assertThat(names(refreshed.after())).containsExactly("Pod p");
  }

  @Test
  void eventsWithoutAnEndAreAFailure() throws IOException {
    var text = Files.readString(PREVIEWS.resolve("site.jsonl"));

    var cut = read(text.substring(0, text.indexOf("{\"sequence\": 9,")), "cut");

    assertThat(cut.failed()).isTrue();
    assertThat(cut.notChecked())
        .contains(new NotChecked("the rest of the preview", "it was interrupted"));
  }

  @Test
  void aFailedPreviewIsNoEmptyOne() throws IOException {
    var failed = read("failed.json");

    assertThat(failed.failed()).isTrue();
    assertThat(failed.said())
        .containsExactly(
            new Said(
                "BridgeNetwork hosts", "error", "1 problem in hosts:\n  KVN-N003 uplink.nic: no."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Previewing update (prod):",
        "[]",
        "{\"steps\": 7}",
        "{\"steps\": [7]}",
        "{\"steps\": [{\"op\": \"create\"}]}",
        "{\"steps\": [{\"op\": \"create\", \"urn\": \"nonsense\"}]}",
        "{\"steps\": [",
        "{\"apiVersion\": \"v1\", \"kind\": \"List\"}"
      })
  void refusesWhatIsNoPreview(String text) {
    assertThatThrownBy(() -> read(text, "p.json"))
        .isInstanceOf(UnreadableManifest.class)
        .hasMessageStartingWith(
            "p.json: not what `pulumi preview --json --show-sames` prints, since ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"steps\": null, \"duration\": 1}",
        "{\"steps\": [{\"op\":\"create\",\"urn\":\"urn:pulumi:a::b::kubernetes:core/v1:Pod::c\",\"newState\":7}]}",
        "{\"steps\": [{\"op\":\"create\",\"urn\":\"urn:pulumi:a::b::kubernetes:core/v1:Pod::c\",\"newState\":{\"custom\":true,\"inputs\":[]}}]}",
        "{\"config\": [], \"diagnostics\": {}, \"steps\": [], \"changeSummary\": 7}"
      })
  void readsOverWhatOtherEnginesPrint(String text) throws IOException {
    assertThat(read(text, "p.json").before().objects()).isEmpty();
  }

  private static io.kubevirtnet.value.Tree data(Side side, String name) {
    return object(side, name).object().fields().get("data").orElseThrow();
  }

  private static PlannedObject object(Side side, String name) {
    return side.objects().stream()
        .filter(o -> o.reference().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static java.util.List<String> names(Side side) {
    return side.objects().stream()
        .map(o -> io.kubevirtnet.provider.manifest.CheckedObject.title(o.reference()))
        .sorted()
        .toList();
  }

  private static ReadSides read(String file) throws IOException {
    return read(Files.readString(PREVIEWS.resolve(file)), file);
  }

  private static ReadSides read(String text, String source) throws IOException {
    return PreviewSides.read(
        source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
