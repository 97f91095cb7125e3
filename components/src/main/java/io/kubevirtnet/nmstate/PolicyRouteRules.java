package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that choose a routing table. */
final class PolicyRouteRules {
  private static final long FIRST_PRIORITY = 30000;
  private static final long UNSET = -1;

  private final Refusals refusals;

  private PolicyRouteRules(Refusals refusals) {
    this.refusals = refusals;
  }

  static void check(Part desired, MergedIfaces all) {
    var rules = new PolicyRouteRules(all.refusals);
    var settled = new ArrayList<PolicyRoute>();
    for (var part : desired.items()) {
      if (part.isObject() && !part.get("state").isSet()) {
        settled.add(rules.settle(PolicyRoute.of(part)));
      }
    }
    if (all.alone()) {
      rules.interfaces(settled, all);
    }
  }

  private PolicyRoute settle(PolicyRoute rule) {
    var settled = rule;
    if (rule.from().isPresent()) {
      var network = network(rule, "ip-from", rule.from().get());
      settled = settled.withFrom(network, settled.family().or(() -> family(network)));
    }
    if (rule.to().isPresent()) {
      var network = network(rule, "ip-to", rule.to().get());
      settled = settled.withTo(network, settled.family().or(() -> family(network)));
    }
    families(settled);
    if (settled.get("fwmask").isSet() && !settled.get("fwmark").isSet()) {
      refuse(
          settled.get("fwmask"),
          "A mask without a mark.",
          "fwmask is present but fwmark is not defined or is zero " + settled.debug());
    }
    return settled.table().isEmpty() && !settled.get("action").isSet()
        ? settled.withTable(Route.MAIN_TABLE)
        : settled;
  }

  private Optional<String> network(PolicyRoute rule, String setting, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var network = NetworkText.parse(text);
    if (network.network().isEmpty()) {
      refuse(
          rule.get(setting),
          "\"" + rule.get(setting).shown() + "\" is no network.",
          network.problem());
      return Optional.of(text);
    }
    return network.network();
  }

  private static Optional<String> family(Optional<String> network) {
    return network.map(n -> n.contains(":") ? "ipv6" : "ipv4");
  }

  private void families(PolicyRoute rule) {
    boolean open =
        List.of("ip-from", "ip-to", "family").stream().anyMatch(s -> rule.get(s).isOpen());
    if (rule.from().isEmpty() && rule.to().isEmpty() && rule.family().isEmpty()) {
      if (!open) {
        refuse(
            rule.part(),
            "The rule says nothing about addresses.",
            "Neither ip-from, ip-to nor family is defined '" + rule.words() + "'");
      }
      return;
    }
    if (rule.family().isEmpty()) {
      return;
    }
    boolean v6 = rule.family().get().equals("ipv6");
    if (rule.from().filter(f -> f.contains(":") != v6).isPresent()) {
      refuse(
          rule.get("ip-from"),
          "The address is of another family.",
          "The ip-from format mismatches with the family set '" + rule.words() + "'");
    }
    if (rule.to().filter(t -> t.contains(":") != v6).isPresent()) {
      refuse(
          rule.get("ip-to"),
          "The address is of another family.",
          "The ip-to format mismatches with the family set " + rule.words());
    }
  }

  /** Without a node, nmstate looks for the interface that a rule names. */
  private void interfaces(List<PolicyRoute> rules, MergedIfaces all) {
    long last =
        Math.max(
            FIRST_PRIORITY - 1,
            rules.stream().mapToLong(r -> r.priority().orElse(0L)).max().orElse(0));
    for (var rule : rules) {
      var numbered = rule;
      if (rule.priority().orElse(UNSET) == UNSET) {
        numbered = rule.withPriority(++last);
      }
      var iif = rule.get("iif");
      if (iif.text().filter(i -> all.find(i).isEmpty()).isPresent()) {
        refusals.missing(
            TrafficCatalogue.ROUTE_RULE,
            iif,
            iif.shown() + " is not there.",
            "The interface "
                + iif.shown()
                + " required by route rule "
                + numbered.words()
                + " does not exists");
      }
    }
  }

  private void refuse(Part place, String what, String message) {
    refusals.add(TrafficCatalogue.ROUTE_RULE, place, what, message);
  }
}
