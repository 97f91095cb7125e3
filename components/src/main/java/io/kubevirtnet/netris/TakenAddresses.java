package io.kubevirtnet.netris;

import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses of a V-Net that no machine is to be given, and who has them: those that are pinned, and
 * those that the controller knows. That others win over facts of a controller does not free an
 * address.
 */
final class TakenAddresses {
  /** Who has addresses. */
  enum Who {
    GATEWAY,
    SUBNET,
    USED,
    DHCP
  }

  /** Addresses of one, in words that fit into a list. */
  record Taken(AddressRange range, Who who, String words) {}

  private static final int SHOWN = 3;

  private final VnetGateway gateway;
  private final List<Taken> all = new ArrayList<>();
  private final boolean secret;

  private TakenAddresses(VnetGateway gateway, boolean secret) {
    this.gateway = gateway;
    this.secret = secret;
  }

  static TakenAddresses of(NetrisInputs inputs, VnetGateway gateway) {
    var known = Stream.of(inputs.spec().facts(), inputs.answer().flatMap(NetrisAnswer::facts));
    var facts = known.filter(f -> f.known().isPresent()).toList();
    boolean secret = facts.stream().anyMatch(f -> f.tree().allMarks().secret());
    var taken = new TakenAddresses(gateway, secret);
    taken.ofSubnet();
    facts.forEach(f -> taken.add(new ServerClusterFacts(f)));
    return taken;
  }

  private void ofSubnet() {
    var address = new AddressRange(gateway.address(), gateway.address());
    all.add(new Taken(address, Who.GATEWAY, "the gateway " + shown(address)));
    for (var one : gateway.network().reserved()) {
      var range = new AddressRange(one, one);
      boolean first = one.equals(gateway.network().first());
      var what = first ? ", the network itself" : ", the broadcast address";
      all.add(new Taken(range, Who.SUBNET, shown(range) + what));
    }
  }

  private void add(ServerClusterFacts facts) {
    facts
        .usedAddresses()
        .ifKnown(l -> l.forEach(r -> add(new Taken(r, Who.USED, shown(r) + ", which is used"))));
    facts
        .dhcpRanges()
        .ifKnown(
            l ->
                l.forEach(
                    r ->
                        add(
                            new Taken(
                                r, Who.DHCP, shown(r) + ", which Netris gives out by DHCP"))));
  }

  /** The controller counts the gateway among what is used, and says mostly what is pinned. */
  private void add(Taken taken) {
    boolean isThere =
        all.stream()
            .filter(t -> t.who() != Who.DHCP || taken.who() == Who.DHCP)
            .anyMatch(t -> t.range().equals(taken.range()));
    if (!isThere && gateway.contains(taken.range())) {
      all.add(taken);
    }
  }

  /** Takes more addresses, such as those for machines. */
  TakenAddresses with(List<AddressRange> more) {
    var taken = new TakenAddresses(gateway, secret);
    taken.all.addAll(all);
    more.forEach(r -> taken.all.add(new Taken(r, Who.USED, shown(r) + ", which machines get")));
    return taken;
  }

  VnetGateway gateway() {
    return gateway;
  }

  List<Taken> in(AddressRange range) {
    return all.stream().filter(t -> t.range().overlaps(range)).toList();
  }

  List<Taken> in(AddressRange range, Set<Who> who) {
    return in(range).stream().filter(t -> who.contains(t.who())).toList();
  }

  /** The first of them in words. */
  static String words(List<Taken> taken) {
    var first = taken.stream().limit(SHOWN).map(Taken::words).collect(Collectors.joining("; "));
    return taken.size() > SHOWN ? first + "; and " + (taken.size() - SHOWN) + " more" : first;
  }

  /** What is left of a range; none where it would tell a secret. */
  List<AddressRange> free(AddressRange range) {
    List<AddressRange> free = secret ? List.of() : List.of(range);
    for (var taken : all) {
      free = free.stream().flatMap(f -> without(f, taken.range())).toList();
    }
    return free;
  }

  private static Stream<AddressRange> without(AddressRange range, AddressRange taken) {
    if (!range.overlaps(taken)) {
      return Stream.of(range);
    }
    var parts = Stream.<AddressRange>builder();
    if (range.first().compareTo(taken.first()) < 0) {
      parts.add(new AddressRange(range.first(), taken.first().increment(-1)));
    }
    if (taken.last().compareTo(range.last()) < 0) {
      parts.add(new AddressRange(taken.last().increment(1), range.last()));
    }
    return parts.build();
  }

  /** The largest parts that are free, in the order of their addresses; empty where none is. */
  String proposal(AddressRange range) {
    return free(range).stream()
        .sorted(Comparator.comparing(AddressRange::size).reversed())
        .limit(SHOWN)
        .sorted(Comparator.comparing(AddressRange::first))
        .map(AddressRange::toString)
        .collect(Collectors.joining(", "));
  }

  /** {@code 192.168.48.0/21 (192.168.48.1 to 192.168.55.254)}. */
  String subnet() {
    return secret ? Part.SECRET : gateway.shownSubnet();
  }

  private String shown(AddressRange range) {
    return secret ? Part.SECRET : AddressText.shown(range);
  }
}
