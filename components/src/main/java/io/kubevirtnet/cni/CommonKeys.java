package io.kubevirtnet.cni;

import java.util.List;
import java.util.stream.Stream;

/** What Multus and libcni read in every plugin's config, before a plugin does. */
final class CommonKeys {
  static final Struct DNS =
      Struct.of(
          "types.DNS",
          Key.texts("nameservers"),
          Key.text("domain"),
          Key.texts("search"),
          Key.texts("options"));

  private static final List<Key> ALL =
      List.of(
          Key.text("cniVersion"),
          Key.text("name"),
          Key.text("type"),
          Key.of("capabilities", new GoType.Mapped("map[string]bool", GoType.FLAG)),
          Key.of("ipam", Struct.of("types.IPAM", Key.text("type")).leavingTheRest()),
          Key.of("dns", DNS),
          Key.of("prevResult", new GoType.Mapped("map[string]interface {}", GoType.ANYTHING)));

  static final Struct PLUGIN = Struct.of("types.PluginConf").with(ALL).leavingTheRest();

  /** What runtimes fill in for each pod. */
  static final List<String> RESERVED = List.of("runtimeConfig", "args", "prevResult");

  static final Key TYPE = Key.of("type", GoType.ANYTHING).exactly();

  private CommonKeys() {}

  /** They have been judged when a plugin reads its own. */
  static List<Key> judged(String embedded) {
    return Stream.concat(ALL.stream().map(Key::name), RESERVED.stream())
        .distinct()
        .map(name -> Key.of(name, GoType.ANYTHING).in(embedded))
        .map(key -> key.name().equals("type") ? key.exactly() : key)
        .toList();
  }
}
