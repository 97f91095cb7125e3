package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Rule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What is wrong in the example of a rule.
 *
 * @param path as a finding names it
 * @param line from 1
 * @param column from 1
 * @param length in characters; to the end of the line at most
 */
record ExamplePlace(String path, int line, int column, int length) {
  private static final String FILE = "example-places.properties";
  private static final Pattern STEP = Pattern.compile("\\[\"([^\"]*)\"]|\\[(\\d+)]|([^.\\[]+)");

  /** Where the paths of findings begin in the kinds of examples that there are. */
  private static final List<List<String>> ROOTS = List.of(List.of("properties"), List.of());

  /** Nothing where the finding is about the example as a whole. */
  static Optional<ExamplePlace> of(Rule rule) {
    return Optional.ofNullable(paths().getProperty(rule.code()))
        .flatMap(path -> in(rule.example(), path));
  }

  static Optional<ExamplePlace> in(String yaml, String path) {
    var documents = documents(yaml);
    for (int i = documents.size() - 1; i >= 0; i--) {
      for (var root : ROOTS) {
        var steps = new ArrayList<>(root);
        STEP.matcher(path).results().map(ExamplePlace::step).forEach(steps::add);
        var found = find(documents.get(i), steps);
        if (found.isPresent()) {
          return found.map(n -> place(yaml, path, n));
        }
      }
    }
    return Optional.empty();
  }

  private static String step(MatchResult step) {
    return IntStream.rangeClosed(1, step.groupCount())
        .mapToObj(step::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static Optional<Node> find(Node from, List<String> steps) {
    Optional<Node> at = Optional.of(from);
    for (var step : steps) {
      at = at.flatMap(n -> child(n, step));
    }
    return at;
  }

  private static Optional<Node> child(Node node, String step) {
    if (node instanceof MappingNode map) {
      return map.getValue().stream()
          .filter(t -> t.getKeyNode() instanceof ScalarNode k && k.getValue().equals(step))
          .map(NodeTuple::getValueNode)
          .findFirst();
    }
    return node instanceof SequenceNode list
            && step.matches("\\d{1,4}")
            && Integer.parseInt(step) < list.getValue().size()
        ? Optional.of(list.getValue().get(Integer.parseInt(step)))
        : Optional.empty();
  }

  private static ExamplePlace place(String yaml, String path, Node node) {
    var start = node.getStartMark();
    var end = node.getEndMark();
    int width =
        yaml.lines().skip(start.getLine()).findFirst().orElse("").length() - start.getColumn();
    int length = end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : width;
    return new ExamplePlace(
        path, start.getLine() + 1, start.getColumn() + 1, Math.max(1, Math.min(length, width)));
  }

  private static List<Node> documents(String yaml) {
    var documents = new ArrayList<Node>();
    try {
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .composeAll(new StringReader(yaml))
          .forEach(documents::add);
    } catch (YAMLException e) {
      // An example of what can not even be read.
    }
    return documents;
  }

  /** The path of the finding in each example, as the rules themselves say it. */
  private static Properties paths() {
    var paths = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(ExamplePlace.class.getResourceAsStream(FILE)),
            StandardCharsets.UTF_8)) {
      paths.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paths;
  }
}
