package io.kubevirtnet.cni;

import io.kubevirtnet.link.Mtu;
import java.util.List;
import java.util.Set;

/** The plugins of containernetworking/plugins that make an interface, besides bridge. */
final class MainPlugins {
  private static final String LOAD = "failed to load netconf: ";
  private static final String NO_IPAM = "no plugin name provided";
  private static final String PASSTHRU = "passthru";
  private static final String RESOURCE = "k8s.v1.cni.cncf.io/resourceName";

  static final Plugin MACVLAN =
      Plugin.of(
              "macvlan",
              "main.NetConf",
              Key.text("master"),
              Key.text("mode"),
              Key.number("mtu"),
              Key.text("mac"),
              Key.flag("linkInContainer").since("1.3.0"),
              Key.of("bcqueuelen", GoType.UINT32).since("1.6.0"))
          .embedding("NetConf")
          .reading(LOAD)
          .rules(
              config -> {
                link(config, Set.of("bridge", "private", "vepa", PASSTHRU));
                mtuOfMaster(config);
                Checks.mac(config, "mac", "invalid args %s for MAC addr: ");
                if (config.at("mac").isSet() && config.at("mode").textOrEmpty().equals(PASSTHRU)) {
                  config.advise(
                      PluginCatalogue.NO_EFFECT,
                      config.at("mac"),
                      "In mode passthru the interface has the address of its master.",
                      "Take mac out, or choose another mode.");
                }
              });

  static final Plugin IPVLAN =
      Plugin.of(
              "ipvlan",
              "main.NetConf",
              Key.text("master"),
              Key.text("mode"),
              Key.number("mtu"),
              Key.flag("linkInContainer").since("1.3.0"))
          .embedding("NetConf")
          .reading(LOAD)
          .rules(MainPlugins::ipvlan);

  static final Plugin VLAN =
      Plugin.of(
              "vlan",
              "main.NetConf",
              Key.text("master"),
              Key.number("vlanId"),
              Key.number("mtu"),
              Key.flag("linkInContainer").since("1.3.0"))
          .embedding("NetConf")
          .reading(LOAD)
          .ipam(Ipam.required(NO_IPAM))
          .rules(MainPlugins::vlan);

  static final Plugin PTP =
      Plugin.of(
              "ptp",
              "main.NetConf",
              Key.flag("ipMasq"),
              Key.text("ipMasqBackend").since("1.6.0"),
              Key.number("mtu"))
          .embedding("NetConf")
          .reading(LOAD)
          .ipam(Ipam.required(NO_IPAM))
          .rules(Checks::mtu)
          .rules(Checks::masquerade);

  static final Plugin HOST_DEVICE =
      Plugin.of(
              "host-device",
              "main.NetConf",
              Key.text("device"),
              Key.text("hwaddr"),
              Key.text("kernelpath"),
              Key.text("pciBusID"))
          .embedding("NetConf")
          .reading(LOAD)
          .rules(MainPlugins::device);

  static final Plugin TAP =
      Plugin.of(
              "tap",
              "main.NetConf",
              Key.flag("multiQueue"),
              Key.number("mtu"),
              Key.text("mac"),
              Key.of("owner", GoType.UINT32),
              Key.of("group", GoType.UINT32),
              Key.text("selinuxContext"),
              Key.text("bridge").since("1.4.0"))
          .embedding("NetConf")
          .reading(LOAD)
          .rules(
              config -> {
                Checks.mtu(config);
                Checks.interfaceName(config.at("bridge"), config);
                tapAddress(config);
              });

  static final Plugin DUMMY =
      Plugin.of("dummy", "types.PluginConf")
          .reading("failed to parse network config: ")
          .ipam(Ipam.required("dummy interface requires an IPAM configuration"));

  static final Plugin LOOPBACK =
      Plugin.of("loopback", "types.PluginConf")
          .reading("failed to parse network config: ")
          .ipam(Ipam.IGNORED);

  static final List<Plugin> ALL =
      List.of(MACVLAN, IPVLAN, VLAN, PTP, HOST_DEVICE, TAP, DUMMY, LOOPBACK);

  private MainPlugins() {}

  /** That of the master is the most; 1500 stands for the one that most links have. */
  private static void mtuOfMaster(PluginConfig config) {
    var mtu = config.at("mtu");
    if (mtu.number().filter(m -> m < 0 || m > Mtu.MAX).isPresent()) {
      config.refuse(
          PluginCatalogue.MTU,
          mtu,
          mtu.shown() + " is not an MTU.",
          "invalid MTU " + mtu.shown() + ", must be [0, master MTU(1500)]");
    } else {
      Checks.mtu(config);
    }
  }

  private static void link(PluginConfig config, Set<String> modes) {
    Checks.interfaceName(config.at("master"), config);
    var mode = config.at("mode");
    if (!mode.isMissing() && mode.text().filter(m -> !modes.contains(m)).isPresent()) {
      config.refuse(
          PluginCatalogue.CHOICE,
          mode,
          "\"" + mode.shown() + "\" is no mode of " + config.plugin().type() + ".",
          "Choose one of " + Checks.listed(modes) + ".",
          "unknown " + config.plugin().type() + " mode: \"" + mode.shown() + "\"");
    }
  }

  /** Without an owner and a group it leaves the work to the program ip, which has other words. */
  private static void tapAddress(PluginConfig config) {
    boolean itself =
        config.at("owner").isSet()
            && config.at("group").isSet()
            && config.at("selinuxContext").isMissing();
    Checks.mac(config, "mac", itself ? "invalid args %s for MAC addr: " : "");
    for (var key : List.of("mac", "mtu")) {
      if (itself && config.at(key).isSet()) {
        config.advise(
            PluginCatalogue.NO_EFFECT,
            config.at(key),
            "tap forgets " + key + " where owner and group are both set.",
            "Take it out, or leave owner or group out.");
      }
    }
  }

  /** In a chain it takes the addresses of the plugin before it. */
  private static void ipvlan(PluginConfig config) {
    Checks.mtu(config);
    link(config, Set.of("l2", "l3", "l3s"));
    if (config.isFirst() && config.ipamIsMissing()) {
      config.refuse(
          FrameCatalogue.IPAM_MISSING,
          config.at("ipam"),
          "ipvlan needs addresses for its interface.",
          NO_IPAM);
    }
  }

  private static void vlan(PluginConfig config) {
    mtuOfMaster(config);
    var master = config.at("master");
    if (master.isMissing()) {
      config.refuse(
          PluginCatalogue.LEFT_OUT,
          master,
          "The interface that carries the VLAN is not named.",
          "Set master.",
          "\"master\" field is required. It specifies the host interface name to create the VLAN"
              + " for");
    } else {
      Checks.interfaceName(master, config);
    }
    var id = config.at("vlanId");
    if (id.number().filter(v -> v < 0 || v > Checks.LAST_VLAN).isPresent()) {
      config.refuse(
          PluginCatalogue.VLAN,
          id,
          id.shown() + " is not a VLAN id.",
          "invalid VLAN ID " + id.shown() + " (must be between 0 and 4095 inclusive)");
    }
  }

  /** Multus writes the address of a device that a pod got from a resource. */
  private static void device(PluginConfig config) {
    boolean named =
        List.of("device", "hwaddr", "kernelpath", "pciBusID").stream()
            .anyMatch(key -> !config.at(key).isMissing());
    if (!named && config.definition().annotations().get(RESOURCE).isEmpty()) {
      config.refuse(
          PluginCatalogue.LEFT_OUT,
          config.place(),
          "Nothing says which device is meant.",
          "Set device, hwaddr, kernelpath or pciBusID, or the annotation " + RESOURCE + ".",
          "specify either \"device\", \"hwaddr\", \"kernelpath\" or \"pciBusID\"");
    }
    Checks.interfaceName(config.at("device"), config);
  }
}
