package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import io.kubevirtnet.NetrisNetwork;
import io.kubevirtnet.NetrisNetworkArgs;
import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.inputs.NetrisControllerArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import io.kubevirtnet.provider.preview.Answers;
import io.kubevirtnet.provider.preview.Preview;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of programs whose components ask the plugin, which no plan has. */
class ProgramNotesTest {
  private static final String TOKEN = "kubevirtnet:index:getNetrisServerCluster";
  private static final String PASSWORD = "tr0ub4dor";

  @Test
  void listsWhatNobodyAnsweredAsNotChecked() {
    var preview = RecordedRun.preview(ctx -> network(Output.of(PASSWORD)));

    assertThat(preview.failed()).as(said(preview)).isFalse();
    assertThat(said(preview))
        .contains(
            "controller (it has given no facts yet, so what follows from them is not known)",
            "result of " + TOKEN + " (only a real engine can answer)");
    assertThat(preview.objects()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void neverShowsThePassword(boolean secret) {
    for (var answers : List.of(Answers.NONE, facts(), failing())) {
      var preview =
          RecordedRun.preview(
              Map.of(),
              answers,
              ctx -> network(secret ? Output.ofSecret(PASSWORD) : Output.of(PASSWORD)));

      assertThat(said(preview)).contains("tenant-a");
      assertThat(said(preview) + everything(preview)).doesNotContain(PASSWORD);
    }
  }

  @Test
  void tellsOfThingsThatAreNoKubernetesObjects() {
    var notes = ProgramNotes.of(RecordedRun.preview(com.example.site.App::stack));

    assertThat(notes)
        .contains(
            new Note(
                "KubeVirtNodeType bridge-vm",
                "no object of its own: it goes into a node provider"));
    assertThat(notes)
        .filteredOn(n -> n.line().startsWith("VirtualMachineWiring vms/web\n"))
        .singleElement()
        .returns("VirtualMachine web", Note::component)
        .matches(n -> n.line().contains("    addresses:"));
  }

  private static String said(Preview preview) {
    var said = new StringBuilder();
    ProgramNotes.of(preview).forEach(n -> said.append(n).append('\n'));
    ProgramNotes.notChecked(preview)
        .forEach(n -> said.append(n.what()).append(" (").append(n.why()).append(")\n"));
    return said.toString();
  }

  /** Also what a plan would hide. */
  private static String everything(Preview preview) {
    var everything = new StringBuilder();
    for (var resource : preview.resources()) {
      everything.append(plain(resource.inputs()));
      resource.outputs().ifPresent(o -> everything.append(plain(o)));
      everything.append(resource.logs());
    }
    return everything.append(preview.logs()).toString();
  }

  private static String plain(Tree tree) {
    if (tree instanceof Tree.Scalar s) {
      return s.value() + " ";
    }
    return tree.parts().map(ProgramNotesTest::plain).reduce("", String::concat);
  }

  private static Answers facts() {
    return Answers.of(
        TOKEN,
        Tree.of(
                "facts",
                Tree.of("vnet", "tenant-a-nodes")
                    .with("gateway", "192.168.55.254/21")
                    .with("vlan", 3))
            .with("findings", List.of()));
  }

  private static Answers failing() {
    return new Answers(
        Map.of(
            TOKEN,
            args -> CompletableFuture.failedFuture(new IllegalStateException("no: " + PASSWORD))));
  }

  private static void network(Output<String> password) {
    new NetrisNetwork(
        "tenant-a",
        NetrisNetworkArgs.builder()
            .serverCluster("tenant-a")
            .controller(
                NetrisControllerArgs.builder()
                    .url("https://netris.example.com")
                    .username("svc")
                    .password(password)
                    .build())
            .hostModel(HostModel.Trunk)
            .uplink(UplinkArgs.builder().nic("bond0").build())
            .namespace("vms")
            .build());
  }
}
