package io.kubevirtnet.cni;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plugins whose configs are known, by type. */
final class Plugins {
  private static final Map<String, Plugin> MAIN =
      byType(
          Stream.of(
                  Stream.of(
                      BridgePlugin.BRIDGE,
                      BridgePlugin.BRIDGE.as("cnv-bridge"),
                      MetaPlugins.TUNING.as("cnv-tuning")),
                  MainPlugins.ALL.stream(),
                  MetaPlugins.ALL.stream(),
                  OtherPlugins.MAIN.stream())
              .flatMap(p -> p));

  private static final Map<String, Plugin> IPAM =
      byType(
          Stream.concat(
              Stream.of(HostLocal.HOST_LOCAL, StaticIpam.STATIC, DhcpIpam.DHCP),
              OtherPlugins.IPAM.stream()));

  private Plugins() {}

  static Optional<Plugin> main(String type) {
    return Optional.ofNullable(MAIN.get(type));
  }

  static Optional<Plugin> ipam(String type) {
    return Optional.ofNullable(IPAM.get(type));
  }

  static Set<String> mainTypes() {
    return MAIN.keySet();
  }

  static Set<String> ipamTypes() {
    return IPAM.keySet();
  }

  private static Map<String, Plugin> byType(Stream<Plugin> plugins) {
    var byType = new HashMap<String, Plugin>();
    plugins.forEach(p -> byType.put(p.type(), p));
    return Map.copyOf(byType);
  }
}
