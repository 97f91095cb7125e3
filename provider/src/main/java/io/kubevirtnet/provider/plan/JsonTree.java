package io.kubevirtnet.provider.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Tree;
import java.util.Optional;

/** A tree from text that a cluster keeps. */
final class JsonTree {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonTree() {}

  /** Nothing when it is none: then nobody can tell what it said. */
  static Optional<Tree> parse(String text) {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, Object.class)).map(Tree::of);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
