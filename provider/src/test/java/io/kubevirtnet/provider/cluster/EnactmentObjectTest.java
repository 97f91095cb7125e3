package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubevirtnet.provider.cluster.Enactment.Phase;
import io.kubevirtnet.value.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnactmentObjectTest {

  @ParameterizedTest
  @CsvSource({
    "Progressing, ConfigurationProgressing, '', '', APPLYING",
    "Available, SuccessfullyConfigured, '', '', DONE",
    "Pending, MaxUnavailableLimitReached, '', '', PENDING",
    "Failing, Retrying, Progressing, Retrying, RETRYING",
    "Failing, Retrying, '', '', RETRYING",
    "Failing, FailedToConfigure, '', '', FAILED",
    "Aborted, ConfigurationAborted, '', '', ABORTED",
    "Aborted, ConfigurationAborted, Pending, MaxUnavailableLimitReached, ABORTED",
    "Available, SuccessfullyConfigured, Progressing, ConfigurationProgressing, APPLYING",
    "Other, Whatever, '', '', UNKNOWN",
  })
  void readsWhereANodeStands(
      String one, String reason, String other, String otherReason, Phase phase) throws Exception {
    var enactment =
        enactment(
            condition(one, reason) + (other.isEmpty() ? "" : "," + condition(other, otherReason)));

    assertThat(enactment.phase()).isEqualTo(phase);
  }

  @Test
  void countsOnlyConditionsThatAreTrue() throws Exception {
    assertThat(
            enactment(
                    """
                    {"type": "Available", "status": "Unknown", "reason": ""},
                    {"type": "Failing", "status": "False", "reason": "SuccessfullyConfigured"}
                    """)
                .phase())
        .isEqualTo(Phase.UNKNOWN);
  }

  @Test
  void takesNodeAndPolicyFromTheLabelsSinceNamesHaveDots() throws Exception {
    var enactment = enactment(condition("Available", "SuccessfullyConfigured"));

    assertThat(enactment.node()).isEqualTo("w1.example.com");
    assertThat(enactment.policy()).isEqualTo("br1.lab");
    assertThat(enactment.generation()).isEqualTo(7);
  }

  @Test
  void readsCapturedStates() throws Exception {
    var enactment = enactment(condition("Available", "SuccessfullyConfigured"));

    assertThat(enactment.captured())
        .isEqualTo(Map.of("base", Tree.of("interfaces", Tree.items(Tree.of("mtu", 1500)))));
  }

  private static Enactment enactment(String conditions) throws JsonProcessingException {
    return EnactmentObject.read(
        JsonTree.MAPPER.readTree(
            """
            {"metadata": {"name": "w1.example.com.br1.lab",
                          "labels": {"nmstate.io/policy": "br1.lab",
                                     "nmstate.io/node": "w1.example.com"}},
             "status": {"policyGeneration": 7, "conditions": [%s],
                        "capturedStates": {"base": {"state": {"interfaces": [{"mtu": 1500}]},
                                                    "metaInfo": {"version": "1"}}}}}
            """
                .formatted(conditions)));
  }

  private static String condition(String type, String reason) {
    return "{\"type\": \"%s\", \"status\": \"True\", \"reason\": \"%s\", \"message\": \"m\"}"
        .formatted(type, reason);
  }
}
