package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;

/** The network settings and feature gates of a KubeVirt object. */
public final class ClusterRules {
  private final KubeVirtRelease release;
  private final Part network;
  private final Part gates;
  private final Report report;

  private ClusterRules(Part configuration, KubeVirtRelease release, Report report) {
    this.network = configuration.get("network");
    this.gates = configuration.get("developerConfiguration");
    this.release = release;
    this.report = report;
  }

  public static void check(Fields object, KubeVirtRelease release, Report report) {
    var spec = Part.of(PropertyPath.ROOT, object).get("spec");
    var rules = new ClusterRules(spec.get("configuration"), release, report);
    rules.defaultInterface();
    rules.slirp();
    rules.gates();
    RegistrationRules.check(rules.network.get("binding"), report);
  }

  private void defaultInterface() {
    var chosen = network.get("defaultNetworkInterface");
    var permit = network.get("permitBridgeInterfaceOnPodNetwork");
    open(chosen);
    open(permit);
    var name = chosen.text().orElse("");
    if (chosen.isSet() && !name.isEmpty() && !ClusterConfiguration.isDefaultInterface(name)) {
      report.add(
          ClusterCatalogue.DEFAULT_INTERFACE,
          chosen.written(),
          "\"" + chosen.shown() + "\" is no default interface.");
    } else if (name.equals(ClusterConfiguration.SLIRP)) {
      report.add(
          ClusterCatalogue.DEFAULT_SLIRP, chosen.written(), "The default interface is slirp.");
    } else if (permit.isFalse()
        && !chosen.isOpen()
        && (name.isEmpty() || name.equals(ClusterConfiguration.BRIDGE))) {
      report.add(
          ClusterCatalogue.DEFAULT_FORBIDDEN,
          permit.written(),
          "Bridges on the pod network are forbidden, and one is the default.");
    }
  }

  private void open(Part part) {
    if (part.isOpen()) {
      report.notChecked(part.written(), "known after apply");
    }
  }

  private void slirp() {
    var permit = network.get("permitSlirpInterface");
    if (permit.isSet() && !permit.isOpen()) {
      report.add(
          ClusterCatalogue.PERMIT_SLIRP,
          permit.written(),
          "permitSlirpInterface is set, and there is no slirp.");
    }
  }

  private void gates() {
    var on = gates.get("featureGates");
    var off = gates.get("disabledFeatureGates");
    open(on);
    open(off);
    for (var gate : on.items()) {
      open(gate);
      if (gate.text().isPresent() && off.items().stream().anyMatch(o -> o.is(gate.text().get()))) {
        twice(gate);
      }
    }
    on.items().forEach(g -> stage(g, true));
    off.items().forEach(g -> stage(g, false));
  }

  private void twice(Part gate) {
    var field = "spec.configuration.developerConfiguration.featureGates";
    report.add(
        Finding.of(
                ClusterCatalogue.GATE_TWICE,
                gate.written(),
                gate.shown() + " is in both lists.",
                ClusterCatalogue.GATE_TWICE.fix())
            .inWordsOf(
                new Upstream(
                    Admission.KUBEVIRT,
                    Cause.FORBIDDEN.wire(),
                    field,
                    "feature gate \""
                        + gate.shown()
                        + "\" exists on both \"FeatureGates\" and \"DisabledFeatureGates\"")));
  }

  private void stage(Part gate, boolean on) {
    if (gate.text().isEmpty()) {
      return;
    }
    var name = gate.text().get();
    var stage = FeatureGates.stage(name, release);
    if (stage.isEmpty()) {
      report.add(
          ClusterCatalogue.GATE_UNKNOWN,
          gate.written(),
          "KubeVirt " + release.wire() + " has no gate " + gate.shown() + ".",
          gate.shown().equals(Part.SECRET) ? ClusterCatalogue.GATE_UNKNOWN.fix() : proposal(name));
      return;
    }
    switch (stage.get()) {
      case GA ->
          report.add(
              ClusterCatalogue.GATE_NOT_NEEDED,
              gate.written(),
              on
                  ? gate.shown() + " is on in KubeVirt " + release.wire() + " without it."
                  : gate.shown() + " can not be switched off in KubeVirt " + release.wire() + ".");
      case DEPRECATED, DISCONTINUED ->
          report.add(
              ClusterCatalogue.GATE_GONE,
              gate.written(),
              gate.shown()
                  + (stage.get() == FeatureGates.Stage.DEPRECATED
                      ? " is deprecated."
                      : " has no effect any more."),
              fix(name));
      case ALPHA, BETA -> {}
    }
  }

  private String proposal(String name) {
    return Nearest.to(name, FeatureGates.known(release))
        .map(n -> "Did you mean \"" + n + "\"?")
        .orElse(ClusterCatalogue.GATE_UNKNOWN.fix());
  }

  private static String fix(String gate) {
    return switch (gate) {
      case "Passt", "PasstIPStackMigration" -> "Take it out, and passtBinding for the machines.";
      case "Macvtap" -> "Take it out, and register the binding plugin macvtap for the machines.";
      case "HotplugVolumes" -> "List DeclarativeHotplugVolumes instead.";
      default -> ClusterCatalogue.GATE_GONE.fix();
    };
  }
}
