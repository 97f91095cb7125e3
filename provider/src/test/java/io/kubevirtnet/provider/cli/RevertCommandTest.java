package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevertCommandTest {
  private static final Path CHECK = Path.of("src/test/resources/check");
  private static final Path REVERT = Path.of("src/test/resources/revert");
  private static final String POLICY = CHECK.resolve("good.yaml").toString();
  private static final String WORKERS = CHECK.resolve("workers.state.yaml").toString();

  @TempDir Path folder;

  @Test
  void printsOnePolicyForEachNodeWhereTheNodesHadDifferentThings() {
    var run = CommandRun.of("revert", "--policy", POLICY, "--state", WORKERS);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Golden.compare(REVERT.resolve("different-nodes.yaml"), run.out());
  }

  @Test
  void printsThePolicyItselfWhereTheNodesHadTheSame() throws IOException {
    var alike = Files.readString(CHECK.resolve("workers.state.yaml"));
    var two =
        Files.writeString(
            folder.resolve("two.yaml"), alike.substring(0, alike.lastIndexOf("- apiVersion")));

    var run = CommandRun.of("revert", "--policy", POLICY, "--state", two.toString());

    assertThat(run.exitCode()).isZero();
    Golden.compare(REVERT.resolve("equal-nodes.yaml"), run.out());
  }

  @Test
  void saysWhatItDoesNotKnowWithoutAState() {
    var run = CommandRun.of("revert", "--policy", POLICY);

    assertThat(run.exitCode()).isZero();
    Golden.compare(REVERT.resolve("no-state.yaml"), run.out());
  }

  @Test
  void refusesAStateFromAfterThePolicy() throws IOException {
    var after =
        Files.writeString(
            folder.resolve("after.yaml"),
            """
            interfaces:
            - {name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}
            - {name: ens4, type: ethernet, state: up, controller: br1}
            """);

    var run = CommandRun.of("revert", "--policy", POLICY, "--state", after.toString());

    assertThat(run.exitCode()).isEqualTo(Main.USAGE);
    assertThat(run.err()).contains("shows what br1-policy makes already");
  }

  @Test
  void needsAPolicy() {
    var run = CommandRun.of("revert", "--policy", WORKERS);

    assertThat(run.exitCode()).isEqualTo(Main.USAGE);
    assertThat(run.err()).contains("there is no NodeNetworkConfigurationPolicy");
  }
}
