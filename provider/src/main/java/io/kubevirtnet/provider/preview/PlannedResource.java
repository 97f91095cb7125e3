package io.kubevirtnet.provider.preview;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;

/**
 * One resource that a program registered.
 *
 * @param parent URN of the parent; empty for the stack itself
 * @param custom true for what a provider makes, false for a component
 * @param dependsOn URNs of what must be made before
 * @param inputs with every unknown and secret leaf at its place
 * @param outputs what a component exposes; empty when it never came so far
 * @param logs what was said about this resource
 */
public record PlannedResource(
    String urn,
    String type,
    String name,
    String parent,
    boolean custom,
    List<String> dependsOn,
    Fields inputs,
    Optional<Fields> outputs,
    List<LogLine> logs) {
  private static final String STACK = "pulumi:pulumi:Stack";
  private static final String PROVIDER = "pulumi:providers:";

  public PlannedResource {
    dependsOn = List.copyOf(dependsOn);
    logs = List.copyOf(logs);
  }

  public boolean isStack() {
    return type.equals(STACK);
  }

  public boolean isComponent() {
    return !custom && !isStack();
  }

  /** Something outside of Pulumi that would be made; a provider's settings are not. */
  public boolean isObject() {
    return custom && !type.startsWith(PROVIDER);
  }

  /** The last part of the type: {@code BridgeNetwork}. */
  public String kind() {
    return type.substring(type.lastIndexOf(':') + 1);
  }

  public List<String> errors() {
    return messages(LogLine.Level.ERROR);
  }

  public List<String> messages(LogLine.Level level) {
    return logs.stream().filter(l -> l.level() == level).map(LogLine::message).toList();
  }

  /** The input at a path of field names: {@code spec}, {@code config}. */
  public Optional<Tree> input(String... path) {
    Optional<Tree> at = Optional.of(inputs);
    for (var name : path) {
      at = at.filter(Fields.class::isInstance).flatMap(t -> ((Fields) t).get(name));
    }
    return at;
  }

  /** The text at a path of field names; empty when it is unknown, or no text. */
  public Optional<String> text(String... path) {
    return input(path)
        .filter(t -> t instanceof Tree.Scalar s && s.value() instanceof String)
        .map(t -> (String) t.plain());
  }
}
