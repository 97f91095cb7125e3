package io.kubevirtnet.provider.plan;

import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.provider.manifest.DefinitionManifest;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What policies make on nodes, and by which names definitions plug into it. */
final class BridgeNames {
  private static final Set<String> BRIDGE_TYPES = Set.of("linux-bridge", "ovs-bridge");
  private static final Set<String> NOT_WANTED = Set.of("absent", "ignore", "down");
  private static final Set<String> BRIDGE_PLUGINS = Set.of("bridge", "cnv-bridge", "ovs");
  private static final Set<String> MASTER_PLUGINS = Set.of("macvlan", "ipvlan", "macvtap", "vlan");
  private static final String DEFAULT_BRIDGE = "cni0";

  private BridgeNames() {}

  static boolean isPolicy(KubernetesObject object) {
    return object.reference().kind().equals(HostPolicy.KIND)
        && HostPolicy.API_VERSION.startsWith(object.group() + "/");
  }

  /** The bridges of a policy with their ports, as far as they are known. */
  static Map<String, Set<String>> bridges(KubernetesObject policy) {
    var bridges = new LinkedHashMap<String, Set<String>>();
    interfaces(policy)
        .filter(i -> i.get("type").text().filter(BRIDGE_TYPES::contains).isPresent())
        .forEach(i -> i.get("name").text().ifPresent(n -> bridges.put(n, ports(i))));
    return bridges;
  }

  /** The bridge says which ports it has; what is left out stays as it is. */
  static boolean listsPorts(KubernetesObject policy, String bridge) {
    return interfaces(policy)
        .filter(i -> i.get("name").is(bridge))
        .anyMatch(i -> i.get("bridge", "port").isList());
  }

  /** The bridges that a policy takes off its nodes. */
  static Set<String> removed(KubernetesObject policy) {
    return state(policy).get("interfaces").items().stream()
        .filter(i -> i.get("state").is("absent"))
        .flatMap(i -> i.get("name").text().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ports(Part bridge) {
    return bridge.get("bridge", "port").items().stream()
        .flatMap(p -> p.get("name").text().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Part> interfaces(KubernetesObject policy) {
    return state(policy).get("interfaces").items().stream()
        .filter(i -> i.get("state").text().filter(NOT_WANTED::contains).isEmpty());
  }

  private static Part state(KubernetesObject policy) {
    return Part.of(PropertyPath.ROOT, policy.fields()).get("spec", "desiredState");
  }

  /** All by which a definition can name what the policy makes. */
  static Set<String> offered(KubernetesObject policy) {
    var names = new TreeSet<String>();
    interfaces(policy).forEach(i -> i.get("name").text().ifPresent(names::add));
    state(policy).get("ovn", "bridge-mappings").items().stream()
        .flatMap(m -> m.get("localnet").text().stream())
        .forEach(l -> names.add(localnet(l)));
    return names;
  }

  /** What a definition plugs into; nothing where no name is known, or none is needed. */
  static Optional<String> joined(KubernetesObject definition) {
    return DefinitionManifest.read(definition, new Report()).flatMap(BridgeNames::joined);
  }

  private static Optional<String> joined(Definition definition) {
    var config = Part.of(definition.path(), definition.config());
    var plugins = config.get("plugins").items();
    var plugin = config.get("type").isSet() || plugins.isEmpty() ? config : plugins.get(0);
    var type = plugin.get("type").text().orElse("");
    if (BRIDGE_PLUGINS.contains(type)) {
      return plugin.get("bridge").isOpen()
          ? Optional.empty()
          : named(plugin, "bridge")
              .or(() -> Optional.of(DEFAULT_BRIDGE).filter(b -> !type.equals("ovs")));
    }
    if (MASTER_PLUGINS.contains(type)) {
      return named(plugin, "master");
    }
    return Optional.of(plugin)
        .filter(p -> p.get("topology").is("localnet"))
        .flatMap(p -> named(p, "physicalNetworkName").or(() -> named(config, "name")))
        .map(BridgeNames::localnet);
  }

  private static Optional<String> named(Part part, String key) {
    return part.get(key).text().filter(t -> !t.isEmpty());
  }

  private static String localnet(String name) {
    return "localnet " + name;
  }
}
