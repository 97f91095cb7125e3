package io.kubevirtnet.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Origin;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Several resources as YAML documents. {@code ${name.output}} joins an earlier one; {@code
 * ${unknown}}, {@code ${secret:text}}, {@code ${secret-unknown}} and {@code ${from:resource:text}}
 * stand for marked values; {@code ${nothing}} for an Output in a program that turns out to be null.
 * {@code answer:} beside the properties is what the plugin says to a resource that asks it.
 */
public final class YamlStack {
  public static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Tree NOTHING = new Unknown(new Marks(false, Set.of(new Source("nothing"))));
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final Map<String, Expansion> resources = new LinkedHashMap<>();
  private Settings settings = Settings.NONE;

  /** An origin with a name. */
  public record Source(String name) implements Origin {}

  private YamlStack() {}

  public static YamlStack expand(String yaml) {
    var stack = new YamlStack();
    var run = new Run();
    try (var documents = YAML.readerFor(Map.class).<Map<String, Object>>readValues(yaml)) {
      documents.forEachRemaining(d -> stack.add(d, run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stack;
  }

  /** Marked values without a stack around them. */
  public static Tree value(String yaml) {
    return new YamlStack().read(yaml);
  }

  /** Inputs alone, which may join the resources of this stack. */
  public Tree read(String yaml) {
    try {
      return tree(YAML.readValue(yaml, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Expansion resource(String name) {
    return Objects.requireNonNull(resources.get(name), name);
  }

  public Expansion last() {
    return List.copyOf(resources.values()).get(resources.size() - 1);
  }

  public List<Finding> findings() {
    return resources.values().stream().flatMap(e -> e.findings().stream()).toList();
  }

  public List<String> codes() {
    return findings().stream().map(Finding::code).toList();
  }

  private void add(Map<String, Object> document, Run run) {
    if (document.get("config") instanceof Map<?, ?> config) {
      settings = Settings.read((Fields) tree(config));
      return;
    }
    var type = String.valueOf(document.get("type")).replace("kubevirtnet:", "kubevirtnet:index:");
    Blueprint<?> blueprint = Blueprints.find(type).orElseThrow();
    var name = String.valueOf(document.getOrDefault("name", "it"));
    var plain = (Fields) tree(Objects.requireNonNull(document.get("properties")));
    resources.put(
        name,
        blueprint.expand(
            settled(plain),
            answer(document),
            plain,
            Surroundings.of(blueprint, name, "cluster", run, settings)));
  }

  /** What the plugin says to a resource that asks it. */
  private Tree answer(Map<String, Object> document) {
    return document.containsKey("answer") ? tree(document.get("answer")) : new Unknown(Marks.NONE);
  }

  /** The inputs without those that came to nothing. */
  private static Fields settled(Fields plain) {
    var settled = new LinkedHashMap<>(plain.fields());
    settled.values().removeIf(NOTHING::equals);
    return new Fields(settled, plain.marks());
  }

  private Tree tree(Object yaml) {
    if (yaml instanceof Map<?, ?> map) {
      var fields = new LinkedHashMap<String, Tree>();
      map.forEach((k, v) -> fields.put(String.valueOf(k), tree(v)));
      return new Fields(fields, Marks.NONE);
    }
    if (yaml instanceof List<?> list) {
      return new Tree.Items(list.stream().map(this::tree).toList(), Marks.NONE);
    }
    if (yaml instanceof String text) {
      var placeholder = PLACEHOLDER.matcher(text);
      return placeholder.matches() ? marked(placeholder.group(1)) : Tree.of(text);
    }
    return Tree.of(yaml);
  }

  private Tree marked(String placeholder) {
    if (placeholder.equals("unknown")) {
      return new Unknown(Marks.NONE);
    }
    if (placeholder.equals("nothing")) {
      return NOTHING;
    }
    if (placeholder.equals("secret-unknown")) {
      return new Unknown(new Marks(true, Set.of()));
    }
    if (placeholder.startsWith("secret:")) {
      return new Scalar(placeholder.substring(7), new Marks(true, Set.of()));
    }
    var parts = placeholder.split("\\.", 2);
    return resource(parts[0]).outputs().get(parts[1]).orElseThrow();
  }
}
