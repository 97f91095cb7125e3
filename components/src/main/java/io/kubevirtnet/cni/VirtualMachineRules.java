package io.kubevirtnet.cni;

import io.kubevirtnet.cni.KubeVirtFit.Mac;
import io.kubevirtnet.finding.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a definition is for virtual machines, and what depends on who attaches to it. */
record VirtualMachineRules(Purpose purpose, List<Place> plugins, Report report) {
  private static final Set<String> TUNING = Set.of("tuning", "cnv-tuning");
  private static final Set<String> BRIDGES = Set.of("bridge", "cnv-bridge");

  /** They take no plugin after them. */
  private static final Set<String> UNTUNED = Set.of("openshift-sdn");

  /** They refuse ipam themselves, or are the one that gives addresses in the machine's stead. */
  private static final Set<String> OWN_ADDRESSES = Set.of(OvnPlugin.TYPE, "kube-ovn", "macvtap");

  /** For whom else the addresses of these would have to be is not a matter of virtual machines. */
  private static final Set<String> OF_THE_POD = Set.of("dhcp", "host-local", "static");

  static void check(Purpose purpose, Delegate delegate, Report report) {
    if (!delegate.plugins().isEmpty()) {
      new VirtualMachineRules(purpose, delegate.plugins(), report).check();
    }
  }

  private void check() {
    var main = plugins.get(0);
    var type = main.inAnyCase("type").textOrEmpty();
    open(main, type);
    if (purpose != Purpose.VIRTUAL_MACHINES || type.isEmpty()) {
      return;
    }
    binding(main, type);
    addresses(main, type);
    mac(main, type);
    link(main, type);
    if (main.get("topology").textOrEmpty().equals(OvnPlugin.LAYER3)) {
      report.add(
          VirtualMachineCatalogue.LAYER3,
          main.get("topology").written(),
          "In layer3 each node has addresses of its own.");
    }
    plugins.stream()
        .filter(p -> p.inAnyCase("type").textOrEmpty().equals("bandwidth"))
        .forEach(
            p ->
                report.add(
                    VirtualMachineCatalogue.BANDWIDTH,
                    p.inAnyCase("type").written(),
                    "The machine does not use the interface that bandwidth limits."));
  }

  /** What only the nodes, or all who attach together, can show. */
  private void open(Place main, String type) {
    var ipam = main.get("ipam").get("type");
    if (BRIDGES.contains(type) && main.get("macspoofchk").isTrue()) {
      report.notChecked(main.get("macspoofchk").written(), "needs the program nft on the nodes");
    }
    switch (ipam.textOrEmpty()) {
      case "dhcp" -> report.notChecked(ipam.written(), "needs the dhcp daemon on each node");
      case "host-local" ->
          report.notChecked(
              ipam.written(), "each node counts by itself: pods of two nodes get one address");
      case "static" ->
          report.notChecked(
              ipam.written(), "fixed addresses are for one pod: how many attach is not known");
      default -> {}
    }
  }

  private void binding(Place main, String type) {
    var fit = KubeVirtFit.of(type);
    var shown = main.inAnyCase("type").shown();
    if (fit.filter(f -> f.bindings().isEmpty()).isPresent()) {
      report.add(
          VirtualMachineCatalogue.NO_BINDING,
          main.inAnyCase("type").written(),
          fit.get().mac() == Mac.NEVER
              ? shown + " passes no traffic of another MAC address than its own."
              : shown + " is not connected to anything.");
    }
  }

  private void addresses(Place main, String type) {
    var ipam = main.get("ipam").get("type");
    if (ipam.isMissing() || ipam.isOpen() || OWN_ADDRESSES.contains(type)) {
      return;
    }
    if (OF_THE_POD.contains(ipam.textOrEmpty())) {
      report.add(
          VirtualMachineCatalogue.POD_ADDRESS,
          ipam.written(),
          ipam.shown() + " gives the pod an address that the machine does not know of.",
          fix(ipam.textOrEmpty()));
    } else if (!ipam.textOrEmpty().equals("kube-ovn")) {
      report.add(
          VirtualMachineCatalogue.IPAM,
          ipam.written(),
          ipam.shown() + " gives an address to the pod of the machine.");
    }
  }

  private static String fix(String ipam) {
    return switch (ipam) {
      case "dhcp" -> "Take ipam out: the machine then asks the DHCP server of the network itself.";
      case "static" -> "Take ipam out, and write the address into the machine's network data.";
      default -> VirtualMachineCatalogue.POD_ADDRESS.fix();
    };
  }

  private void mac(Place main, String type) {
    var tuning =
        plugins.stream()
            .skip(1)
            .filter(p -> TUNING.contains(p.inAnyCase("type").textOrEmpty()))
            .findFirst();
    if (UNTUNED.contains(type) && tuning.isPresent()) {
      report.add(
          VirtualMachineCatalogue.UNTUNED,
          tuning.get().inAnyCase("type").written(),
          main.inAnyCase("type").shown() + " does not work with a plugin after it.");
    }
    if (KubeVirtFit.of(type).filter(f -> f.mac() == Mac.WITH_TUNING).isPresent()
        && !setsMac(tuning)) {
      report.add(
          VirtualMachineCatalogue.MAC,
          tuning.map(t -> t.get("capabilities")).orElse(main.inAnyCase("type")).written(),
          tuning.isPresent()
              ? "The plugin tuning does not have the capability mac."
              : "No plugin tuning follows " + main.inAnyCase("type").shown() + ".");
    }
  }

  private static boolean setsMac(Optional<Place> tuning) {
    return tuning
        .map(t -> t.get("capabilities").get("mac"))
        .filter(mac -> mac.isTrue() || mac.isOpen())
        .isPresent();
  }

  private void link(Place main, String type) {
    var disable = main.get("disableContainerInterface");
    if (BRIDGES.contains(type)
        && !disable.isTrue()
        && !disable.isOpen()
        && main.get("ipam").get("type").isMissing()) {
      report.add(
          VirtualMachineCatalogue.LINK,
          main.inAnyCase("type").written(),
          "The pod's end of the link comes up before the machine does.");
    }
  }
}
