package io.kubevirtnet.across;

import io.kubevirtnet.cni.KubeVirtFit;
import io.kubevirtnet.cni.KubeVirtFit.Binding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.value.Part;
import java.util.Optional;
import java.util.Set;

/** Whether the interface of a machine gets on with the network that it takes. */
final class FitRules {
  private static final int USUAL_MTU = 1500;
  private static final String VIRTIO = "virtio";

  /** Without a resource their definition is refused already. */
  private static final Set<String> DEVICES = Set.of("sriov", "ib-sriov", "macvtap");

  private static final String INJECTION = "ExternalNetResourceInjection";

  private final AttachmentUse use;
  private final NetworkClaims network;
  private final Report report;

  private FitRules(AttachmentUse use, NetworkClaims network, Report report) {
    this.use = use;
    this.network = network;
    this.report = report;
  }

  static void check(
      AttachmentUse use,
      NetworkClaims network,
      Optional<ClusterConfiguration> config,
      Report report) {
    if (use.nic().isSet() && !use.nic().isOpen()) {
      var rules = new FitRules(use, network, report);
      rules.binding();
      rules.device(config);
      rules.mtu();
      rules.dhcp();
    }
  }

  private void binding() {
    var fit = KubeVirtFit.of(network.type());
    var binding = chosen();
    if (binding.isEmpty() || fit.isEmpty() || fit.get().fits(binding.get())) {
      return;
    }
    report.add(
        FitCatalogue.BINDING,
        nic(binding.get().wire()).written(),
        network.shownReference()
            + " is a network of the plugin "
            + network.plugin().get("type").shown()
            + ", and the binding "
            + binding.get().wire()
            + " does not work on it.",
        fix(fit.get()));
  }

  private static String fix(KubeVirtFit fit) {
    if (fit.bindings().isEmpty()) {
      return "Take a network of the plugin bridge or ovs, or of OVN.";
    }
    if (fit.fits(Binding.BRIDGE)) {
      return "Write bridge: {} in its place.";
    }
    return fit.fits(Binding.SRIOV)
        ? "Write sriov: {} in its place."
        : "Write binding: {name: …} with the plugin that is registered for it in its place.";
  }

  /** A plugin of KubeVirt's may do what it likes with a network, and so may nobody say. */
  private Optional<Binding> chosen() {
    return nic(Binding.BRIDGE.wire()).isSet()
        ? Optional.of(Binding.BRIDGE)
        : nic(Binding.SRIOV.wire()).isSet() ? Optional.of(Binding.SRIOV) : Optional.empty();
  }

  private void device(Optional<ClusterConfiguration> config) {
    if (!nic(Binding.SRIOV.wire()).isSet() || network.annotationsOpen()) {
      return;
    }
    var resource = network.resourceName();
    boolean pinned = network.plugin().get("deviceID").isSet();
    boolean fits = KubeVirtFit.of(network.type()).filter(f -> f.fits(Binding.SRIOV)).isPresent();
    if (!resource.isSet() && fits && (pinned || !DEVICES.contains(network.type()))) {
      report.add(
          FitCatalogue.NO_DEVICE,
          nic(Binding.SRIOV.wire()).written(),
          network.shownReference() + " names no resource that devices could come from.");
    }
    if (resource.isSet() && config.filter(c -> c.isOn(INJECTION)).isPresent()) {
      report.notChecked(
          nic(Binding.SRIOV.wire()).written(),
          "needs network-resources-injector in the cluster: KubeVirt leaves resourceName to it");
    }
  }

  /** DHCP tells other cards than virtio of it, and there is none without addresses. */
  private void mtu() {
    var model = nic("model");
    var mtu = network.mtu().number();
    if (nic(Binding.BRIDGE.wire()).isSet()
        && model.text().filter(m -> !m.isEmpty() && !m.equals(VIRTIO)).isPresent()
        && mtu.filter(m -> m > 0 && m != USUAL_MTU).isPresent()
        && isSilent()) {
      report.add(
          FitCatalogue.MTU,
          model.written(),
          "The guest takes "
              + USUAL_MTU
              + " on a card of the model "
              + model.shown()
              + ", and "
              + network.shownReference()
              + " has "
              + network.mtu().shown()
              + ".");
    }
  }

  private void dhcp() {
    if (nic(Binding.BRIDGE.wire()).isSet() && nic("dhcpOptions").isSet() && isSilent()) {
      report.add(
          FitCatalogue.NO_DHCP,
          nic("dhcpOptions").written(),
          network.shownReference() + " gives the pod no address that KubeVirt could hand on.");
    }
  }

  /** KubeVirt's own DHCP server answers only where the pod got an address. */
  private boolean isSilent() {
    return !network.givesAddresses() && !network.isOpen();
  }

  private Part nic(String name) {
    return use.nic().get(name);
  }
}
