package io.kubevirtnet.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.provider.wire.Wired;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose policy it is, on which cluster, and what the state keeps of it. */
class OwnershipTest {
  private final FakeCluster cluster = Hosts.rack();
  private final Story story = new Story(cluster);

  @Test
  void refusesAForeignPolicyOfItsName() {
    cluster.foreign(
        "br1", Story.tree("nodeSelector: {rack: b}\ndesiredState: {interfaces: []}"), "kubectl");

    assertThatThrownBy(() -> story.up(Hosts.BR1)).hasMessageContaining("KVN-N300");

    assertThat(story.state).isEmpty();
    assertThat(cluster.writes).isEmpty();
  }

  @Test
  void saysHowToGoFromPlainToManaged() {
    cluster.foreign(
        "br1",
        Story.tree("nodeSelector: {rack: a}\ndesiredState: {interfaces: []}"),
        "pulumi-kubernetes");

    assertThatThrownBy(() -> story.up(Hosts.BR1))
        .hasMessageContaining("KVN-N309")
        .hasMessageContaining("pulumi state delete");
  }

  @Test
  void adoptsAPolicyWithTheStatedBaseline() {
    cluster.foreign("br1", Story.tree(Hosts.BR1.replace("policyName: br1\n", "")), "kubectl");
    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();

    story.up(
        Hosts.BR1
            + "adopt: true\nbaseline: {interfaces: [{name: ens4, type: ethernet, state: up, mtu: 1500, ipv4: {enabled: true, dhcp: true}, ipv6: {enabled: false}}]}\n");
    story.destroy();

    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void refusesAnotherClusterThanBefore() {
    story.up(Hosts.BR1);
    cluster.uid = "cluster-2";

    assertThatThrownBy(story::refresh).hasMessageContaining("KVN-N302");
    assertThatThrownBy(() -> story.diff(Story.yaml(Hosts.BR1))).hasMessageContaining("KVN-N302");
    assertThatThrownBy(story::destroy).hasMessageContaining("KVN-N302");
  }

  @Test
  void needsANodeUnlessNoneIsFine() {
    var nowhere = Hosts.BR1.replace("{rack: a}", "{rack: z}");

    assertThatThrownBy(() -> story.up(nowhere)).hasMessageContaining("KVN-N303");

    story.up(nowhere + "allowNoNodes: true\n");
    assertThat(story.kept().nodes()).isEmpty();
    story.up(Hosts.BR1);
    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(cluster.names()).containsExactly("br1");
  }

  @Test
  void importsAPolicyThatItCanNotTakeBack() {
    cluster.foreign("br1", Story.tree(Hosts.BR1.replace("policyName: br1\n", "")), "kubectl");

    story.importIt("br1");

    assertThat(story.inputs.getFieldsMap()).containsKeys("adopt", "teardown", "desiredState");
    assertThat(story.kept().nodes()).containsExactly("w1", "w2");
    story.importIt("nosuch");
    assertThat(story.id).isEqualTo("br1");
  }

  @Test
  void importsItsOwnPolicyWithAllThatTheNodesHadBefore() {
    story.up(Hosts.BR1);
    var other = new Story(cluster);

    other.importIt("br1");

    assertThat(other.inputs.getFieldsMap()).doesNotContainKey("adopt");
    assertThat(other.kept().baselines().byNode()).containsOnlyKeys("w1", "w2");
    other.destroy();
    assertThat(story.differences("w1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"__future", "__life"})
  void keepsFieldsThatANewerVersionWrote(String where) {
    story.up(Hosts.BR1);
    var outputs = story.state.orElseThrow().toBuilder();
    if (where.equals("__life")) {
      var life = outputs.getFieldsOrThrow("__life").toBuilder();
      life.getStructValueBuilder().putFields("newer", Wired.value("7"));
      outputs.putFields("__life", life.build());
    } else {
      outputs.putFields(where, Wired.value("7"));
    }
    story.state = java.util.Optional.of(outputs.build());

    story.up(Hosts.BR1_AND_BR2);

    assertThat(story.state.orElseThrow().toString())
        .contains(where.equals("__life") ? "newer" : where);
  }

  @Test
  void keepsSecretsSecretInTheState() {
    var secret = Hosts.BR1.replace("mtu: 1500", "mtu: 1500");
    var inputs = Story.yaml(secret).toBuilder();
    var desired =
        Wired.struct(
            "{\"interfaces\": [{\"name\": \"br1\", \"type\": \"linux-bridge\", \"state\": \"up\", \"description\": "
                + Wired.secret("\"hunter2\"")
                + "}]}");
    inputs.putFields(
        "desiredState", com.google.protobuf.Value.newBuilder().setStructValue(desired).build());

    var created =
        Story.done(
            story
                .process()
                .create(
                    pulumirpc.Provider.CreateRequest.newBuilder()
                        .setUrn(Story.URN)
                        .setProperties(inputs)
                        .build()));

    var text = created.getProperties().toString().replaceAll("\\s+", " ");
    assertThat(text).contains("hunter2");
    assertThat(text.split("hunter2", -1)).hasSize(2);
    assertThat(text)
        .containsPattern(
            "1b47061264138c4ac30d75fd1eb44270.{0,200}hunter2|hunter2.{0,300}1b47061264138c4ac30d75fd1eb44270");
    assertThat(story.said).noneMatch(s -> s.contains("hunter2"));
    assertThat(List.of(cluster.annotations("br1").toString()))
        .noneMatch(s -> s.contains("hunter2"));
  }
}
