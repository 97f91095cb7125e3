package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/**
 * A network definition that machines of an object attach to.
 *
 * @param definition as namespace/name, standing where it is named
 * @param isDefault it takes the place of the pod network
 */
public record DefinitionUse(Value<String> definition, boolean isDefault) {

  /**
   * Completes a name.
   *
   * @param reference bare, or with its namespace
   * @param namespace of the machines
   */
  static DefinitionUse of(Value<String> reference, String namespace, boolean isDefault) {
    return new DefinitionUse(
        reference.map(r -> r.contains("/") ? r : namespace + "/" + r), isDefault);
  }

  /** The same, named at another place. */
  DefinitionUse at(PropertyPath place) {
    return new DefinitionUse(
        definition
            .known()
            .<Value<String>>map(d -> new Value.Known<>(place, d, definition.marks()))
            .orElse(definition),
        isDefault);
  }

  public boolean isOf(String definition) {
    return this.definition.known().filter(definition::equals).isPresent();
  }
}
