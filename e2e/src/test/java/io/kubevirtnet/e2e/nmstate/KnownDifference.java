package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.testing.GeneratedPolicy.Kind;
import io.kubevirtnet.testing.GeneratedPolicy.Pair;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the revert of {@code nmstatectl gr} brings back less than there was; ours brings all of it
 * back, which another test says.
 */
enum KnownDifference {
  TAKEN_PORT(
      "br0: bridge\\.port\\[\\w+]\\.(stp-\\w+(-\\w+)?|vlan\\.[a-z-]+) .*",
      "gr puts a taken port back under its bridge, but not its settings there",
      EnumSet.allOf(Kind.class)),
  BOND_MODE(
      "bond0: link-aggregation\\.options\\.primary \\w+ -> \\(none\\)",
      "gr puts the mode of a bond back, but only those options that the policy names",
      Set.of(Kind.BOND_OPTIONS)),
  DISABLED_ADDRESS(
      "\\w+( loses .*|: ipv[46]\\.(dhcp|address) .*)",
      "gr enables an address family again, but not with its addresses or DHCP",
      Set.of(Kind.ADDRESS, Kind.VLAN_ID, Kind.PORTS, Kind.LINUX_BRIDGE)),
  DOWN(
      "eth5( loses .*|: ipv[46]\\..*)|route .* on eth5 is removed",
      "gr counts on the profile of an interface that is down",
      Set.of(Kind.ABSENT)),
  REPEATED_ROUTE(
      "route .* is removed",
      "gr removes a route that the policy repeats, although it was there before",
      Set.of(Kind.SAME_AGAIN, Kind.ROUTES));

  private final String difference;
  private final String why;
  private final Set<Kind> kinds;

  KnownDifference(String difference, String why, Set<Kind> kinds) {
    this.difference = difference;
    this.why = why;
    this.kinds = kinds;
  }

  String why() {
    return why;
  }

  static Optional<KnownDifference> of(Pair pair, String line) {
    return Arrays.stream(values())
        .filter(k -> k.kinds.contains(pair.kind()) && line.matches(k.difference))
        .findFirst();
  }
}
