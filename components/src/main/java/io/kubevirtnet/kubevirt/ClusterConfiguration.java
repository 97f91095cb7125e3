package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the KubeVirt that a machine is for. Where its object was not there to be read,
 * it is as KubeVirt comes.
 *
 * @param featureGates what is listed as on, in its order
 * @param disabledFeatureGates what is listed as off
 * @param defaultInterface the binding of the interface that KubeVirt adds to a machine without any
 * @param permitBridge a bridge binding may be on the pod network
 * @param plugins by name; nothing when it is not known which there are
 * @param rolloutStrategy {@code LiveUpdate} or {@code Stage}
 * @param workloadUpdateMethods how KubeVirt brings machines up to date by itself; nothing when that
 *     is not known
 * @param dynamicNetworks the controller that plugs networks into running pods is there; nothing
 *     when that is not known
 * @param open what it says about gates and bindings can only be told after apply
 */
public record ClusterConfiguration(
    KubeVirtRelease release,
    Set<String> featureGates,
    Set<String> disabledFeatureGates,
    String defaultInterface,
    boolean permitBridge,
    Optional<Map<String, RegisteredPlugin>> plugins,
    String rolloutStrategy,
    Optional<List<String>> workloadUpdateMethods,
    Optional<Boolean> dynamicNetworks,
    boolean open) {
  static final String BRIDGE = "bridge";
  static final String MASQUERADE = "masquerade";
  static final String SLIRP = "slirp";
  private static final String LIVE_UPDATE = "LiveUpdate";

  public ClusterConfiguration {
    featureGates = Collections.unmodifiableSet(new LinkedHashSet<>(featureGates));
    disabledFeatureGates = Collections.unmodifiableSet(new LinkedHashSet<>(disabledFeatureGates));
    plugins = plugins.map(p -> Collections.unmodifiableMap(new LinkedHashMap<>(p)));
    workloadUpdateMethods = workloadUpdateMethods.map(List::copyOf);
  }

  /** As KubeVirt comes. */
  public static ClusterConfiguration of(KubeVirtRelease release) {
    return new ClusterConfiguration(
        release,
        Set.of(),
        Set.of(),
        BRIDGE,
        true,
        Optional.empty(),
        LIVE_UPDATE,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** As a KubeVirt object says. One with a default interface that is none is ignored as a whole. */
  public static ClusterConfiguration of(KubeVirtRelease release, Fields kubeVirtObject) {
    var spec = Part.of(PropertyPath.ROOT, kubeVirtObject).get("spec");
    var configuration = spec.get("configuration");
    var network = configuration.get("network");
    var gates = configuration.get("developerConfiguration");
    var defaultInterface = network.get("defaultNetworkInterface").text().filter(t -> !t.isEmpty());
    if (defaultInterface.filter(d -> !isDefaultInterface(d)).isPresent()) {
      return of(release);
    }
    return new ClusterConfiguration(
        release,
        names(gates.get("featureGates")),
        names(gates.get("disabledFeatureGates")),
        defaultInterface.orElse(BRIDGE),
        !network.get("permitBridgeInterfaceOnPodNetwork").isFalse(),
        plugins(network.get("binding")),
        configuration.get("vmRolloutStrategy").text().orElse(LIVE_UPDATE),
        methods(spec.get("workloadUpdateStrategy", "workloadUpdateMethods")),
        Optional.empty(),
        isOpen(gates.get("featureGates"))
            || isOpen(gates.get("disabledFeatureGates"))
            || network.get("defaultNetworkInterface").isOpen()
            || network.get("permitBridgeInterfaceOnPodNetwork").isOpen());
  }

  /**
   * What KubeVirt itself would take; {@code slirp} is taken, and then gives every default an error.
   */
  static boolean isDefaultInterface(String name) {
    return name.equals(BRIDGE) || name.equals(MASQUERADE) || name.equals(SLIRP);
  }

  private static boolean isOpen(Part list) {
    return list.isOpen() || list.items().stream().anyMatch(Part::isOpen);
  }

  private static Set<String> names(Part list) {
    var names = new LinkedHashSet<String>();
    list.items().forEach(i -> i.text().ifPresent(names::add));
    return names;
  }

  private static Optional<List<String>> methods(Part list) {
    return isOpen(list) ? Optional.empty() : Optional.of(List.copyOf(names(list)));
  }

  private static Optional<Map<String, RegisteredPlugin>> plugins(Part binding) {
    if (binding.isOpen()) {
      return Optional.empty();
    }
    var plugins = new LinkedHashMap<String, RegisteredPlugin>();
    if (binding.tree().isPresent() && binding.tree().get() instanceof Fields f) {
      for (var name : f.fields().keySet()) {
        var plugin = binding.get(name);
        plugins.put(
            name,
            new RegisteredPlugin(
                plugin.get("migration").isSet(),
                plugin.get("computeResourceOverhead", "requests", "memory").text()));
      }
    }
    return Optional.of(plugins);
  }

  /** A gate is on, by itself or because it is listed. */
  public boolean isOn(String gate) {
    return FeatureGates.isOn(gate, release, featureGates, disabledFeatureGates);
  }

  public boolean isLiveUpdate() {
    return rolloutStrategy.equals(LIVE_UPDATE);
  }

  public ClusterConfiguration withGates(Set<String> on, Set<String> off) {
    return new ClusterConfiguration(
        release,
        on,
        off,
        defaultInterface,
        permitBridge,
        plugins,
        rolloutStrategy,
        workloadUpdateMethods,
        dynamicNetworks,
        open);
  }

  public ClusterConfiguration withBindings(
      String otherDefault, boolean bridge, Optional<Map<String, RegisteredPlugin>> others) {
    return new ClusterConfiguration(
        release,
        featureGates,
        disabledFeatureGates,
        otherDefault,
        bridge,
        others,
        rolloutStrategy,
        workloadUpdateMethods,
        dynamicNetworks,
        open);
  }

  public ClusterConfiguration withUpdates(
      String strategy, Optional<List<String>> methods, Optional<Boolean> dynamic) {
    return new ClusterConfiguration(
        release,
        featureGates,
        disabledFeatureGates,
        defaultInterface,
        permitBridge,
        plugins,
        strategy,
        methods,
        dynamic,
        open);
  }
}
