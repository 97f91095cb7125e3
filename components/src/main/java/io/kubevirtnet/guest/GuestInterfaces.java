package io.kubevirtnet.guest;

import io.kubevirtnet.guest.GuestInterface.Bond;
import io.kubevirtnet.guest.GuestInterface.Bridge;
import io.kubevirtnet.guest.GuestInterface.Link;
import io.kubevirtnet.guest.GuestInterface.Vlan;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.value.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All interfaces of a guest, and the cards under them.
 *
 * @param open an entry or a name is not known yet, so that nobody can tell what is missing
 */
record GuestInterfaces(
    List<GuestCard> cards,
    List<Link> links,
    List<Vlan> vlans,
    List<Bond> bonds,
    List<Bridge> bridges,
    boolean open) {

  static GuestInterfaces of(GuestNetworkSpec spec, List<GuestCard> cards) {
    var links = entries(spec.links(), Link::new);
    var vlans = entries(spec.vlans(), Vlan::new);
    var bonds = entries(spec.bonds(), Bond::new);
    var bridges = entries(spec.bridges(), Bridge::new);
    boolean open =
        Stream.of(spec.links(), spec.vlans(), spec.bonds(), spec.bridges())
                .anyMatch(GuestInterfaces::isOpen)
            || cards.stream().anyMatch(c -> c.network().isUnknown())
            || Stream.of(links, vlans, bonds, bridges)
                .flatMap(Collection::stream)
                .anyMatch(i -> i.label().isUnknown() || isOpen(i.under()));
    return new GuestInterfaces(List.copyOf(cards), links, vlans, bonds, bridges, open);
  }

  private static <S, T> List<T> entries(Value<List<Value<S>>> list, Function<S, T> entry) {
    return list.known().orElse(List.of()).stream()
        .flatMap(v -> v.known().map(entry).stream())
        .toList();
  }

  private static boolean isOpen(Value<? extends List<? extends Value<?>>> list) {
    return list.isUnknown()
        || list.known().filter(l -> l.stream().anyMatch(Value::isUnknown)).isPresent();
  }

  Stream<GuestInterface> all() {
    return Stream.of(links, vlans, bonds, bridges).flatMap(Collection::stream);
  }

  /** Those that make an interface of their own. */
  Stream<GuestInterface> made() {
    return Stream.of(vlans, bonds, bridges).flatMap(Collection::stream);
  }

  Optional<GuestCard> card(String network) {
    return cards.stream().filter(c -> c.is(network)).findFirst();
  }

  Optional<Link> link(GuestCard card) {
    return links.stream().filter(l -> l.label().known().filter(card::is).isPresent()).findFirst();
  }

  Optional<GuestInterface> made(String name) {
    return made().filter(i -> i.label().known().filter(name::equals).isPresent()).findFirst();
  }

  /** Ports of bonds and bridges, by what they are called there. */
  Set<String> ports() {
    var ports = new HashSet<String>();
    Stream.concat(bonds.stream(), bridges.stream()).forEach(i -> names(i).forEach(ports::add));
    return ports;
  }

  /** What other interfaces stand on. */
  Set<String> carriers() {
    var carriers = new HashSet<String>();
    made().forEach(i -> names(i).forEach(carriers::add));
    return carriers;
  }

  static Stream<String> names(GuestInterface above) {
    return above.under().known().orElse(List.of()).stream().flatMap(v -> v.known().stream());
  }

  /** Largest frame that the cards below carry, where all is known. */
  Optional<Integer> ceiling(GuestInterface above) {
    return ceiling(above, new HashSet<>());
  }

  private Optional<Integer> ceiling(GuestInterface above, Set<GuestInterface> seen) {
    if (!seen.add(above)) {
      return Optional.empty();
    }
    if (above instanceof Link link) {
      return link.label().known().flatMap(this::card).flatMap(GuestCard::mtu);
    }
    return names(above)
        .map(name -> below(name, seen))
        .flatMap(Optional::stream)
        .min(Integer::compare);
  }

  /** A secret one must not come out in a message about another. */
  private static Optional<Integer> printable(Value<Integer> mtu) {
    return mtu.marks().secret() ? Optional.empty() : mtu.known();
  }

  /** What was set there, else what carries it. */
  private Optional<Integer> below(String name, Set<GuestInterface> seen) {
    var card = card(name);
    Optional<GuestInterface> lower =
        card.isPresent() ? card.flatMap(this::link).map(GuestInterface.class::cast) : made(name);
    return lower
        .flatMap(l -> printable(l.addressing().mtu()).or(() -> ceiling(l, seen)))
        .or(() -> card.flatMap(GuestCard::mtu));
  }
}
