package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.ChangeExample;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineChangeTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/change");

  /** Each document of the YAML file is a change; the text beside it says what comes of it. */
  @ParameterizedTest
  @ValueSource(strings = {"plugging", "fields", "machine"})
  void saysWhatAChangeDoes(String subject) throws IOException {
    var text = new StringBuilder();
    for (var document : Files.readString(EXAMPLES.resolve(subject + ".yaml")).split("(?m)^---\n")) {
      var example = YamlStack.YAML.readValue(document, Map.class);
      text.append(rendered(String.valueOf(example.get("name")), ChangeExample.of(example)));
    }

    Golden.compare(EXAMPLES.resolve(subject + ".txt"), text.toString());
  }

  private static String rendered(String name, ChangeExample example) {
    var change = example.change();
    var text = new StringBuilder(name).append("\n  ").append(change.effect().wire());
    text.append(change.isRestartRequired() ? ", as KubeVirt says\n" : "\n");
    change.fields().forEach(f -> text.append("  ").append(f.line()).append('\n'));
    for (Finding finding : example.check().findings()) {
      text.append("  ").append(finding.code()).append(' ').append(finding.path());
      text.append(": ").append(finding.what()).append(' ').append(finding.fix()).append('\n');
    }
    change.cards().stream()
        .filter(CardChange::isChange)
        .forEach(
            c -> text.append("  ").append(c.network()).append(": ").append(names(c)).append('\n'));
    return text.append('\n').toString();
  }

  private static String names(CardChange change) {
    return change.before().map(MachineChangeTest::names).orElse("none")
        + " -> "
        + change.after().map(MachineChangeTest::names).orElse("none");
  }

  private static String names(CardChange.Names names) {
    return String.join(
        " ",
        names.mac().orElse("?"),
        names.pod().orElse("?"),
        names.guest().orElse("?"),
        place(names.order()));
  }

  private static String place(OptionalInt order) {
    return order.isPresent() ? "#" + order.getAsInt() : "?";
  }

  @Test
  void neverShowsASecret() {
    var secret = new Scalar("hunter2", new Marks(true, Set.of()));
    var change =
        MachineChange.of(
            machine(nic(Tree.of("name", "lan").with("macAddress", secret)), lan()),
            machine(nic(Tree.of("name", "lan").with("tag", secret)), lan()),
            MachineFacts.UNKNOWN,
            ClusterConfiguration.of(KubeVirtRelease.V1_9));

    assertThat(change.fields()).extracting(FieldChange::field).containsExactly("macAddress", "tag");
    assertThat(change.toString()).doesNotContain("hunter2").contains(Part.SECRET);
  }

  @Test
  void saysWhatWouldComeOfAValueThatIsNotKnownYet() {
    var open = new Unknown(Marks.NONE);
    var network = Tree.of("name", "lan").with("multus", Tree.of("networkName", open));
    var change =
        MachineChange.of(
            machine(nic(Tree.of("name", "lan")), lan()),
            machine(nic(Tree.of("name", "lan")), network),
            MachineFacts.UNKNOWN,
            ClusterConfiguration.of(KubeVirtRelease.V1_9));

    assertThat(change.isRestartRequired()).isFalse();
    assertThat(change.fields())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.after()).isEqualTo("(known after apply)");
              assertThat(f.effect()).isEqualTo(Effect.MIGRATION);
              assertThat(f.reason()).startsWith("If it differs: ");
            });
  }

  @Test
  void takesNothingForGoneFromAListThatIsNotKnownYet() {
    var open =
        new Machine(
            MachineKind.VIRTUAL_MACHINE,
            Part.of(PropertyPath.ROOT, Tree.of("spec", new Unknown(Marks.NONE))));
    var change =
        MachineChange.of(
            machine(nic(Tree.of("name", "lan")), lan()),
            open,
            MachineFacts.UNKNOWN,
            ClusterConfiguration.of(KubeVirtRelease.V1_9));

    assertThat(change.isRestartRequired()).isFalse();
    assertThat(change.fields()).noneMatch(f -> f.network().equals(Optional.of("lan")));
  }

  @Test
  void namesTheInputThatAnAuthorWrote() {
    var written = Tree.of((Object) "e1000").writtenAt(new PropertyPath("networks[0].model"));
    var change =
        MachineChange.of(
            machine(nic(Tree.of("name", "lan")), lan()),
            machine(nic(Tree.of("name", "lan").with("model", written)), lan()),
            MachineFacts.UNKNOWN,
            ClusterConfiguration.of(KubeVirtRelease.V1_9));

    assertThat(change.fields())
        .extracting(f -> f.path().text())
        .containsExactly("networks[0].model");
  }

  private static Fields nic(Fields fields) {
    return fields.with("bridge", Tree.fields());
  }

  private static Fields lan() {
    return Tree.of("name", "lan").with("multus", Tree.of("networkName", "vms/lan"));
  }

  private static Machine machine(Fields nic, Fields network) {
    var spec =
        Tree.of("domain", Tree.of("devices", Tree.of("interfaces", Tree.items(nic))))
            .with("networks", Tree.items(network));
    return new Machine(
        MachineKind.VIRTUAL_MACHINE,
        Part.of(PropertyPath.ROOT, Tree.of("spec", Tree.of("template", Tree.of("spec", spec)))));
  }
}
