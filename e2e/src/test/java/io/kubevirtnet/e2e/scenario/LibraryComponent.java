package io.kubevirtnet.e2e.scenario;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.outputs.HostBridge;
import io.kubevirtnet.outputs.NetrisFacts;
import io.kubevirtnet.outputs.NodeType;
import io.kubevirtnet.outputs.PluginBinding;
import io.kubevirtnet.outputs.VclusterValues;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A component inside the program, without the Args that would keep a mistake from being written.
 */
final class LibraryComponent extends ComponentResource implements AnyComponent {
  private final Construction construction;

  LibraryComponent(
      String type, String name, Map<String, Object> inputs, ComponentResourceOptions options) {
    super(type, name, options);
    construction =
        Construction.of(this, Blueprints.find(type).orElseThrow(), name, () -> inputs, options);
  }

  @Override
  public Output<?> output(String name) {
    return switch (name) {
      case "bridge" -> construction.output(name, HostBridge::of);
      case "attachment" -> construction.output(name, Attachment::of);
      case "nodeType" -> construction.output(name, NodeType::of);
      case "binding" -> construction.output(name, PluginBinding::of);
      case "nodeTypeNames" -> construction.list(name);
      case "vclusterValues" -> construction.output(name, VclusterValues::of);
      case "nodeTypeProperties" -> construction.texts(name);
      case "facts" -> construction.output(name, NetrisFacts::of);
      case "gateway" -> construction.text(name);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
