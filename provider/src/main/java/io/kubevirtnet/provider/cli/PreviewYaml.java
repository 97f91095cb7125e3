package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.provider.manifest.NodePreview;
import java.util.Map;

/** What {@code -o json} says, as YAML. */
final class PreviewYaml {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PreviewYaml() {}

  static String of(NodePreview preview) {
    try {
      return ManifestYaml.document(MAPPER.readValue(PreviewJson.of(preview), Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
