package io.kubevirtnet.node;

import java.util.Optional;

/**
 * What happens to something that is no interface.
 *
 * @param what it in words: {@code route 0.0.0.0/0 via 192.0.2.1 on ens4}
 * @param via the interface that a route leaves by
 */
public record EntryChange(
    Section section, Action action, String what, Optional<String> via, boolean isDefaultRoute) {

  /** Where it stands in a state. */
  public enum Section {
    ROUTE,
    ROUTE_RULE,
    DNS,
    OVN_MAPPING,
    HOST
  }

  /** What happens to it. */
  public enum Action {
    ADDED,
    CHANGED,
    REMOVED
  }

  static EntryChange of(Section section, Action action, String what) {
    return new EntryChange(section, action, what, Optional.empty(), false);
  }

  static EntryChange route(Action action, RouteEntry route) {
    return new EntryChange(
        Section.ROUTE,
        action,
        route.text(),
        Optional.of(route.via()).filter(v -> !v.isEmpty()),
        route.isDefault());
  }
}
