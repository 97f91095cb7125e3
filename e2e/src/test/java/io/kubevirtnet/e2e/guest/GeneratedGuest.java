package io.kubevirtnet.e2e.guest;

import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.spec.GuestNetworkSpec;
import java.util.List;
import java.util.Map;

/**
 * A GuestNetwork by chance, and what the guest shall have of it.
 *
 * @param cards what the guest really calls its cards, by MAC address
 * @param entries key in network data, by the name of the interface
 */
record GeneratedGuest(
    long seed,
    Map<String, Object> inputs,
    GuestNetworkSpec spec,
    List<GuestCard> machine,
    Map<String, String> cards,
    Map<String, Wanted> wanted,
    Map<String, String> entries) {

  /** With what it takes to try it again. */
  String described(Object problem) {
    return "%d: %s%n    %s".formatted(seed, problem, inputs);
  }
}
