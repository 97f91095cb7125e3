package io.kubevirtnet.kubevirt;

import static io.kubevirtnet.kubevirt.GoKind.ANYTHING;
import static io.kubevirtnet.kubevirt.GoKind.FLAG;
import static io.kubevirtnet.kubevirt.GoKind.INT;
import static io.kubevirtnet.kubevirt.GoKind.INT32;
import static io.kubevirtnet.kubevirt.GoKind.TEXT;
import static io.kubevirtnet.kubevirt.GoKind.TEXTS;
import static io.kubevirtnet.kubevirt.GoKind.UINT;
import static io.kubevirtnet.kubevirt.GoKind.closed;
import static io.kubevirtnet.kubevirt.GoKind.list;
import static io.kubevirtnet.kubevirt.GoKind.open;

import io.kubevirtnet.kubevirt.GoKind.Struct;

/** The fields of a machine's spec that have to do with its networks. */
final class MachineShape {
  /** Types of Go that have a field without a name of its own, and what is in it. */
  static final String BINDING_METHOD = "InterfaceBindingMethod";

  static final String NETWORK_SOURCE = "NetworkSource";

  private static final Struct PORT =
      closed("v1.Port", "name", TEXT, "protocol", TEXT, "port", INT32);

  private static final Struct PORT_RANGE =
      closed("v1.PortRange", "protocol", TEXT, "start", INT32, "end", INT32);

  private static final Struct DHCP_OPTIONS =
      closed(
          "v1.DHCPOptionsAlias",
          "bootFileName",
          TEXT,
          "tftpServerName",
          TEXT,
          "ntpServers",
          TEXTS,
          "privateOptions",
          list(
              "v1.DHCPPrivateOptions",
              closed("v1.DHCPPrivateOptions", "option", INT, "value", TEXT).requiring("value")));

  private static final Struct INTERFACE =
      closed(
          "v1.Interface",
          "name",
          TEXT,
          "model",
          TEXT,
          "bridge",
          closed("v1.InterfaceBridge"),
          "slirp",
          closed("v1.DeprecatedInterfaceSlirp"),
          "masquerade",
          closed("v1.InterfaceMasquerade"),
          "sriov",
          closed("v1.InterfaceSRIOV"),
          "macvtap",
          closed("v1.DeprecatedInterfaceMacvtap"),
          "passt",
          closed("v1.DeprecatedInterfacePasst"),
          "passtBinding",
          closed("v1.InterfacePasstBinding"),
          "binding",
          closed("v1.PluginBinding", "name", TEXT).requiring("name"),
          "ports",
          list("v1.Port", PORT),
          "macAddress",
          TEXT,
          "bootOrder",
          UINT,
          "pciAddress",
          TEXT,
          "dhcpOptions",
          DHCP_OPTIONS,
          "tag",
          TEXT,
          "acpiIndex",
          INT,
          "state",
          new GoKind.Text("v1.InterfaceState"));

  private static final Struct NETWORK =
      closed(
          "v1.Network",
          "name",
          TEXT,
          "pod",
          closed("v1.PodNetworkAlias", "vmNetworkCIDR", TEXT, "vmIPv6NetworkCIDR", TEXT),
          "multus",
          closed("v1.MultusNetwork", "networkName", TEXT, "default", FLAG));

  private static final Struct DEVICES =
      closed(
          "v1.Devices",
          "autoattachPodInterface",
          FLAG,
          "networkInterfaceMultiqueue",
          FLAG,
          "disks",
          list("v1.Disk", open("v1.Disk", "name", TEXT, "bootOrder", UINT)),
          "useVirtioTransitional",
          ANYTHING,
          "disableHotplug",
          ANYTHING,
          "watchdog",
          ANYTHING,
          "inputs",
          ANYTHING,
          "autoattachGraphicsDevice",
          ANYTHING,
          "autoattachSerialConsole",
          ANYTHING,
          "logSerialConsole",
          ANYTHING,
          "autoattachMemBalloon",
          ANYTHING,
          "autoattachInputDevice",
          ANYTHING,
          "autoattachVSOCK",
          ANYTHING,
          "rng",
          ANYTHING,
          "blockMultiQueue",
          ANYTHING,
          "gpus",
          ANYTHING,
          "downwardMetrics",
          ANYTHING,
          "panicDevices",
          ANYTHING,
          "filesystems",
          ANYTHING,
          "hostDevices",
          ANYTHING,
          "clientPassthrough",
          ANYTHING,
          "sound",
          ANYTHING,
          "tpm",
          ANYTHING,
          "video",
          ANYTHING);

  private static final Struct PROBE =
      open(
          "v1.Probe", "httpGet", open("v1.HTTPGetAction"), "tcpSocket", open("v1.TCPSocketAction"));

  private static final Struct DNS =
      open(
          "v1.PodDNSConfig",
          "nameservers",
          TEXTS,
          "searches",
          TEXTS,
          "options",
          list("v1.PodDNSConfigOption", open("v1.PodDNSConfigOption", "name", TEXT)));

  private static final Struct VOLUME =
      open(
          "v1.Volume",
          "cloudInitNoCloud",
          cloudInit("v1.CloudInitNoCloudSource"),
          "cloudInitConfigDrive",
          cloudInit("v1.CloudInitConfigDriveSource"));

  private static final GoKind V1_8 = spec(INTERFACE, NETWORK);
  private static final GoKind V1_9 =
      spec(
          INTERFACE.with("portRanges", list("v1.PortRange", PORT_RANGE)),
          NETWORK.with(
              "resourceClaim", closed("v1.ClaimRequest", "claimName", TEXT, "requestName", TEXT)));

  private MachineShape() {}

  static GoKind of(KubeVirtRelease release) {
    return switch (release) {
      case V1_8 -> V1_8;
      case V1_9 -> V1_9;
    };
  }

  private static Struct cloudInit(String go) {
    return open(
        go,
        "networkData",
        TEXT,
        "networkDataBase64",
        TEXT,
        "networkDataSecretRef",
        open("v1.LocalObjectReference", "name", TEXT));
  }

  private static Struct spec(Struct eachInterface, Struct eachNetwork) {
    return open(
        "v1.VirtualMachineInstanceSpec",
        "domain",
        open(
            "v1.DomainSpec",
            "devices",
            DEVICES.with("interfaces", list("v1.Interface", eachInterface)),
            "launchSecurity",
            open("v1.LaunchSecurity")),
        "networks",
        list("v1.Network", eachNetwork),
        "resourceClaims",
        list(
            "v1.VirtualMachineInstanceResourceClaim",
            open("v1.VirtualMachineInstanceResourceClaim", "name", TEXT)),
        "architecture",
        TEXT,
        "hostname",
        TEXT,
        "subdomain",
        TEXT,
        "dnsPolicy",
        new GoKind.Text("v1.DNSPolicy"),
        "dnsConfig",
        DNS,
        "readinessProbe",
        PROBE,
        "livenessProbe",
        PROBE,
        "volumes",
        list("v1.Volume", VOLUME));
  }
}
