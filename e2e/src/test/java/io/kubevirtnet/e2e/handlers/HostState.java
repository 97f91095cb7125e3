package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The network of one node as nmstate would show it: a tree that tests build and the double changes.
 * What DHCP gives is kept beside it per physical NIC, so that an address follows the NIC into a
 * bridge.
 */
public final class HostState {
  static final int MAIN_TABLE = 254;

  private final ObjectNode tree;
  private final Map<String, Lease> leases;
  private String nmstateVersion = "2.2.62";

  private HostState(ObjectNode tree, Map<String, Lease> leases) {
    this.tree = tree;
    this.leases = new TreeMap<>(leases);
  }

  /** A node with a loopback interface and nothing else. */
  public static HostState empty() {
    HostState state = new HostState(Json.object(), Map.of());
    state.tree.putArray("interfaces");
    state.tree.putObject("routes").putArray("config");
    state.tree.withObject("/routes").putArray("running");
    state.tree.putObject("dns-resolver").putObject("config");
    state.tree.withObject("/dns-resolver").putObject("running");
    state.tree.putObject("ovn").putArray("bridge-mappings");
    return state.add("lo", "loopback", entry -> entry.put("mtu", 65536));
  }

  /** A node whose only NIC, {@code ens4}, has its address by DHCP and carries the default route. */
  public static HostState ofOneNic(int number) {
    return empty().nic("ens4", number).lease("ens4", Lease.numbered(number)).dhcp("ens4");
  }

  /** A physical NIC without address; the number makes its MAC unique. */
  public HostState nic(String name, int number) {
    String mac =
        "52:54:00:%02X:%02X:%02X".formatted(name.hashCode() & 0xff, number >> 8, number & 0xff);
    return add(
        name,
        "ethernet",
        entry -> entry.put("mac-address", mac).put("permanent-mac-address", mac).put("mtu", 1500));
  }

  /** What the DHCP server of the network at this NIC would give. */
  public HostState lease(String nic, Lease lease) {
    leases.put(nic, lease);
    return this;
  }

  /** Switches DHCP on at an interface. */
  public HostState dhcp(String name) {
    ObjectNode ipv4 = require(name).putObject("ipv4");
    ipv4.put("enabled", true).put("dhcp", true).putArray("address");
    return derive();
  }

  /** Gives an interface one fixed address. */
  public HostState address(String name, String ip, int prefix) {
    ObjectNode ipv4 = require(name).putObject("ipv4");
    ipv4.put("enabled", true).put("dhcp", false);
    ipv4.putArray("address").addObject().put("ip", ip).put("prefix-length", prefix);
    return derive();
  }

  /** A configured route in the main table. */
  public HostState route(String destination, String gateway, String nic) {
    routes("config")
        .addObject()
        .put("destination", destination)
        .put("next-hop-interface", nic)
        .put("next-hop-address", gateway)
        .put("metric", 100)
        .put("table-id", MAIN_TABLE);
    return derive();
  }

  /** Configured DNS servers. */
  public HostState dns(String... servers) {
    ArrayNode list = tree.withObject("/dns-resolver/config").putArray("server");
    for (String server : servers) {
      list.add(server);
    }
    return derive();
  }

  public HostState mapping(String localnet, String bridge) {
    mappings().addObject().put("localnet", localnet).put("bridge", bridge);
    return this;
  }

  /** Does to this node what {@code nmstatectl apply} of a state in YAML would do. */
  public HostState apply(String yaml) {
    new HostChange(this).apply(Json.parse(yaml));
    return this;
  }

  /** Of the node's {@code nmstatectl}. */
  public HostState nmstateVersion(String version) {
    nmstateVersion = version;
    return this;
  }

  String nmstateVersion() {
    return nmstateVersion;
  }

  /** Edits one interface as somebody at the node's shell could. */
  public HostState edit(String name, Consumer<ObjectNode> change) {
    change.accept(require(name));
    return derive();
  }

  /** What a NodeNetworkState would show. */
  public JsonNode shown() {
    ObjectNode shown = tree.deepCopy();
    Json.keep(
        shown.withArray("/interfaces"),
        entry ->
            !(entry.path("type").asText().equals("veth")
                && entry.path("state").asText().equals("ignore")));
    return shown;
  }

  HostState copy() {
    return new HostState(tree.deepCopy(), leases).nmstateVersion(nmstateVersion);
  }

  ObjectNode tree() {
    return tree;
  }

  Map<String, Lease> leases() {
    return leases;
  }

  ArrayNode interfaces() {
    return tree.withArray("/interfaces");
  }

  ArrayNode routes(String kind) {
    return tree.withObject("/routes").withArray("/" + kind);
  }

  ArrayNode mappings() {
    return tree.withObject("/ovn").withArray("/bridge-mappings");
  }

  Optional<ObjectNode> find(String name) {
    return Json.objects(interfaces()).stream()
        .filter(entry -> entry.path("name").asText().equals(name))
        .findFirst();
  }

  HostState derive() {
    new Derived(this).refresh();
    return this;
  }

  private ObjectNode require(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no interface " + name));
  }

  private HostState add(String name, String type, Consumer<ObjectNode> more) {
    ObjectNode entry = interfaces().addObject();
    entry.put("name", name).put("type", type).put("state", "up");
    more.accept(entry);
    entry.putObject("ipv4").put("enabled", false);
    entry.putObject("ipv6").put("enabled", false);
    return this;
  }
}
