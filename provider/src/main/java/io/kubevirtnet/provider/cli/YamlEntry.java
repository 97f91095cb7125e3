package io.kubevirtnet.provider.cli;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A map in a file of ours, that knows the line of each of its values. */
final class YamlEntry {
  private final String source;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<String> problems;

  private YamlEntry(String source, String path, MappingNode map, List<String> problems) {
    this.source = source;
    this.path = path;
    this.line = line(map);
    this.problems = problems;
    map.getValue()
        .forEach(
            t -> {
              var key = t.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
              if (values.put(key, t.getValueNode()) != null) {
                problems.add(source + ":" + line(t.getKeyNode()) + ": " + at(key) + " twice.");
              }
            });
  }

  /**
   * The whole file.
   *
   * @param problems takes what is wrong with it
   */
  static Optional<YamlEntry> read(String source, String text, List<String> problems) {
    try {
      var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (root instanceof MappingNode map) {
        return Optional.of(new YamlEntry(source, "", map, problems));
      }
      problems.add(source + ": no map.");
    } catch (MarkedYAMLException e) {
      problems.add(
          source
              + Optional.ofNullable(e.getProblemMark()).map(m -> ":" + (m.getLine() + 1)).orElse("")
              + ": no YAML: "
              + Optional.ofNullable(e.getProblem()).orElse("not readable")
              + ".");
    } catch (YAMLException e) {
      problems.add(source + ": no YAML.");
    }
    return Optional.empty();
  }

  /** File and line, for messages of a later day. */
  String place() {
    return source + ":" + line;
  }

  void problem(String key, String sentence) {
    int where = Optional.ofNullable(values.get(key)).map(YamlEntry::line).orElse(line);
    problems.add(source + ":" + where + ": " + at(key) + ": " + sentence);
  }

  void refuseOthers(Set<String> known) {
    values.keySet().stream()
        .filter(k -> !known.contains(k))
        .forEach(
            k ->
                problem(
                    k,
                    "nobody reads this. There are "
                        + String.join(", ", new TreeSet<>(known))
                        + "."));
  }

  /** The maps of a list; none where there is no list. */
  List<YamlEntry> entries(String key) {
    var entries = new ArrayList<YamlEntry>();
    var list = Optional.ofNullable(values.get(key)).filter(n -> !isNull(n));
    if (list.isEmpty()) {
      return entries;
    }
    if (!(list.get() instanceof SequenceNode sequence)) {
      problem(key, "this is no list.");
      return entries;
    }
    for (var item : sequence.getValue()) {
      var at = at(key) + "[" + sequence.getValue().indexOf(item) + "]";
      if (item instanceof MappingNode map) {
        entries.add(new YamlEntry(source, at, map, problems));
      } else {
        problems.add(source + ":" + line(item) + ": " + at + ": this is no map.");
      }
    }
    return entries;
  }

  Optional<String> required(String key) {
    var text = optional(key);
    if (!values.containsKey(key) || isNull(values.get(key))) {
      problem(key, "this is missing.");
    } else if (text.filter(String::isBlank).isPresent()) {
      problem(key, "this is empty.");
    }
    return text.filter(t -> !t.isBlank());
  }

  /** Numbers and days are texts, as they are written. */
  Optional<String> optional(String key) {
    var value = Optional.ofNullable(values.get(key)).filter(n -> !isNull(n));
    if (value.isPresent() && !(value.get() instanceof ScalarNode)) {
      problem(key, "this is no text.");
    }
    return value.filter(ScalarNode.class::isInstance).map(n -> ((ScalarNode) n).getValue());
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isNull(@Nullable Node node) {
    return node == null || node.getTag().equals(Tag.NULL);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
