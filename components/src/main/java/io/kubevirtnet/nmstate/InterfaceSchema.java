package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U64;
import static io.kubevirtnet.nmstate.Kinds.TEXT;
import static io.kubevirtnet.nmstate.Kinds.U64;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

import io.kubevirtnet.nmstate.Section.Setting;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Settings of an interface, by its type. */
record InterfaceSchema() implements Kind {
  static final String ABSENT = "absent";
  static final String UNKNOWN = "unknown";
  private static final Set<String> KEPT_WHEN_ABSENT =
      Set.of("name", "type", "state", "identifier", "mac-address", "pci-address");

  private static final Kind STATE =
      Choice.of("InterfaceState", "up", "down", ABSENT, UNKNOWN, "ignore");
  private static final Kind TYPE = Choice.open("InterfaceType", List.of());

  private static final Section LLDP =
      Section.closed(
          "LldpConfig", required("enabled", FLAG), optional("neighbors", SpecialKinds.IGNORED));
  private static final Section MPTCP =
      Section.closed("MptcpConfig", optional("address-flags", Kinds.list(IpSchema.MPTCP_FLAG)));
  private static final Section IEEE_802_1X =
      Section.open(
          "Ieee8021XConfig",
          optional("identity", TEXT),
          optional("eap-methods", Kinds.list(TEXT)),
          optional("private-key", TEXT),
          optional("client-cert", TEXT),
          optional("ca-cert", TEXT),
          optional("private-key-password", TEXT),
          optional("phase2-auth", TEXT),
          optional("password", TEXT));
  private static final Section DISPATCH =
      Section.open(
          "DispatchConfig", optional("post-activation", TEXT), optional("post-deactivation", TEXT));
  private static final Section ALTERNATIVE_NAME =
      Section.closed(
          "AltNameEntry",
          required("name", TEXT),
          optional("state", Choice.of("AltNameState", ABSENT)));

  private static final List<Setting> COMMON =
      List.of(
          required("name", TEXT),
          optional("profile-name", TEXT),
          optional("description", TEXT),
          optional("type", TYPE),
          optional("driver", TEXT),
          optional("state", STATE),
          optional(
              "identifier", Choice.of("InterfaceIdentifier", "name", "mac-address", "pci-address")),
          optional("mac-address", TEXT),
          optional("permanent-mac-address", TEXT),
          optional("pci-address", AddressKinds.PCI),
          optional("mtu", LOOSE_U64),
          optional("min-mtu", U64),
          optional("max-mtu", U64),
          optional("wait-ip", Choice.of("WaitIp", "any", "ipv4", "ipv6", "ipv4+ipv6")),
          optional("ipv4", IpSchema.V4),
          optional("ipv6", IpSchema.V6),
          optional("mptcp", MPTCP),
          optional("controller", TEXT),
          optional("accept-all-mac-addresses", FLAG),
          optional("copy-mac-from", TEXT),
          optional("ovs-db", SpecialKinds.OVSDB_OF_INTERFACE),
          optional("802.1x", IEEE_802_1X),
          optional("lldp", LLDP),
          optional("ethtool", EthernetSchema.ETHTOOL),
          optional("dispatch", DISPATCH),
          optional("alt-names", Kinds.list(ALTERNATIVE_NAME)));

  private static final Section NAME_AND_STATE =
      Section.open("BaseInterface", required("name", TEXT), optional("state", STATE));

  private static final Map<String, Section> BY_TYPE =
      Map.ofEntries(
          type("ethernet", optional("ethernet", EthernetSchema.ETHERNET), veth()),
          type("veth", optional("ethernet", EthernetSchema.ETHERNET), veth()),
          type("linux-bridge", optional("bridge", BridgeSchema.LINUX)),
          type("ovs-bridge", optional("bridge", BridgeSchema.OVS)),
          type(
              "ovs-interface",
              optional("patch", BridgeSchema.OVS_PATCH),
              optional("dpdk", BridgeSchema.OVS_DPDK)),
          type("bond", optional("link-aggregation", BondSchema.BOND, "bond")),
          type("vlan", optional("vlan", LinkSchema.VLAN)),
          type("vxlan", optional("vxlan", LinkSchema.VXLAN)),
          type("vrf", optional("vrf", LinkSchema.VRF)),
          type("mac-vlan", optional("mac-vlan", LinkSchema.MAC_VLAN)),
          type("mac-vtap", optional("mac-vtap", LinkSchema.MAC_VTAP)),
          type("ipvlan", optional("ipvlan", LinkSchema.IP_VLAN)),
          type("infiniband", optional("infiniband", LinkSchema.INFINIBAND)),
          type("macsec", optional("macsec", LinkSchema.MACSEC)),
          type("hsr", optional("hsr", LinkSchema.HSR)),
          type("ip-tunnel", optional("ip-tunnel", LinkSchema.IP_TUNNEL)),
          type("ipsec", optional("libreswan", LinkSchema.LIBRESWAN)),
          type("dummy"),
          type("loopback"),
          type("xfrm"));

  /** The settings that every type has, as nmstate prints them. */
  static List<String> order() {
    return COMMON.stream().map(Setting::name).toList();
  }

  /** Types that nmstate can make, and those that it knows only when it looks. */
  static boolean isKnown(String type) {
    return BY_TYPE.containsKey(type) || type.equals("tun") || type.equals(UNKNOWN);
  }

  static boolean isHandled(String type) {
    return BY_TYPE.containsKey(type);
  }

  @Override
  public String expected() {
    return "a map";
  }

  @Override
  public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
    if (!(tree instanceof Fields fields)) {
      return reading.wrongType(tree, path, this);
    }
    if (fields.get("state").isPresent()
        && STATE.read(fields.get("state").get(), path, Reading.silent()).isEmpty()
        && !Reading.isTemplate(fields.get("state").get())
        && !(fields.get("state").get() instanceof Tree.Unknown)) {
      return STATE.read(fields.get("state").get(), path.child("state"), reading);
    }
    var kept = isAbsent(fields) ? only(fields, KEPT_WHEN_ABSENT) : fields;
    var type = kept.get("type");
    if (type.isPresent() && isOpen(type.get())) {
      reading.read(TYPE, type.get(), path.child("type"));
      return Optional.of(kept);
    }
    if (type.isPresent() && TYPE.read(type.get(), path.child("type"), reading).isEmpty()) {
      return Optional.empty();
    }
    var section = Optional.ofNullable(BY_TYPE.get(type.map(Scalars::text).orElse(UNKNOWN)));
    var read =
        section
            .map(s -> s.readFields(kept, path, reading))
            .orElseGet(() -> unresolved(kept, path, reading));
    return Optional.of(read.get("state").isPresent() ? read : read.with("state", "up"));
  }

  /** What nmstate does not know the type of: it reads the name and the state and keeps the rest. */
  private static Fields unresolved(Fields fields, PropertyPath path, Reading reading) {
    var all = new LinkedHashMap<>(fields.fields());
    var read = NAME_AND_STATE.readFields(fields, path, reading);
    all.putAll(read.fields());
    if (read.get("name").isEmpty()) {
      all.remove("name");
    }
    return new Fields(all, fields.marks());
  }

  private static boolean isAbsent(Fields fields) {
    return fields.get("state").filter(s -> Scalars.text(s).equals(ABSENT)).isPresent();
  }

  private static boolean isOpen(Tree tree) {
    return tree instanceof Tree.Unknown || Reading.isTemplate(tree);
  }

  private static Fields only(Fields fields, Set<String> names) {
    var kept = new LinkedHashMap<>(fields.fields());
    kept.keySet().retainAll(names);
    return new Fields(kept, fields.marks());
  }

  private static Setting veth() {
    return optional("veth", EthernetSchema.VETH);
  }

  private static Map.Entry<String, Section> type(String type, Setting... own) {
    return Map.entry(
        type,
        new Section(type, Stream.concat(COMMON.stream(), Stream.of(own)).toList(), true, false));
  }
}
