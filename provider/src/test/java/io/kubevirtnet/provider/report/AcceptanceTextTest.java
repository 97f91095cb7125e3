package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTextTest {
  private static final Path SAMPLE = Path.of("src/test/resources/plan/version-1.json");

  @Test
  void saysWhatIsAcceptedAndWithoutEffect() throws IOException {
    var accepted = PlanJson.read("sample", Files.readString(SAMPLE)).accepted();

    assertThat(AcceptanceText.of(accepted, 200))
        .isEqualTo(
            """

            Accepted:
              KVN-X012: No node is known. Reason: The runner reaches no cluster.
              management-interface/worker-1, by management-interface/worker-*: worker-1 is reached over ens4, which joins br1. Reason: There is a second way in.

            Without effect:
              accept.yaml:9: KVN-N021 is not found at * *; the suppression can go.
            """);
    assertThat(AcceptanceText.lines(accepted)).hasSize(3);
  }

  @Test
  void saysNothingWhereThereIsNothingToSay() throws IOException {
    var plan = PlanJson.read("sample", Files.readString(SAMPLE)).accepted().plan();
    var accepted =
        new AcceptedPlan(plan, Outcome.CHANGES, List.of(), List.of(), List.of(), List.of());

    assertThat(AcceptanceText.of(accepted, 100)).isEmpty();
  }
}
