package io.kubevirtnet.e2e.guest;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.Masquerade;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Machines with one to five cards, and guests that do something with some of them. */
final class GuestGenerator {
  private static final List<String> NETWORKS =
      List.of("lan", "Data", "net_1", "san-b", "1e3", "on");

  /** Each has room in what it stands on. */
  private static final int CARD_MTU = 9000;

  private static final int VLAN_MTU = 1500;
  private static final int BRIDGE_MTU = 1400;

  private final long seed;
  private final Dice dice;
  private final List<GuestCard> machine = new ArrayList<>();
  private final Map<String, String> cards = new TreeMap<>();
  private final Map<String, Interface> interfaces = new LinkedHashMap<>();
  private final Map<String, List<Map<String, Object>>> inputs = new LinkedHashMap<>();
  private final AddressGenerator addresses;

  /**
   * One interface of the guest while it grows.
   *
   * @param label what others call it
   * @param key in network data
   * @param name in the guest, in the end
   */
  record Interface(
      String label, String key, String name, Optional<String> mac, List<Interface> tied) {}

  private GuestGenerator(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.addresses = new AddressGenerator(dice);
  }

  static GeneratedGuest next(long seed) {
    return new GuestGenerator(seed).guest();
  }

  private GeneratedGuest guest() {
    var networks = dice.some(NETWORKS, 4);
    if (networks.isEmpty() || dice.oneIn(2)) {
      networks.add(0, "default");
    }
    for (int i = 0; i < networks.size(); i++) {
      card(networks.get(i), i);
    }
    var free = new ArrayList<>(interfaces.values());
    var wanted = new TreeMap<String, Wanted>();
    free.removeIf(i -> i.label().equals("default"));
    var ports = new ArrayList<Interface>();
    if (free.size() > 1 && dice.oneIn(3)) {
      bond(free, ports, wanted);
    }
    vlans(free, wanted);
    if (!free.isEmpty() && dice.oneIn(4)) {
      bridge(free, ports, wanted);
    }
    links(ports, wanted);
    return made(wanted);
  }

  private void card(String network, int position) {
    boolean pod = network.equals("default");
    var mac =
        pod || dice.oneIn(4)
            ? Optional.<String>empty()
            : Optional.of(
                "02:00:00:%02x:%02x:%02x".formatted(dice.upTo(256), position, 0xa + position));
    var guess = "enp" + (position + 1) + "s0";
    boolean told = mac.isEmpty() || !dice.oneIn(4);
    var real = mac.isPresent() && dice.oneIn(3) ? "ens" + (position + 3) : guess;
    var path = new PropertyPath("networks[" + position + "]");
    var card =
        GuestCard.of(
            Value.known(path.child("name"), network),
            mac.<Value<String>>map(m -> Value.known(path, dice.oneIn(3) ? m.replace(':', '-') : m))
                .orElse(new Value.Absent<>(path)),
            told ? Optional.of(guess) : Optional.empty());
    machine.add(
        pod
            ? card.behind(new Masquerade(new Value.Absent<>(path), new Value.Absent<>(path)))
            : card.withMtu(9000));
    mac.ifPresent(m -> cards.put(m, real));
    var key = told ? guess : network;
    interfaces.put(network, new Interface(network, key, real, mac, new ArrayList<>()));
  }

  /** Where others stand on it, a card is called by its key. */
  private Interface carrier(Interface lower) {
    if (lower.mac().isEmpty() || lower.name().equals(lower.key())) {
      return lower;
    }
    var renamed = new Interface(lower.label(), lower.key(), lower.key(), lower.mac(), lower.tied());
    interfaces.put(lower.label(), renamed);
    return renamed;
  }

  private void bond(List<Interface> free, List<Interface> ports, Map<String, Wanted> wanted) {
    var first = carrier(free.remove(dice.upTo(free.size())));
    var second = carrier(free.remove(dice.upTo(free.size())));
    ports.addAll(List.of(first, second));
    var bond = new Interface("bond0", "bond0", "bond0", Optional.empty(), new ArrayList<>());
    interfaces.put("bond0", bond);
    bond.tied().addAll(List.of(first, second));
    var mode = dice.of("active-backup", "802.3ad", "balance-rr", "balance-alb");
    var entry = entry("bonds");
    entry.put("name", "bond0");
    entry.put("ports", List.of(first.label(), second.label()));
    entry.put("mode", mode);
    if (mode.equals("active-backup") && dice.oneIn(2)) {
      entry.put("primary", second.label());
    }
    addressed(bond, CARD_MTU, entry, wanted);
    free.add(bond);
  }

  private void vlans(List<Interface> free, Map<String, Wanted> wanted) {
    for (int i = dice.upTo(3); i > 0 && !free.isEmpty(); i--) {
      int place = dice.upTo(free.size());
      var over = carrier(free.get(place));
      free.set(place, over);
      int id = 100 * i + dice.upTo(100);
      var name = dice.oneIn(2) ? "vlan" + id : "v." + id;
      var vlan = new Interface(name, name, name, Optional.empty(), new ArrayList<>());
      interfaces.put(name, vlan);
      over.tied().add(vlan);
      var entry = entry("vlans");
      entry.put("name", name);
      entry.put("id", id);
      entry.put("over", over.label());
      addressed(vlan, VLAN_MTU, entry, wanted);
    }
  }

  private void bridge(List<Interface> free, List<Interface> ports, Map<String, Wanted> wanted) {
    var candidates = free.stream().filter(i -> !wanted.containsKey(i.name())).toList();
    if (candidates.isEmpty()) {
      return;
    }
    var port = carrier(dice.of(candidates));
    free.removeIf(i -> i.label().equals(port.label()));
    ports.add(port);
    var bridge = new Interface("br0", "br0", "br0", Optional.empty(), new ArrayList<>());
    interfaces.put("br0", bridge);
    bridge.tied().add(port);
    var entry = entry("bridges");
    entry.put("name", "br0");
    entry.put("ports", List.of(port.label()));
    if (dice.oneIn(2)) {
      entry.put("stp", dice.oneIn(2));
    }
    addressed(bridge, BRIDGE_MTU, entry, wanted);
  }

  private void links(List<Interface> ports, Map<String, Wanted> wanted) {
    for (var card : machine) {
      var label = card.network().known().orElseThrow();
      var i = Objects.requireNonNull(interfaces.get(label));
      boolean port = ports.stream().anyMatch(p -> p.label().equals(label));
      boolean named = !port && i.mac().isPresent() && i.tied().isEmpty() && dice.oneIn(5);
      boolean carries = port || !i.tied().isEmpty();
      if (port || (carries && dice.oneIn(2))) {
        wanted.put(i.name(), AddressGenerator.nothing(i));
      } else if (named || carries || !dice.oneIn(4)) {
        var entry = entry("links");
        entry.put("network", label);
        if (named) {
          entry.put("name", "front" + machine.indexOf(card));
          i =
              new Interface(
                  label,
                  "front" + machine.indexOf(card),
                  "front" + machine.indexOf(card),
                  i.mac(),
                  i.tied());
          interfaces.put(label, i);
        }
        if (label.equals("default")) {
          wanted.put(i.name(), addresses.masquerade(i, entry));
        } else {
          addressed(i, CARD_MTU, entry, wanted);
        }
      } else if (label.equals("default")) {
        wanted.put(i.name(), addresses.dhcp(i));
      }
    }
  }

  private void addressed(
      Interface i, int mtu, Map<String, Object> entry, Map<String, Wanted> wanted) {
    wanted.put(i.name(), addresses.some(i, entry, mtu));
  }

  private Map<String, Object> entry(String kind) {
    var entry = new LinkedHashMap<String, Object>();
    inputs.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
    return entry;
  }

  private GeneratedGuest made(Map<String, Wanted> wanted) {
    var report = new Report();
    var spec =
        SpecReader.read(
            (Fields) Tree.of(inputs),
            new PropertyPath("guestNetwork"),
            report,
            GuestNetworkSpec::read);
    if (!report.findings().isEmpty()) {
      throw new IllegalStateException(seed + ": " + report.findings());
    }
    var entries = new TreeMap<String, String>();
    for (var i : interfaces.values()) {
      entries.put(i.name(), i.key());
      wanted.computeIfPresent(i.name(), (name, w) -> w.tiedTo(i.tied()));
    }
    return new GeneratedGuest(
        seed, Map.copyOf(inputs), spec, List.copyOf(machine), cards, wanted, entries);
  }
}
