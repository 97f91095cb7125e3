package io.kubevirtnet.node;

import java.util.List;
import java.util.Optional;

/**
 * What happens to one interface.
 *
 * @param type as nmstate calls it: {@code linux-bridge}
 * @param because what takes it along: the parent of a VLAN, the other end of a pair; empty when it
 *     is meant itself
 * @param from the controller that it was a port of, when that changes; empty for none
 * @param to the controller that it becomes a port of
 * @param lostAddresses in the order of the node: {@code 192.0.2.7/24 (DHCP)}
 * @param over the ports or the base of a new one
 */
public record InterfaceChange(
    String name,
    String type,
    Kind kind,
    Optional<String> because,
    Optional<String> from,
    Optional<String> to,
    List<String> lostAddresses,
    List<String> over,
    List<FieldChange> fields) {

  public InterfaceChange {
    lostAddresses = List.copyOf(lostAddresses);
    over = List.copyOf(over);
    fields = List.copyOf(fields);
  }

  /** The most that happens to it. */
  public enum Kind {
    CREATED,
    CHANGED,
    DOWN,
    REMOVED
  }

  public boolean movesController() {
    return !from.equals(to);
  }

  boolean changes(String field) {
    return fields.stream()
        .anyMatch(f -> f.path().equals(field) || f.path().startsWith(field + "."));
  }
}
