package io.kubevirtnet.e2e.kubevirt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.e2e.toolchain.Dialogue;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.util.ArrayList;
import java.util.List;

/** KubeVirt's own packages of one release. */
public record KubeVirtJudge(String program) {
  private static final JsonMapper JSON = new JsonMapper();

  public static KubeVirtJudge require(KubeVirtRelease release) {
    var tool =
        switch (release) {
          case V1_8 -> Tool.KUBEVIRT_1_8_JUDGE;
          case V1_9 -> Tool.KUBEVIRT_JUDGE;
        };
    return new KubeVirtJudge(Toolchain.require(tool).toString());
  }

  /** The webhooks' verdicts on machines. */
  List<Verdict> admit(List<GeneratedMachine> machines) {
    return ask("admit", machines.stream().map(GeneratedMachine::request).toList()).stream()
        .map(Verdict::of)
        .toList();
  }

  /** One answer for each question. */
  public List<JsonNode> ask(String mode, List<String> questions) {
    return Dialogue.with(List.of(program, mode), questions).toAll(questions).stream()
        .map(KubeVirtJudge::read)
        .toList();
  }

  private static JsonNode read(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(answer, e);
    }
  }

  /** Something that is wrong, as the answer of the API server has it. */
  record Cause(String type, String field, String message) {}

  /**
   * What a webhook says.
   *
   * @param error of an answer that has a message alone; empty for others
   */
  record Verdict(List<Cause> causes, String error) {
    static Verdict of(JsonNode answer) {
      var causes = new ArrayList<Cause>();
      for (var cause : answer.path("causes")) {
        causes.add(
            new Cause(
                cause.path("reason").asText(),
                cause.path("field").asText(),
                cause.path("message").asText()));
      }
      return new Verdict(List.copyOf(causes), answer.path("error").asText());
    }

    boolean refuses() {
      return !causes.isEmpty() || !error.isEmpty();
    }
  }
}
