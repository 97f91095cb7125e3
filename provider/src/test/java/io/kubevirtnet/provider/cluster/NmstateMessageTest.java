package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NmstateMessageTest {
  private static final String COMMAND =
      ": failed to execute nmstatectl apply --no-commit --timeout 480: exit status 1";

  @Test
  void keepsKindAndTextOfNmstatesError() {
    assertThat(
            NmstateMessage.clean(
                """
                error reconciling NodeNetworkConfigurationPolicy on node w1 at desired state apply: "",
                 , [2026-01-02T03:04:05Z INFO  nmstate::nm] Created checkpoint
                [2026-01-02T03:04:06Z ERROR nmstate::nm] rolled back
                NmstateError: VerificationError: Verification failure: br1.interface.mtu desire '9000', current '1500'
                %s"""
                    .formatted(COMMAND)))
        .isEqualTo(
            "NmstateError: VerificationError: Verification failure: br1.interface.mtu desire"
                + " '9000', current '1500'");
  }

  @Test
  void cutsTheCommandThatFollowsOnTheSameLine() {
    assertThat(NmstateMessage.clean(", NmstateError: InvalidArgument: no such port" + COMMAND))
        .isEqualTo("NmstateError: InvalidArgument: no such port");
  }

  @Test
  void cutsTheQuoteThatOpenedBefore() {
    assertThat(NmstateMessage.clean("'exit status 1' '' 'NmstateError: Bug: it broke'"))
        .isEqualTo("NmstateError: Bug: it broke");
  }

  @Test
  void keepsWhatTheParserSays() {
    assertThat(
            NmstateMessage.clean(
                "x, serde_yaml::Error: unknown field `stpp`, expected one of `stp`" + COMMAND))
        .isEqualTo("serde_yaml::Error: unknown field `stpp`, expected one of `stp`");
  }

  @Test
  void namesTheProbeWithoutTheStateOfTheNode() {
    assertThat(
            NmstateMessage.clean(
                """
                rolling back desired state configuration: failed runnig probes after network changes: \
                failed runnig probe 'ping' with after network reconfiguration -> currentState: ---
                interfaces:
                - name: eth0
                : context deadline exceeded"""))
        .isEqualTo("the probe ping failed after the change, and the change was rolled back");
  }

  @Test
  void saysWhenTheProbeFailsAfterTheRollbackToo() {
    assertThat(
            NmstateMessage.clean(
                "failed runnig probe 'dns' with after network reconfiguration -> currentState: x:"
                    + " y: failed running probes after rollback: z"))
        .endsWith("it fails after the rollback as well");
  }

  @Test
  void keepsAFailedCapture() {
    assertThat(
            NmstateMessage.clean(
                "failure generating desiredState and capturedStates: , NmstateError: PolicyError:"
                    + " interface with name eth9 not found"))
        .isEqualTo("NmstateError: PolicyError: interface with name eth9 not found");
  }

  @Test
  void keepsTheFirstLineOfAnythingElse() {
    assertThat(
            NmstateMessage.clean(
                "\n[2026-01-02T03:04:05Z INFO nmstate] hello\n reconciliation has aborted \nmore"))
        .isEqualTo("reconciliation has aborted");
    assertThat(NmstateMessage.clean("")).isEmpty();
  }

  @Test
  void isNeverLong() {
    assertThat(NmstateMessage.clean("x".repeat(100_000)).length()).isLessThan(600);
  }
}
