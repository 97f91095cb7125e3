package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of {@code interfaces}, desired or current; nothing has been said about its validity.
 */
public record NetworkInterface(Fields fields) {
  private static final List<String> PORT_LISTS = List.of("port", "ports", "ports-config");
  private static final List<String> LOWER =
      List.of("vlan", "vxlan", "mac-vlan", "mac-vtap", "macsec", "ipvlan");

  public Optional<String> name() {
    return text("name");
  }

  public Optional<String> type() {
    return text("type");
  }

  /** {@code up} when nothing is said. */
  public String state() {
    return text("state").orElse("up");
  }

  public boolean isNamed(String name) {
    return name().filter(name::equals).isPresent();
  }

  public boolean isAbsent() {
    return state().equals("absent");
  }

  public Optional<String> controller() {
    return text("controller").filter(c -> !c.isEmpty());
  }

  /** Names of the ports that it lists: of a bridge, a bond or a VRF; of a bond inside OVS, too. */
  public List<String> ports() {
    return Stream.of("bridge", "link-aggregation", "vrf")
        .flatMap(section -> ports(object(section)))
        .distinct()
        .toList();
  }

  /** Whether it lists ports at all: left out, nmstate keeps those that there are. */
  public boolean listsPorts() {
    return Stream.of("bridge", "link-aggregation", "vrf")
        .anyMatch(s -> PORT_LISTS.stream().anyMatch(l -> object(s).get(l).isPresent()));
  }

  /** The interface that this one stands on: of a VLAN, a VXLAN, a MACVLAN and their like. */
  public Optional<String> base() {
    return LOWER.stream()
        .flatMap(section -> text(object(section).get("base-iface")).stream())
        .findFirst();
  }

  public Optional<String> text(String field) {
    return text(fields.get(field));
  }

  /** The object there; an empty one when there is none. */
  public Fields object(String field) {
    return fields
        .get(field)
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .orElse(Fields.EMPTY);
  }

  private static Stream<String> ports(Fields section) {
    return PORT_LISTS.stream()
        .flatMap(l -> NetworkState.list(section.get(l)).stream())
        .flatMap(NetworkInterface::portNames);
  }

  private static Stream<String> portNames(Tree port) {
    if (!(port instanceof Fields f)) {
      return text(Optional.of(port)).stream();
    }
    var bond = f.get("link-aggregation").filter(Fields.class::isInstance).map(Fields.class::cast);
    return bond.isPresent() ? ports(bond.get()) : text(f.get("name")).stream();
  }

  private static Optional<String> text(Optional<Tree> tree) {
    return tree.filter(Scalar.class::isInstance).map(t -> String.valueOf(((Scalar) t).value()));
  }
}
