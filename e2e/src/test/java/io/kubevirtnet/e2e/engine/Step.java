package io.kubevirtnet.e2e.engine;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.PropertyDiff;
import com.pulumi.automation.events.StepEventMetadata;
import java.util.Map;
import java.util.Objects;

/**
 * What the engine did, or would do, with one resource.
 *
 * @param changes property path to the kind of change, for steps that compare
 */
public record Step(OperationType op, String urn, String type, Map<String, PropertyDiff> changes) {

  static Step of(StepEventMetadata metadata) {
    return new Step(
        metadata.op(),
        metadata.urn(),
        metadata.type(),
        Map.copyOf(Objects.requireNonNullElse(metadata.detailedDiff(), Map.of())));
  }

  /** The resource's name in the program. */
  public String name() {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }

  /** The stack and the default providers, which no program registers. */
  boolean isEngines() {
    return type.equals("pulumi:pulumi:Stack")
        || (type.startsWith("pulumi:providers:") && name().startsWith("default"));
  }
}
