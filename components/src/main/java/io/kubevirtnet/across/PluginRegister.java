package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.RegisteredPlugin;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The binding plugins that a run registers, and the machines that ask for them. */
final class PluginRegister {
  private final List<Claim<Plugin>> plugins = new ArrayList<>();

  private record Plugin(String name, boolean migratable) {}

  void add(Claimant claimant, String name, boolean migratable) {
    plugins.add(new Claim<>(claimant, new Plugin(name, migratable)));
  }

  /** Whether each plugin that the machine names is there. */
  void check(Claimant claimant, Machine machine, ClusterConfiguration config, Report report) {
    for (var nic : machine.interfaces()) {
      var name = nic.get("binding").get("name");
      if (name.text().filter(n -> !n.isEmpty()).isPresent()) {
        check(claimant, nic, name, machine, config, report);
      }
    }
  }

  private void check(
      Claimant claimant,
      Part nic,
      Part name,
      Machine machine,
      ClusterConfiguration config,
      Report report) {
    var wanted = name.text().orElseThrow();
    var own = of(claimant, wanted);
    var known = config.plugins();
    if (own.isEmpty() && known.filter(k -> !k.containsKey(wanted)).isPresent()) {
      missing(claimant, name, known.get().keySet(), report);
      return;
    }
    var registered = known.flatMap(k -> Optional.ofNullable(k.get(wanted)));
    if (own.isEmpty() && registered.isEmpty()) {
      report.notChecked(name.written(), "whether KubeVirt has the binding plugin " + name.shown());
      return;
    }
    boolean migrates =
        own.filter(Plugin::migratable).isPresent()
            || registered.filter(RegisteredPlugin::migratable).isPresent();
    if (!migrates && isOnPodNetwork(nic, machine)) {
      report.add(
          FitCatalogue.PLUGIN_STAYS,
          name.written(),
          name.shown() + " is registered without migration.");
    }
  }

  private Optional<Plugin> of(Claimant claimant, String name) {
    return plugins.stream()
        .filter(p -> p.owner().sharesClusterWith(claimant))
        .map(Claim::claimed)
        .filter(p -> p.name().equals(name))
        .findFirst();
  }

  private void missing(Claimant claimant, Part name, Iterable<String> registered, Report report) {
    var all = new TreeSet<String>();
    registered.forEach(all::add);
    plugins.stream()
        .filter(p -> p.owner().sharesClusterWith(claimant))
        .forEach(p -> all.add(p.claimed().name()));
    report.add(
        FitCatalogue.PLUGIN_MISSING,
        name.written(),
        "KubeVirt has no binding plugin "
            + name.shown()
            + (all.isEmpty()
                ? "; none is registered."
                : " (there is " + String.join(", ", all) + ")."),
        Nearest.to(name.text().orElse(""), List.copyOf(all))
                .map(n -> "Did you mean " + n + "? ")
                .orElse("")
            + FitCatalogue.PLUGIN_MISSING.fix());
  }

  private static boolean isOnPodNetwork(Part nic, Machine machine) {
    return machine.networks().stream()
        .anyMatch(n -> n.get("pod").isSet() && n.get("name").text().equals(nic.get("name").text()));
  }
}
