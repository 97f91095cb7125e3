package io.kubevirtnet.e2e.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.vcluster.MergedTemplate;
import io.kubevirtnet.vcluster.StrategicMerge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template by chance, and a patch for it by chance.
 *
 * @param patch with nulls in it
 */
record GeneratedMerge(long seed, Map<String, Object> template, Map<String, Object> patch) {
  static final JsonMapper JSON = new JsonMapper();

  /** For the judge. */
  String request() {
    var request = new LinkedHashMap<String, Object>();
    request.put("template", template);
    request.put("patch", patch);
    return json(request);
  }

  MergedTemplate merged() {
    return StrategicMerge.of(
        StrategicMerge.of(part("template", template)), part("patch", patch), true);
  }

  private static Part part(String path, Map<String, Object> object) {
    return Part.of(new PropertyPath(path), tree(object));
  }

  private static Tree tree(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      var fields = new LinkedHashMap<String, Tree>();
      map.forEach((name, field) -> fields.put(String.valueOf(name), tree(field)));
      return new Fields(fields, Marks.NONE);
    }
    if (value instanceof List<?> list) {
      return new Items(list.stream().map(GeneratedMerge::tree).toList(), Marks.NONE);
    }
    return value == null ? new Null(Marks.NONE) : Tree.of(value);
  }

  /** With what it takes to try it again. */
  String described(String problem) {
    return "%d: %s%n    %s%n    %s".formatted(seed, problem, json(template), json(patch));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
