package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;

/**
 * The plugin flannel, which hands an interface over to another plugin with the subnet of its node.
 */
final class FlannelPlugin {
  static final Plugin FLANNEL =
      Plugin.of(
              "flannel",
              "main.NetConf",
              Key.text("subnetFile"),
              Key.text("dataDir"),
              Key.of("delegate", new GoType.Mapped("map[string]interface {}", GoType.ANYTHING)))
          .embedding("NetConf")
          .reading("failed to load flannel netconf file: failed to load netconf: ")
          .ipam(Ipam.COMPLETED)
          .rules(FlannelPlugin::check);

  private static final Fields ADDED = Tree.of("type", "host-local");

  private FlannelPlugin() {}

  private static void check(PluginConfig config) {
    var delegate = config.at("delegate");
    if (!delegate.isObject()) {
      return;
    }
    var type = delegate.get("type");
    if (type.isSet() && !type.isOpen() && type.text().isEmpty()) {
      config.refuse(
          DeviceCatalogue.DELEGATE,
          type,
          "The type is no text.",
          "Write the type of the plugin that makes the interface.",
          "'delegate' dictionary, if present, must have (string) 'type' field");
      return;
    }
    setByFlannel("name", delegate, config);
    setByFlannel("ipam", delegate, config);
    delegated(type.isSet() ? type.textOrEmpty() : "bridge", delegate, config);
  }

  private static void setByFlannel(String key, Place delegate, PluginConfig config) {
    if (delegate.get(key).isSet()) {
      config.refuse(
          DeviceCatalogue.DELEGATE,
          delegate.get(key),
          "delegate has a key " + key + ".",
          "'delegate' dictionary must not have '" + key + "' field, it'll be set by flannel");
    }
  }

  /** What the plugin behind flannel will refuse, with the addresses that flannel adds. */
  private static void delegated(String type, Place delegate, PluginConfig config) {
    var plugin = Plugins.main(type).filter(p -> p.chain().kind() != Chain.Kind.ALONE);
    if (plugin.isEmpty()) {
      return;
    }
    var report = config.voice().report();
    var keys = new Voice(plugin.get().tool(), plugin.get().reading(), report);
    var fields = plugin.get().config().fields(delegate, plugin.get().field(), keys);
    var refused = new Report();
    plugin
        .get()
        .rules()
        .accept(
            new PluginConfig(
                plugin.get(),
                delegate.holding(fields.with("ipam", ADDED)),
                config.definition(),
                config.circumstances(),
                config.version(),
                List.of(),
                Optional.empty(),
                new Voice(plugin.get().tool(), plugin.get().reading(), refused)));
    refused.findings().stream().filter(f -> f.upstream().isPresent()).forEach(report::add);
  }
}
