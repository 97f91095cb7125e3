package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An interface as nmstate holds it after reading.
 *
 * @param controllerType known once ports and controllers have been matched
 */
record Iface(Fields fields, PropertyPath path, Optional<String> controllerType) {
  static final String ETHERNET = "ethernet";
  static final String LOOPBACK = "loopback";
  static final String LINUX_BRIDGE = "linux-bridge";
  static final String OVS_BRIDGE = "ovs-bridge";
  static final String OVS_INTERFACE = "ovs-interface";
  static final String BOND = "bond";
  static final String VRF = "vrf";
  static final String HSR = "hsr";
  static final String UP = "up";
  private static final Set<String> CONTROLLERS = Set.of(BOND, LINUX_BRIDGE, OVS_BRIDGE, VRF, HSR);
  private static final Set<String> USERSPACE = Set.of(OVS_BRIDGE, "ipsec");

  private static final Set<String> ALWAYS_SEEN = Set.of("name", "type", "state");

  Iface(Fields fields, PropertyPath path) {
    this(fields, path, Optional.empty());
  }

  static Iface named(String name, String type, PropertyPath path) {
    return new Iface(Fields.EMPTY.with("name", name).with("type", type).with("state", UP), path);
  }

  String name() {
    return part("name").text().orElse("");
  }

  /** A veth counts as ethernet; what nmstate does not handle counts as unknown. */
  String type() {
    var type = part("type").text().orElse(InterfaceSchema.UNKNOWN);
    if (!InterfaceSchema.isHandled(type)) {
      return InterfaceSchema.UNKNOWN;
    }
    return type.equals("veth") ? ETHERNET : type;
  }

  boolean isType(String type) {
    return type().equals(type);
  }

  String state() {
    return part("state").text().orElse(UP);
  }

  boolean isUp() {
    return state().equals(UP);
  }

  boolean isAbsent() {
    return state().equals(InterfaceSchema.ABSENT);
  }

  boolean isIgnored() {
    return state().equals("ignore");
  }

  boolean isUserspace() {
    return USERSPACE.contains(type());
  }

  boolean isController() {
    return CONTROLLERS.contains(type());
  }

  /** Of an interface of unknown type nmstate sees no more than its name and its state. */
  Part part(String first, String... more) {
    boolean hidden = !ALWAYS_SEEN.contains(first) && isType(InterfaceSchema.UNKNOWN);
    return Part.of(path, hidden ? Fields.EMPTY : fields).get(first, more);
  }

  Part ip(boolean v6) {
    return part(v6 ? "ipv6" : "ipv4");
  }

  boolean hasIp(boolean v6) {
    return ip(v6).get("enabled").isTrue();
  }

  Optional<String> controller() {
    return part("controller").text();
  }

  boolean hasController() {
    return controller().filter(c -> !c.isEmpty()).isPresent();
  }

  boolean canHaveIp() {
    return !hasController()
        || isType(OVS_INTERFACE)
        || controllerType.filter(VRF::equals).isPresent();
  }

  /** The ports that it lists; nothing when it lists none, an empty list when it wants none. */
  Optional<List<String>> ports() {
    if (isAbsent()) {
      return isController() && !isType(HSR) ? Optional.of(List.of()) : Optional.empty();
    }
    return portParts().map(l -> l.stream().flatMap(p -> p.text().stream()).toList());
  }

  /** Where the names of its ports stand. */
  Optional<List<Part>> portParts() {
    return switch (type()) {
      case LINUX_BRIDGE -> listed(part("bridge", "port")).map(Iface::names);
      case OVS_BRIDGE ->
          listed(part("bridge", "port")).map(l -> l.stream().flatMap(Iface::ovsPortNames).toList());
      case BOND ->
          listed(part("link-aggregation", "port"))
              .or(() -> listed(part("link-aggregation", "ports-config")).map(Iface::names));
      case VRF -> listed(part("vrf", "port"));
      case HSR ->
          part("hsr").isObject()
              ? Optional.of(List.of(part("hsr", "port1"), part("hsr", "port2")))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Some of its ports are not known yet. */
  boolean hasOpenPorts() {
    return part("bridge", "port").isOpen()
        || part("link-aggregation", "port").isOpen()
        || part("vrf", "port").isOpen()
        || portParts().filter(l -> l.stream().anyMatch(Part::isOpen)).isPresent();
  }

  /** The interface that it stands on. */
  Optional<String> parent() {
    return switch (type()) {
      case "vlan", "mac-vlan", "mac-vtap", "infiniband", "macsec" ->
          part(type(), "base-iface").text();
      case "vxlan" -> part("vxlan", "base-iface").text().filter(b -> !b.isEmpty());
      case OVS_INTERFACE -> controller();
      default -> Optional.empty();
    };
  }

  Iface with(Object value, String first, String... more) {
    return new Iface(
        set(fields, Tree.of(value), Stream.concat(Stream.of(first), Stream.of(more)).toList()),
        path,
        controllerType);
  }

  Iface without(String name) {
    var kept = new LinkedHashMap<>(fields.fields());
    kept.remove(name);
    return new Iface(new Fields(kept, fields.marks()), path, controllerType);
  }

  Iface withController(String controller, Optional<String> type) {
    return new Iface(with(controller, "controller").fields, path, type);
  }

  /** What is left when nmstate only has to touch it. */
  Iface nameAndType() {
    return named(name(), type(), path);
  }

  private static Fields set(Fields in, Tree value, List<String> way) {
    var name = way.get(0);
    if (way.size() == 1) {
      return in.with(name, value);
    }
    var inner = in.get(name).filter(Fields.class::isInstance).map(Fields.class::cast);
    return in.with(name, set(inner.orElse(Fields.EMPTY), value, way.subList(1, way.size())));
  }

  private static Optional<List<Part>> listed(Part part) {
    return part.isList() ? Optional.of(part.items()) : Optional.empty();
  }

  private static List<Part> names(List<Part> ports) {
    return ports.stream().map(p -> p.get("name")).toList();
  }

  private static Stream<Part> ovsPortNames(Part port) {
    return port.get("link-aggregation").isObject()
        ? port.get("link-aggregation", "port").items().stream().map(p -> p.get("name"))
        : Stream.of(port.get("name"));
  }
}
