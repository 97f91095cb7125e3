package io.kubevirtnet.e2e.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.automation.CommandResult;
import java.util.List;

/**
 * Stack outputs as the Automation API of the Java SDK 1.36 can read them: it takes each for a text,
 * and fails the whole operation at the first output that is an object or a list.
 */
final class TextOutputs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TextOutputs() {}

  static boolean areAskedBy(List<String> arguments) {
    return arguments.size() > 2
        && arguments.subList(0, 3).equals(List.of("stack", "output", "--json"));
  }

  static CommandResult of(CommandResult result) {
    try {
      ObjectNode texts = JSON.createObjectNode();
      for (var output : JSON.readTree(result.standardOutput()).properties()) {
        var value = output.getValue();
        texts.put(output.getKey(), value.isTextual() ? value.asText() : value.toString());
      }
      return new CommandResult(result.code(), texts.toString(), result.standardError());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
