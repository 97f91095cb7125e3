package io.kubevirtnet.cni;

import java.util.List;
import java.util.function.Consumer;

/**
 * What one CNI plugin reads and refuses. An entry of {@link Plugins}:
 *
 * <pre>{@code
 * static final Plugin VLAN =
 *     Plugin.of("vlan", "main.NetConf", Key.text("master"), Key.number("vlanId"))
 *         .embedding("NetConf")
 *         .reading("failed to load netconf: ")
 *         .ipam(Ipam.required("failed to execute IPAM delegate: no plugin name provided"))
 *         .rules(VlanPlugin::check);
 *
 * private static void check(PluginConfig config) {
 *   var id = config.at("vlanId");
 *   if (id.number().filter(n -> n < 0 || n > 4094).isPresent()) {
 *     config.refuse(RULE, id, id.shown() + " is not a VLAN id.", "invalid VLAN ID " + id.shown() + …);
 *   }
 * }
 * }</pre>
 *
 * An IPAM plugin is written alike; its keys are those of the object {@code ipam}.
 *
 * @param config its struct, with the keys of all plugins
 * @param binary the type under which its program is known
 * @param field where Go's reader is in the struct that it starts with
 * @param reading what it says before what Go's JSON reader says
 */
record Plugin(
    String type,
    String binary,
    Struct config,
    GoField field,
    String reading,
    Ipam ipam,
    Chain chain,
    CniVersions versions,
    Consumer<PluginConfig> rules) {

  static Plugin of(String type, String struct, Key... keys) {
    var config = Struct.of(struct, keys);
    return new Plugin(
        type,
        type,
        config.with(CommonKeys.judged("")),
        new GoField(config.struct(), ""),
        "",
        Ipam.ALLOWED,
        Chain.ANYWHERE,
        CniVersions.ALL,
        none -> {});
  }

  /** An IPAM plugin whose struct holds the object ipam in a field of that name. */
  static Plugin ofIpam(String type, String struct, Key... keys) {
    var config = Struct.of(struct, keys);
    return new Plugin(
        type,
        type,
        config.with(List.of(Key.text("type"))),
        new GoField(config.struct(), "ipam"),
        "",
        Ipam.IGNORED,
        Chain.ANYWHERE,
        CniVersions.ALL,
        none -> {});
  }

  /** The keys of all plugins stand in an embedded struct of that name. */
  Plugin embedding(String embedded) {
    return new Plugin(
        type,
        binary,
        config.with(CommonKeys.judged(embedded)),
        field,
        reading,
        ipam,
        chain,
        versions,
        rules);
  }

  Plugin reading(String before) {
    return new Plugin(type, binary, config, field, before, ipam, chain, versions, rules);
  }

  Plugin ipam(Ipam other) {
    return new Plugin(type, binary, config, field, reading, other, chain, versions, rules);
  }

  Plugin chain(Chain other) {
    return new Plugin(type, binary, config, field, reading, ipam, other, versions, rules);
  }

  Plugin versions(CniVersions other) {
    return new Plugin(type, binary, config, field, reading, ipam, chain, other, rules);
  }

  Plugin rules(Consumer<PluginConfig> check) {
    return new Plugin(
        type, binary, config, field, reading, ipam, chain, versions, rules.andThen(check));
  }

  /** The same binary under another name. */
  Plugin as(String otherType) {
    return new Plugin(otherType, binary, config, field, reading, ipam, chain, versions, rules);
  }

  String tool() {
    return "cni:" + binary;
  }
}
