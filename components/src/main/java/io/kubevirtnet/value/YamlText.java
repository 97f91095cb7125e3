package io.kubevirtnet.value;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A document written as YAML, as the API server reads it: null counts as left out.
 *
 * @param tree what it says; nothing when it can not be read
 * @param problem what is wrong with it, without any of its words, as the end of a sentence
 */
public record YamlText(Optional<Fields> tree, Optional<String> problem) {
  private static final int DEEPEST = 100;

  /** The API server stores no object that is larger than about 1.5 MB. */
  private static final int LONGEST = 1 << 20;

  public static YamlText read(String text) {
    return read(text, false);
  }

  /** The same for a patch, in which a null takes away what is there. */
  public static YamlText readPatch(String text) {
    return read(text, true);
  }

  private static YamlText read(String text, boolean patch) {
    if (text.length() > LONGEST) {
      return unreadable("is longer than " + LONGEST + " characters");
    }
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(DEEPEST);
    try {
      return of(
          new Yaml(
                  new SafeConstructor(options),
                  new Representer(new DumperOptions()),
                  new DumperOptions(),
                  options,
                  new TextDates())
              .load(text),
          patch);
    } catch (MarkedYAMLException e) {
      return unreadable(
          "is no YAML"
              + Optional.ofNullable(e.getProblemMark())
                  .map(m -> " in line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                  .orElse(""));
    } catch (YAMLException e) {
      return unreadable("is no YAML");
    }
  }

  /** Kubernetes has no dates in its YAML, only text. */
  private static final class TextDates extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern pattern, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, pattern, first, limit);
      }
    }
  }

  private static YamlText of(@Nullable Object document, boolean patch) {
    if (!(document instanceof Map<?, ?> map)) {
      return unreadable("is no map");
    }
    var fields = fields(map, 0);
    return new YamlText(
        Optional.of(patch ? fields : (Fields) fields.withoutNulls()), Optional.empty());
  }

  private static YamlText unreadable(String problem) {
    return new YamlText(Optional.empty(), Optional.of(problem));
  }

  private static Fields fields(Map<?, ?> map, int depth) {
    if (depth > DEEPEST) {
      throw new YAMLException("aliases in a circle");
    }
    var fields = new LinkedHashMap<String, Tree>();
    map.forEach((k, v) -> fields.put(String.valueOf((Object) k), tree(v, depth + 1)));
    return new Fields(fields, Marks.NONE);
  }

  /** An item of a list that is null counts as left out, in a patch as well. */
  private static Tree tree(@Nullable Object value, int depth) {
    if (value == null) {
      return new Null(Marks.NONE);
    }
    if (value instanceof Map<?, ?> map) {
      return fields(map, depth);
    }
    if (value instanceof List<?> list) {
      return new Items(
          list.stream().filter(Objects::nonNull).map(x -> tree((Object) x, depth + 1)).toList(),
          Marks.NONE);
    }
    return new Scalar(scalar(value), Marks.NONE);
  }

  private static Object scalar(Object value) {
    if (value instanceof Boolean || value instanceof Integer || value instanceof Double) {
      return value;
    }
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    return String.valueOf(value);
  }
}
