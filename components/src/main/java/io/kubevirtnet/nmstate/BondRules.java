package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Bonds: their mode, their ports, and options that need or exclude each other. */
final class BondRules {
  private static final String SECTION = "link-aggregation";
  private static final String LACP = "802.3ad";
  private static final Set<String> WITHOUT_ARP = Set.of(LACP, "balance-tlb", "balance-alb");

  private final Iface bond;
  private final Part options;
  private final Part before;
  private final Refusals refusals;

  private BondRules(Iface bond, Optional<Iface> current, Refusals refusals) {
    this.bond = bond;
    this.options = bond.part(SECTION, "options");
    this.before =
        current
            .filter(c -> c.isType(Iface.BOND))
            .map(c -> c.part(SECTION, "options"))
            .orElse(new Part(options.path(), Optional.empty()));
    this.refusals = refusals;
  }

  static void check(MergedIface iface, Refusals refusals) {
    if (iface.merged.isAbsent() || iface.applied.filter(i -> i.isType(Iface.BOND)).isEmpty()) {
      return;
    }
    var rules = new BondRules(iface.applied.get(), iface.current, refusals);
    if (iface.current.isEmpty()) {
      rules.mode();
    }
    rules.ports();
    rules.options();
    var mode = iface.merged.part(SECTION, "mode");
    if (rules.options.isObject() && mode.text().isPresent()) {
      rules.optionsOfMode(mode.text().get());
    }
  }

  /** The kernel takes each queue once. */
  static void checkQueues(Iface bond, Refusals refusals) {
    if (!bond.isType(Iface.BOND)) {
      return;
    }
    Map<Long, String> queues = new HashMap<>();
    bond.part(SECTION, "ports-config").items().stream()
        .sorted(Comparator.comparing(p -> p.get("name").shown()))
        .filter(p -> p.get("queue-id").number().filter(q -> q != 0).isPresent())
        .forEach(
            p -> {
              var other =
                  queues.putIfAbsent(
                      p.get("queue-id").number().orElseThrow(), p.get("name").shown());
              if (other != null) {
                refusals.add(
                    InterfaceCatalogue.BOND_PORTS,
                    p.get("queue-id"),
                    other + " has that queue already.",
                    "Port "
                        + other
                        + " and "
                        + p.get("name").shown()
                        + " of Bond "
                        + bond.name()
                        + " are sharing the same queue-id which is not supported by linux kernel"
                        + " yet");
              }
            });
  }

  private void mode() {
    if (bond.isUp() && !bond.part(SECTION, "mode").isSet()) {
      refusals.missing(
          InterfaceCatalogue.BOND_MODE,
          bond.part("name"),
          bond.name() + " has no mode.",
          "Bond mode is mandatory for new bond interface: " + bond.name());
    }
  }

  private void ports() {
    var plain = names(bond.part(SECTION, "port"), false);
    var configured = names(bond.part(SECTION, "ports-config"), true);
    if (plain.isEmpty() || configured.isEmpty() || plain.get().equals(configured.get())) {
      return;
    }
    refusals.add(
        InterfaceCatalogue.BOND_PORTS,
        bond.part(SECTION, "ports-config"),
        "port and ports-config of " + bond.name() + " list different ports.",
        "The port names specified in `port` conflict with the port names specified in"
            + " `ports-config` for bond interface: "
            + bond.name()
            + ". "
            + only("Ports in `port` but not in `ports_config`: ", plain.get(), configured.get())
            + only("Ports in `ports_config` but not in `port`: ", configured.get(), plain.get()));
  }

  private static Optional<Set<String>> names(Part list, boolean configs) {
    return list.isList()
        ? Optional.of(
            list.items().stream()
                .flatMap(p -> (configs ? p.get("name") : p).text().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)))
        : Optional.empty();
  }

  private static String only(String words, Set<String> in, Set<String> notIn) {
    var names = in.stream().filter(n -> !notIn.contains(n)).toList();
    return names.isEmpty() ? "" : words + String.join(", ", names) + ". ";
  }

  private void options() {
    var system = options.get("ad_actor_system");
    if (system.text().filter(m -> m.toUpperCase(Locale.ROOT).startsWith("01:00:5E")).isPresent()) {
      conflict(
          system,
          system.shown() + " is a multicast address.",
          "The ad_actor_system bond option cannot be an IANA multicast address(prefix with"
              + " 01:00:5E)");
    }
    if (isPositive(options.get("miimon")) && isPositive(options.get("arp_interval"))) {
      conflict(
          options.get("arp_interval"),
          "A bond watches its ports by miimon or by ARP, not by both.",
          "Bond miimon and arp interval are not compatible options.");
    }
  }

  private void optionsOfMode(String mode) {
    boolean slb = either("balance_slb").flag().orElse(false);
    var hash = either("xmit_hash_policy");
    if (slb && !(mode.equals("balance-xor") && (hash.is("vlan+srcmac") || hash.isOpen()))) {
      conflict(
          options.get("balance_slb").isSet() ? options.get("balance_slb") : options,
          "balance-slb needs another mode or hash policy.",
          "To enable balance-slb, bond mode should be balance-xor and xmit_hash_policy:"
              + " 'vlan+srcmac'");
    }
    if (!mode.equals(LACP)) {
      for (var option : List.of("lacp_rate", "lacp_active")) {
        if (options.get(option).isSet()) {
          conflict(
              options.get(option),
              option + " is an option of 802.3ad alone.",
              "The `" + option + "` option is only valid for bond in '802.3ad' mode");
        }
      }
    }
    arp(mode);
  }

  private void arp(String mode) {
    var interval = either("arp_interval").number();
    if (interval.isEmpty()) {
      return;
    }
    var place = options.get("arp_interval").isSet() ? options.get("arp_interval") : options;
    if (interval.get() > 0) {
      if (WITHOUT_ARP.contains(mode)) {
        conflict(
            place,
            "There is no ARP monitoring in mode " + mode + ".",
            "The `arp_interval` option is invalid for bond in '802.3ad', 'balance-tlb' or"
                + " 'balance-alb' mode");
      }
      return;
    }
    boolean hasTargets = options.get("arp_ip_target").text().filter(t -> !t.isEmpty()).isPresent();
    if (hasTargets) {
      withoutInterval("arp_ip_target");
    }
    if (!options.get("ns_ip6_target").items().isEmpty()) {
      withoutInterval("ns_ip6_target");
    }
  }

  private void withoutInterval(String option) {
    conflict(
        options.get(option),
        option + " without arp_interval.",
        "The `" + option + "` option is only valid when 'arp_interval' is enabled(>0).");
  }

  private Part either(String option) {
    return options.get(option).isSet() ? options.get(option) : before.get(option);
  }

  private static boolean isPositive(Part number) {
    return number.number().filter(n -> n > 0).isPresent();
  }

  private void conflict(Part place, String what, String message) {
    refusals.add(InterfaceCatalogue.BOND_OPTIONS, place, what, message);
  }
}
