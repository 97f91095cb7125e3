package io.kubevirtnet.across;

import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one policy claims on its nodes for itself. What is not known yet, or filled in by a capture
 * on the node, claims nothing.
 *
 * @param made interfaces that it makes
 * @param ports interfaces that it makes ports of a controller
 * @param addressed interfaces that it gives addresses to
 * @param localnets OVN localnets that it maps
 */
record HostClaims(List<Name> made, List<Port> ports, List<Name> addressed, List<Name> localnets) {
  private static final Set<String> BRIDGES = Set.of("linux-bridge", "ovs-bridge");
  private static final Set<String> VIRTUAL =
      Set.of(
          "linux-bridge",
          "ovs-bridge",
          "ovs-interface",
          "bond",
          "vlan",
          "vxlan",
          "vrf",
          "dummy",
          "veth",
          "mac-vlan",
          "mac-vtap",
          "ipvlan",
          "macsec",
          "hsr");
  private static final Set<String> NOT_WANTED = Set.of("absent", "ignore", "down");
  private static final List<String> PORT_LISTS = List.of("port", "ports", "ports-config");

  /**
   * A name that an author wrote.
   *
   * @param type of the interface
   * @param shown for messages: not what is secret
   */
  record Name(String name, String type, String shown, PropertyPath path) {
    boolean isBridge() {
      return BRIDGES.contains(type);
    }
  }

  record Port(Name port, Name controller) {}

  static HostClaims of(HostPolicy policy) {
    var claims =
        new HostClaims(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (policy.desiredState() instanceof Fields state) {
      new NetworkState(state)
          .interfaces().stream().filter(i -> !NOT_WANTED.contains(i.state())).forEach(claims::add);
      state.get("ovn").flatMap(ovn -> field(ovn, "bridge-mappings")).stream()
          .flatMap(HostClaims::items)
          .filter(m -> field(m, "state").filter(s -> NOT_WANTED.contains(text(s))).isEmpty())
          .forEach(m -> name(field(m, "localnet"), "localnet").ifPresent(claims.localnets::add));
      claims.ports.removeIf(p -> claims.makesInternal(p.port().name()));
    }
    return claims;
  }

  private void add(NetworkInterface entry) {
    var type = entry.type().orElse("");
    var name = name(entry.fields().get("name"), type);
    if (name.isEmpty()) {
      return;
    }
    if (VIRTUAL.contains(type)) {
      made.add(name.get());
    }
    if (hasAddresses(entry.object("ipv4")) || hasAddresses(entry.object("ipv6"))) {
      addressed.add(name.get());
    }
    Stream.of("bridge", "link-aggregation", "vrf")
        .flatMap(section -> portsOf(entry.object(section)))
        .forEach(port -> ports.add(new Port(port, name.get())));
  }

  /** An internal interface of Open vSwitch is made as a port, not taken as one. */
  private boolean makesInternal(String port) {
    return made.stream().anyMatch(m -> m.type().equals("ovs-interface") && m.name().equals(port));
  }

  private static boolean hasAddresses(Fields family) {
    return family.get("enabled").filter(e -> text(e).equals("true")).isPresent();
  }

  private static Stream<Name> portsOf(Fields section) {
    return PORT_LISTS.stream()
        .flatMap(list -> section.get(list).stream())
        .flatMap(HostClaims::items)
        .flatMap(HostClaims::port);
  }

  private static Stream<Name> port(Tree port) {
    var bond = field(port, "link-aggregation");
    if (bond.isPresent()) {
      return bond.get() instanceof Fields f ? portsOf(f) : Stream.empty();
    }
    return name(port instanceof Fields ? field(port, "name") : Optional.of(port), "").stream();
  }

  private static Optional<Name> name(Optional<Tree> tree, String type) {
    return tree.filter(t -> t instanceof Scalar s && !String.valueOf(s.value()).contains("{{"))
        .map(t -> (Scalar) t)
        .map(
            s ->
                new Name(
                    text(s),
                    type,
                    s.marks().secret() ? "[secret]" : text(s),
                    s.written().orElse(PropertyPath.ROOT.child("desiredState"))));
  }

  private static Optional<Tree> field(Tree tree, String name) {
    return tree instanceof Fields f ? f.get(name) : Optional.empty();
  }

  private static Stream<Tree> items(Tree tree) {
    return tree instanceof Items l ? l.items().stream() : Stream.empty();
  }

  private static String text(Tree tree) {
    return tree instanceof Scalar s ? String.valueOf(s.value()) : "";
  }
}
