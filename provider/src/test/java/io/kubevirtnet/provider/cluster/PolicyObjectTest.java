package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.value.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyObjectTest {
  private static final Policy POLICY =
      new Policy(
          "br1",
          Map.of("kubevirtnet.io/owner", "me"),
          Tree.of("maxUnavailable", 1).with("desiredState", Tree.of("mtu", 1500)),
          "u",
          "5",
          3,
          false);

  @ParameterizedTest
  @CsvSource({
    "Unknown, '', true",
    "Unknown, ConfigurationProgressing, true",
    "True, SuccessfullyConfigured, false",
    "False, FailedToConfigure, false",
    "False, NoMatchingNode, false",
    "True, NoMatchingNode, false",
  })
  void isInProgressAsTheAdmissionSeesIt(String status, String reason, boolean inProgress)
      throws Exception {
    var object =
        """
        {"metadata": {"name": "br1"}, "status": {"conditions": [
          {"type": "Degraded", "status": "False", "reason": "SuccessfullyConfigured"},
          {"type": "Available", "status": "%s", "reason": "%s"}]}}
        """
            .formatted(status, reason);

    assertThat(PolicyObject.read(JsonTree.MAPPER.readTree(object)).inProgress())
        .isEqualTo(inProgress);
  }

  @Test
  void isInProgressBeforeAHandlerTouchedIt() throws Exception {
    assertThat(
            PolicyObject.read(JsonTree.MAPPER.readTree("{\"metadata\": {\"name\": \"br1\"}}"))
                .inProgress())
        .isTrue();
  }

  @Test
  void writesIntegersAsIntegers() {
    assertThat(PolicyObject.written(POLICY))
        .contains("\"mtu\":1500")
        .contains("\"maxUnavailable\":1");
  }

  @Test
  void readsBackWhatItWrites() throws Exception {
    var object = JsonTree.MAPPER.readTree(PolicyObject.written(POLICY));

    var read = PolicyObject.read(object);

    assertThat(read.spec()).isEqualTo(POLICY.spec());
    assertThat(read.annotations()).isEqualTo(POLICY.annotations());
    assertThat(PolicyObject.isWritten(read, POLICY)).isTrue();
  }

  @Test
  void replacesSpecAndOurAnnotationsOnly() throws Exception {
    var current =
        """
        {"metadata": {"name": "br1", "resourceVersion": "5", "labels": {"a": "b"},
                      "managedFields": [],
                      "annotations": {"kubevirtnet.io/owner": "old", "kubevirtnet.io/stale": "x",
                                      "nmstate.io/webhook-mutating-timestamp": "1"}},
         "spec": {"desiredState": {"mtu": 9000}, "capture": {}}, "status": {}}
        """;

    JsonNode replaced =
        JsonTree.MAPPER.readTree(PolicyObject.replaced(JsonTree.MAPPER.readTree(current), POLICY));

    assertThat(replaced)
        .isEqualTo(
            JsonTree.MAPPER.readTree(
                """
                {"metadata": {"name": "br1", "resourceVersion": "5", "labels": {"a": "b"},
                              "annotations": {"nmstate.io/webhook-mutating-timestamp": "1",
                                              "kubevirtnet.io/owner": "me"}},
                 "spec": {"maxUnavailable": 1, "desiredState": {"mtu": 1500}}}
                """));
  }
}
