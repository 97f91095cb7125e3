package io.kubevirtnet.provider.plan;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.provider.plan.Picture.Piece;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws groups of nodes with their uplinks and bridges. */
final class HostPicture {
  private static final int DEEPEST = 5;

  private final PlanScene scene;
  private final Picture picture;

  HostPicture(PlanScene scene, Picture picture) {
    this.scene = scene;
    this.picture = picture;
  }

  void draw(Collection<HostSide> hosts) {
    var groups = new TreeMap<String, List<HostSide>>();
    hosts.forEach(h -> groups.computeIfAbsent(key(h), k -> new ArrayList<>()).add(h));
    groups.forEach(this::group);
  }

  /** What the ids of a group have in common: {@code all}, {@code rack=a,zone=b}. */
  private static String key(HostSide host) {
    var words = host.nodes();
    return words.equals("all nodes")
        ? "all"
        : words.replaceFirst("^nodes (with )?", "").replace(", ", ",");
  }

  static String bridgeId(HostSide host, String bridge) {
    return "bridge/" + key(host) + "/" + bridge;
  }

  static String uplinkId(HostSide host, String uplink) {
    return "uplink/" + key(host) + "/" + uplink;
  }

  private void group(String key, List<HostSide> hosts) {
    var first = hosts.get(0);
    picture.add(
        new Piece(
            "nodes/" + key,
            Layer.NODES,
            "",
            first.nodes(),
            List.of(),
            number(first.policy().nodes()),
            "nodes",
            false,
            ""));
    for (var host : hosts) {
      for (var bridge : host.bridges()) {
        bridge(host, bridge, hosts);
      }
    }
  }

  private int number(Optional<NodeSelector> selector) {
    return scene.nodes().isEmpty() ? 1 : selector.map(s -> KnownNodes.number(s, scene)).orElse(1);
  }

  private void bridge(HostSide host, NetworkInterface bridge, List<HostSide> group) {
    var name = bridge.name().orElse("");
    var id = bridgeId(host, name);
    if (picture.has(id)) {
      return;
    }
    var kind = bridge.type().orElse("");
    var details = new ArrayList<String>();
    details.add(kind);
    mtu(bridge).ifPresent(details::add);
    picture.add(
        new Piece(
            id,
            Layer.BRIDGE,
            "nodes/" + key(host),
            name,
            details,
            1,
            kind,
            false,
            bridge.fields()));
    var filters = filters(bridge);
    for (var port : bridge.ports()) {
      if (!isInternal(port, group)) {
        var uplink = uplink(host, port, group, 0);
        picture.wire(id, uplink, filters.getOrDefault(port, ""), "");
      }
    }
  }

  /** An interface of Open vSwitch itself is no way out. */
  private static boolean isInternal(String port, List<HostSide> group) {
    return entry(port, group)
        .flatMap(NetworkInterface::type)
        .filter("ovs-interface"::equals)
        .isPresent();
  }

  private static Optional<NetworkInterface> entry(String name, List<HostSide> group) {
    return group.stream().flatMap(h -> h.find(name).stream()).findFirst();
  }

  private String uplink(HostSide host, String name, List<HostSide> group, int depth) {
    var id = uplinkId(host, name);
    if (picture.has(id) || depth == DEEPEST) {
      return id;
    }
    var entry = entry(name, group);
    var details = new ArrayList<String>();
    var kind = entry.flatMap(NetworkInterface::type).orElse("network card");
    details.add(words(kind, entry));
    entry.flatMap(HostPicture::mtu).ifPresent(details::add);
    picture.add(
        new Piece(
            id,
            Layer.UPLINK,
            "nodes/" + key(host),
            name,
            details,
            1,
            kind,
            false,
            entry.map(NetworkInterface::fields).orElse(Fields.EMPTY)));
    entry
        .flatMap(NetworkInterface::base)
        .ifPresent(base -> picture.wire(id, uplink(host, base, group, depth + 1), "", ""));
    return id;
  }

  private static String words(String kind, Optional<NetworkInterface> entry) {
    if (kind.equals("bond")) {
      var bond = entry.orElseThrow();
      var mode = part(bond).get("link-aggregation", "mode").shown();
      return ("bond " + mode).strip()
          + (bond.ports().isEmpty() ? "" : " of " + String.join(", ", bond.ports()));
    }
    if (kind.equals("vlan")) {
      return "VLAN " + part(entry.orElseThrow()).get("vlan", "id").shown();
    }
    return kind.equals("ethernet") ? "network card" : kind;
  }

  private static Optional<String> mtu(NetworkInterface entry) {
    var mtu = part(entry).get("mtu");
    return mtu.isOpen()
        ? Optional.of("MTU known after apply")
        : Optional.of(mtu.shown()).filter(m -> !m.isEmpty()).map(m -> "MTU " + m);
  }

  private static Part part(NetworkInterface entry) {
    return Part.of(PropertyPath.ROOT, entry.fields());
  }

  /** What the ports let through, by port. */
  private static Map<String, String> filters(NetworkInterface bridge) {
    var filters = new TreeMap<String, String>();
    for (var port : part(bridge).get("bridge", "port").items()) {
      filters.put(port.get("name").shown(), filter(port.get("vlan")));
    }
    return filters;
  }

  private static String filter(Part vlan) {
    if (vlan.isOpen()) {
      return "VLANs known after apply";
    }
    if (vlan.get("mode").is("access")) {
      return "VLAN " + vlan.get("tag").shown();
    }
    var tags =
        vlan.get("trunk-tags").items().stream()
            .map(
                t ->
                    t.get("id").isSet()
                        ? t.get("id").shown()
                        : t.get("id-range", "min").shown() + "-" + t.get("id-range", "max").shown())
            .collect(Collectors.joining(", "));
    return tags.isEmpty() ? "" : "VLANs " + tags;
  }
}
