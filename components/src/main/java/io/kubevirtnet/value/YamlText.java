package io.kubevirtnet.value;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
              .load(text));
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

  private static YamlText of(@Nullable Object document) {
    return document instanceof Map<?, ?> map
        ? new YamlText(Optional.of(fields(map, 0)), Optional.empty())
        : unreadable("is no map");
  }

  private static YamlText unreadable(String problem) {
    return new YamlText(Optional.empty(), Optional.of(problem));
  }

  /** Null counts as left out, as in the API server. */
  private static Fields fields(Map<?, ?> map, int depth) {
    if (depth > DEEPEST) {
      throw new YAMLException("aliases in a circle");
    }
    var fields = new LinkedHashMap<String, Tree>();
    map.forEach(
        (k, v) -> tree(v, depth + 1).ifPresent(t -> fields.put(String.valueOf((Object) k), t)));
    return new Fields(fields, Marks.NONE);
  }

  private static Optional<Tree> tree(@Nullable Object value, int depth) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> map) {
      return Optional.of(fields(map, depth));
    }
    if (value instanceof List<?> list) {
      List<Tree> items = list.stream().flatMap(x -> tree((Object) x, depth + 1).stream()).toList();
      return Optional.of(new Items(items, Marks.NONE));
    }
    return Optional.of(new Scalar(scalar(value), Marks.NONE));
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
