package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is kept in Pulumi's state: the live object and, beside it, the inputs that it was made from.
 */
record Checkpoint(ObjectNode live, ObjectNode inputs, String fieldManager) {
  static final String FIELD_MANAGER = "pulumi-kubernetes";
  private static final String INPUTS = "__inputs";
  private static final String API_VERSION = "__initialApiVersion";
  private static final String MANAGER = "__fieldManager";

  /** Reads the outputs of an earlier operation; without marks. */
  static Checkpoint parse(ObjectNode outputs) {
    ObjectNode live = Marks.reveal(outputs);
    JsonNode inputs = live.remove(INPUTS);
    live.remove(API_VERSION);
    JsonNode manager = live.remove(MANAGER);
    return new Checkpoint(
        live,
        inputs instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
        manager == null ? FIELD_MANAGER : manager.asText());
  }

  /** As outputs; secret is what is secret in {@code marked}. */
  ObjectNode outputs(ObjectNode marked) {
    ObjectNode outputs = Marks.conceal(live, marked);
    outputs.set(INPUTS, Marks.conceal(inputs, marked));
    return outputs.put(API_VERSION, inputs.path("apiVersion").asText()).put(MANAGER, fieldManager);
  }

  /**
   * The live object, reduced to the fields that the inputs state; what the server adds is no
   * change.
   */
  ObjectNode liveInputs() {
    return prune(live, inputs);
  }

  private static ObjectNode prune(ObjectNode live, ObjectNode stated) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    stated
        .properties()
        .forEach(
            field -> {
              if (live.has(field.getKey())) {
                result.set(field.getKey(), prune(live.path(field.getKey()), field.getValue()));
              }
            });
    return result;
  }

  private static JsonNode prune(JsonNode live, JsonNode stated) {
    if (live instanceof ObjectNode liveObject && stated instanceof ObjectNode statedObject) {
      return prune(liveObject, statedObject);
    }
    if (live instanceof ArrayNode liveArray && stated instanceof ArrayNode statedArray) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < liveArray.size(); i++) {
        result.add(
            i < statedArray.size()
                ? prune(liveArray.get(i), statedArray.get(i))
                : liveArray.get(i));
      }
      return result;
    }
    return live;
  }

  /** The stringData of a Secret as its data, which is all that the server keeps. */
  static ObjectNode normalize(ObjectNode inputs) {
    if (!inputs.path("kind").asText().equals("Secret")
        || !(inputs.path("stringData") instanceof ObjectNode texts)) {
      return inputs;
    }
    ObjectNode result = inputs.deepCopy();
    result.remove("stringData");
    ObjectNode data = result.withObjectProperty("data");
    texts.properties().forEach(field -> data.set(field.getKey(), base64(field.getValue())));
    return result;
  }

  private static JsonNode base64(JsonNode text) {
    if (Marks.hasUnknown(text)) {
      return text;
    }
    byte[] bytes = text.asText().getBytes(StandardCharsets.UTF_8);
    return JsonNodeFactory.instance.textNode(Base64.getEncoder().encodeToString(bytes));
  }
}
