package io.kubevirtnet.e2e.scenario;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A component that the plugin constructs, as a generated SDK would register it. */
final class RemoteComponent extends ComponentResource implements AnyComponent {
  @Export(
      name = "bridge",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> bridge;

  @Export(
      name = "attachment",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> attachment;

  @Export(
      name = "nodeType",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> nodeType;

  @Export(
      name = "nodeTypeNames",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> nodeTypeNames;

  @Export(
      name = "vclusterValues",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> vclusterValues;

  @Export(
      name = "binding",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> binding;

  @Export(
      name = "nodeTypeProperties",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> nodeTypeProperties;

  @Export(
      name = "facts",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> facts;

  @Export(
      name = "gateway",
      refs = {Object.class},
      tree = "[0]")
  private @Nullable Output<Object> gateway;

  RemoteComponent(
      String type, String name, Map<String, Object> inputs, ComponentResourceOptions options) {
    super(type, name, new RemoteArgs(inputs), options, true);
  }

  @Override
  public Output<?> output(String output) {
    return Objects.requireNonNull(
        switch (output) {
          case "bridge" -> bridge;
          case "attachment" -> attachment;
          case "nodeType" -> nodeType;
          case "binding" -> binding;
          case "nodeTypeNames" -> nodeTypeNames;
          case "vclusterValues" -> vclusterValues;
          case "nodeTypeProperties" -> nodeTypeProperties;
          case "facts" -> facts;
          case "gateway" -> gateway;
          default -> throw new IllegalArgumentException(output);
        });
  }
}
