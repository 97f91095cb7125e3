package io.kubevirtnet.provider.sides;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;

/** What the configuration of a stack says to the rules. */
public final class StackConfig {
  private static final String PREFIX = "kubevirtnet:";
  private static final JsonMapper JSON = new JsonMapper();

  private StackConfig() {}

  /**
   * The settings.
   *
   * @param config values by full key, such as {@code kubevirtnet:severities}
   */
  public static Settings settings(Map<String, String> config) {
    var fields = Fields.EMPTY;
    for (var name : Settings.NAMES) {
      var text = config.get(PREFIX + name);
      if (text != null) {
        fields = fields.with(name, Settings.TEXTS.contains(name) ? Tree.of(text) : value(text));
      }
    }
    return Settings.read(fields);
  }

  /** Structured values are JSON in a configuration. */
  private static Tree value(String text) {
    try {
      var value = JSON.readValue(text, Object.class);
      return value == null ? Tree.of(text) : Tree.of(value);
    } catch (JsonProcessingException e) {
      return Tree.of(text);
    }
  }
}
