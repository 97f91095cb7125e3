package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A large site as trees: nodes in pools with a few policies each, definitions on the bridges of
 * these, and machines on the definitions. One place in so many of them is changed.
 */
final class ScalePlanSite {
  static final int NODES = 5_000;
  static final int POLICIES = 500;
  static final int DEFINITIONS = 2_000;
  static final int MACHINES = 10_000;
  private static final int PER_NODE = 5;
  private static final int POOLS = POLICIES / PER_NODE;
  private static final int CARDS = 8;
  private static final int VLANS = 6;

  private ScalePlanSite() {}

  /**
   * The objects of a side.
   *
   * @param every how many of a kind one changed stands for; 0 for none
   */
  static List<Fields> side(int every) {
    var all = new ArrayList<Fields>();
    IntStream.range(0, POLICIES).forEach(i -> all.add(policy(i, isChanged(i, every))));
    IntStream.range(0, DEFINITIONS).forEach(i -> all.add(definition(i, isChanged(i, every))));
    IntStream.range(0, MACHINES).forEach(i -> all.add(machine(i, isChanged(i, every))));
    return all;
  }

  private static boolean isChanged(int i, int every) {
    return every > 0 && i % every == every / 2;
  }

  static Fields node(int i) {
    return object("v1", "Node", "", "w" + i)
        .with(
            "metadata",
            Tree.of("name", "w" + i)
                .with(
                    "labels",
                    Map.of(
                        "kubernetes.io/hostname",
                        "w" + i,
                        "kubernetes.io/os",
                        "linux",
                        "example.com/pool",
                        "p" + i % POOLS,
                        "node-role.kubernetes.io/worker",
                        "")))
        .with(
            "status",
            Tree.of(
                    "addresses",
                    List.of(Tree.of("type", "InternalIP").with("address", address(i, 0))))
                .with("conditions", List.of(Tree.of("type", "Ready").with("status", "True"))));
  }

  /** What the node has before the change. */
  static Fields state(int i) {
    var links = new ArrayList<Fields>();
    for (int c = 0; c < CARDS; c++) {
      links.add(card(i, c));
    }
    links.add(bond(i));
    for (int v = 0; v < VLANS; v++) {
      links.add(vlan(i, v));
    }
    for (int p = 0; p < PER_NODE; p++) {
      links.add(bridge(p));
    }
    var route =
        Tree.of("destination", "0.0.0.0/0")
            .with("next-hop-interface", "bond0")
            .with("next-hop-address", "10.0.0.1")
            .with("metric", 300)
            .with("table-id", 254);
    var running = new ArrayList<Fields>(List.of(route));
    for (int v = 0; v < VLANS; v++) {
      running.add(
          Tree.of("destination", "10." + (v + 1) + ".0.0/16")
              .with("next-hop-interface", "bond0." + (300 + v))
              .with("next-hop-address", "")
              .with("metric", 400)
              .with("table-id", 254));
    }
    return object("nmstate.io/v1beta1", "NodeNetworkState", "", "w" + i)
        .with(
            "status",
            Tree.of(
                    "currentState",
                    Tree.of("interfaces", links)
                        .with("routes", Tree.of("config", List.of()).with("running", running))
                        .with(
                            "dns-resolver",
                            Tree.of("config", Fields.EMPTY)
                                .with("running", Tree.of("server", List.of("10.0.0.1")))))
                .with("handlerNmstateVersion", "2.2.48"));
  }

  private static Fields card(int node, int c) {
    var features = Fields.EMPTY;
    for (int f = 0; f < 24; f++) {
      features = features.with("tx-feature-" + f + "-segmentation", (f + c) % 3 == 0);
    }
    return link("ens" + c, "ethernet", node, c)
        .withIf(c < 2, "controller", "bond0")
        .withIf(c >= 2 && c < 2 + PER_NODE, "controller", "br" + (c - 2))
        .with("permanent-mac-address", mac(node, c))
        .with("min-mtu", 68)
        .with("max-mtu", 9978)
        .with("driver", "ice")
        .with(
            "ethernet",
            Tree.of("auto-negotiation", true).with("speed", 25_000).with("duplex", "full"))
        .with(
            "ethtool",
            Tree.of("feature", features)
                .with("ring", Tree.of("rx", 2048).with("tx", 2048).with("rx-max", 8160)));
  }

  private static Fields bond(int node) {
    return link("bond0", "bond", node, 0)
        .with("ipv4", ip(address(node, 0)))
        .with(
            "link-aggregation",
            Tree.of("mode", "802.3ad")
                .with("options", Tree.of("miimon", 100).with("lacp_rate", "fast"))
                .with("port", List.of("ens0", "ens1")));
  }

  private static Fields vlan(int node, int v) {
    return link("bond0." + (300 + v), "vlan", node, 0)
        .with("ipv4", ip(address(node, v + 1)))
        .with(
            "vlan", Tree.of("base-iface", "bond0").with("id", 300 + v).with("protocol", "802.1q"));
  }

  private static Fields bridge(int p) {
    return link("br" + p, "linux-bridge", 0, 40 + p)
        .with(
            "bridge",
            Tree.of(
                    "options",
                    Tree.of("stp", Tree.of("enabled", false).with("priority", 32_768))
                        .with("mac-ageing-time", 300)
                        .with("multicast-snooping", true)
                        .with("group-forward-mask", 0))
                .with("port", List.of(port("ens" + (p + 2)))));
  }

  private static Fields port(String name) {
    return Tree.of("name", name)
        .with("stp-path-cost", 100)
        .with("stp-priority", 32)
        .with(
            "vlan",
            Tree.of("mode", "trunk")
                .with(
                    "trunk-tags",
                    List.of(Tree.of("id-range", Tree.of("min", 2).with("max", 4094)))));
  }

  private static Fields link(String name, String type, int node, int c) {
    return Tree.of("name", name)
        .with("type", type)
        .with("state", "up")
        .with("mac-address", mac(node, c))
        .with("mtu", 1500)
        .with("accept-all-mac-addresses", false)
        .with("ipv4", Tree.of("enabled", false))
        .with("ipv6", Tree.of("enabled", false))
        .with("lldp", Tree.of("enabled", false))
        .with("wait-ip", "any");
  }

  private static Fields ip(String address) {
    return Tree.of("enabled", true)
        .with("dhcp", false)
        .with("address", List.of(Tree.of("ip", address).with("prefix-length", 16)));
  }

  private static String address(int node, int network) {
    return "10." + network + "." + (node / 250 + 1) + "." + (node % 250 + 1);
  }

  private static String mac(int node, int c) {
    return "52:54:%02X:%02X:%02X:%02X".formatted(c, node / 65_536, node / 256 % 256, node % 256);
  }

  private static Fields policy(int i, boolean changed) {
    int p = i / POOLS;
    var bridge =
        Tree.of("name", "br" + p)
            .with("type", "linux-bridge")
            .with("state", "up")
            .with("mtu", changed ? 9000 : 1500)
            .with("ipv4", Tree.of("enabled", false))
            .with(
                "bridge",
                Tree.of("options", Tree.of("stp", Tree.of("enabled", false)))
                    .with("port", List.of(Tree.of("name", "ens" + (p + 2)))));
    return object("nmstate.io/v1", "NodeNetworkConfigurationPolicy", "", "bridge-" + i)
        .with(
            "spec",
            Tree.of("nodeSelector", Tree.of("example.com/pool", "p" + i % POOLS))
                .with("desiredState", Tree.of("interfaces", List.of(bridge))));
  }

  private static Fields definition(int i, boolean changed) {
    var config =
        "{\"cniVersion\":\"0.3.1\",\"name\":\"lan-%d\",\"type\":\"bridge\",\"bridge\":\"br%d\",\"vlan\":%d}"
            .formatted(i, i % PER_NODE, 100 + i % 3000 + (changed ? 1 : 0));
    return object("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "ns-" + i % 100, "lan-" + i)
        .with("spec", Tree.of("config", config));
  }

  private static Fields machine(int i, boolean changed) {
    int lan = i % DEFINITIONS;
    var domain =
        Tree.of("cpu", Tree.of("cores", 2))
            .with("memory", Tree.of("guest", changed ? "5Gi" : "4Gi"))
            .with(
                "devices",
                Tree.of(
                        "disks",
                        List.of(
                            Tree.of("name", "root").with("disk", Tree.of("bus", "virtio")),
                            Tree.of("name", "init").with("disk", Tree.of("bus", "virtio"))))
                    .with(
                        "interfaces",
                        List.of(
                            Tree.of("name", "default").with("masquerade", Fields.EMPTY),
                            Tree.of("name", "lan")
                                .with("bridge", Fields.EMPTY)
                                .with("macAddress", mac(i, 99))
                                .withIf(changed, "model", "e1000e"))));
    var spec =
        Tree.of("domain", domain)
            .with(
                "networks",
                List.of(
                    Tree.of("name", "default").with("pod", Fields.EMPTY),
                    Tree.of("name", "lan")
                        .with("multus", Tree.of("networkName", "ns-" + lan % 100 + "/lan-" + lan))))
            .with(
                "volumes",
                List.of(
                    Tree.of("name", "root")
                        .with("containerDisk", Tree.of("image", "example.com/os:1")),
                    Tree.of("name", "init")
                        .with(
                            "cloudInitNoCloud",
                            Tree.of("userData", "#cloud-config\nhostname: vm-" + i + "\n"))));
    return object("kubevirt.io/v1", "VirtualMachine", "ns-" + lan % 100, "vm-" + i)
        .with(
            "spec",
            Tree.of("runStrategy", "Always")
                .with(
                    "template",
                    Tree.of("metadata", Tree.of("labels", Map.of("app", "vm-" + i)))
                        .with("spec", spec)));
  }

  private static Fields object(String apiVersion, String kind, String namespace, String name) {
    return Tree.of("apiVersion", apiVersion)
        .with("kind", kind)
        .with(
            "metadata", Tree.of("name", name).withIf(!namespace.isEmpty(), "namespace", namespace));
  }
}
