package io.kubevirtnet.testing;

import io.kubevirtnet.cni.Circumstances;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.cni.DefinitionRules;
import io.kubevirtnet.cni.Purpose;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A definition as a YAML document. {@code config:} is the whole config, {@code plugin:} what is
 * there besides name and version. Optional are {@code object:} (a name), {@code annotations:},
 * {@code purpose:} and {@code pluginsVersion:}.
 */
public final class DefinitionExample {
  private static final PropertyPath METADATA = PropertyPath.ROOT.child("metadata");

  private DefinitionExample() {}

  public static boolean is(String yaml) {
    return yaml.startsWith("plugin:");
  }

  public static Report check(String yaml) {
    return check(yaml, config -> config);
  }

  /** With a change of the config. */
  public static Report check(String yaml, UnaryOperator<Tree> change) {
    var document = read(yaml);
    var report = new Report();
    var plain = definition(document);
    var definition =
        new Definition(
            plain.name(),
            plain.namespace(),
            plain.annotations(),
            change.apply(plain.config()),
            plain.path());
    DefinitionRules.check(definition, circumstances(document), report);
    return report;
  }

  private static Definition definition(Map<?, ?> document) {
    var config =
        text(document, "config")
            .orElseGet(
                () ->
                    merged(
                        Tree.of("cniVersion", "1.0.0").with("name", "lan"),
                        text(document, "plugin").orElseThrow()));
    var name = Optional.ofNullable(document.get("object")).map(String::valueOf).orElse("lan");
    return new Definition(
        Value.known(METADATA.child("name"), name),
        Value.known(METADATA.child("namespace"), "vms"),
        text(document, "annotations").map(Fields.class::cast).orElse(Fields.EMPTY),
        config,
        PropertyPath.ROOT);
  }

  private static Circumstances circumstances(Map<?, ?> document) {
    var purpose =
        Optional.ofNullable(document.get("purpose"))
            .map(p -> Purpose.valueOf(String.valueOf(p).toUpperCase(Locale.ROOT)))
            .orElse(Purpose.UNSTATED);
    return new Circumstances(
        purpose, Optional.ofNullable(document.get("pluginsVersion")).map(String::valueOf));
  }

  private static Tree merged(Fields head, Tree rest) {
    var all = head;
    for (var field : ((Fields) rest).fields().entrySet()) {
      all = all.with(field.getKey(), field.getValue());
    }
    return all;
  }

  private static Optional<Tree> text(Map<?, ?> document, String name) {
    return Optional.ofNullable(document.get(name)).map(o -> Tree.of((Object) o));
  }

  private static Map<?, ?> read(String yaml) {
    try {
      return YamlStack.YAML.readValue(yaml, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
