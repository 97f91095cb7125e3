package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The interfaces of one state by name; the last entry of a name wins, as it does in nmstate. */
final class Ifaces {
  final Map<String, Iface> kernel = new LinkedHashMap<>();
  final Map<Key, Iface> user = new LinkedHashMap<>();
  final List<Key> order = new ArrayList<>();

  /** An OVS bridge may share its name with an interface. */
  record Key(String name, String type) {
    static Key of(Iface iface) {
      return new Key(iface.name(), iface.type());
    }
  }

  /** Those whose name, type and state are known. */
  static Ifaces of(Fields state, PropertyPath base) {
    var all = new Ifaces();
    for (var entry : Part.of(base, state).get("interfaces").items()) {
      if (!isOpen(entry) && entry.tree().orElseThrow() instanceof Fields fields) {
        all.push(new Iface(fields, entry.path()));
      }
    }
    return all;
  }

  /** Those of a node; whatever is said about one is said about the desired ones as a whole. */
  static Ifaces ofNode(Fields state, PropertyPath base) {
    var all = new Ifaces();
    of(state, base)
        .sorted()
        .forEach(i -> all.push(new Iface(i.fields(), base.child("interfaces"))));
    return all;
  }

  /** Whether there may be more interfaces than these. */
  static boolean areOpen(Fields state, PropertyPath base) {
    var list = Part.of(base, state).get("interfaces");
    return list.isOpen() || list.items().stream().anyMatch(Ifaces::isOpen);
  }

  private static boolean isOpen(Part entry) {
    return entry.isOpen()
        || Stream.of("name", "type", "state").anyMatch(f -> entry.get(f).isOpen())
        || entry.get("name").text().isEmpty();
  }

  void push(Iface iface) {
    order.add(Key.of(iface));
    put(iface);
  }

  void put(Iface iface) {
    if (iface.isUserspace()) {
      user.put(Key.of(iface), iface);
    } else {
      kernel.put(iface.name(), iface);
    }
  }

  Optional<Iface> get(String name, String type) {
    if (type.equals(InterfaceSchema.UNKNOWN)) {
      return Optional.ofNullable(kernel.get(name))
          .or(() -> user.values().stream().filter(i -> i.name().equals(name)).findFirst());
    }
    return Optional.ofNullable(
        type.equals(Iface.OVS_BRIDGE) || type.equals("ipsec")
            ? user.get(new Key(name, type))
            : kernel.get(name));
  }

  Optional<Iface> remove(String name, String type) {
    var found = get(name, type);
    found.ifPresent(
        i -> {
          if (i.isUserspace()) {
            user.remove(Key.of(i));
          } else {
            kernel.remove(i.name());
          }
        });
    return found;
  }

  Stream<Iface> all() {
    return Stream.concat(kernel.values().stream(), user.values().stream());
  }

  /** As nmstate lists them. */
  List<Iface> sorted() {
    return all().sorted(Comparator.comparing(Iface::name).thenComparing(Ifaces::rank)).toList();
  }

  private static int rank(Iface iface) {
    return TYPE_ORDER.indexOf(iface.type());
  }

  private static final List<String> TYPE_ORDER =
      List.of(
          Iface.BOND,
          Iface.LINUX_BRIDGE,
          "dummy",
          Iface.ETHERNET,
          Iface.HSR,
          "ip-tunnel",
          Iface.LOOPBACK,
          "mac-vlan",
          "mac-vtap",
          Iface.OVS_BRIDGE,
          Iface.OVS_INTERFACE,
          "veth",
          "vlan",
          Iface.VRF,
          "vxlan",
          "infiniband",
          "macsec",
          "ipsec",
          "xfrm",
          "ipvlan",
          InterfaceSchema.UNKNOWN);
}
