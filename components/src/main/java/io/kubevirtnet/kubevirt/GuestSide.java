package io.kubevirtnet.kubevirt;

import io.kubevirtnet.kubevirt.CardChange.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The names of all cards of a machine. */
final class GuestSide {
  private GuestSide() {}

  /**
   * @param isRunning what is told is the machine that runs, which may have names of long ago
   */
  static Map<String, Names> of(
      Machine machine, Cards cards, MachineFacts facts, boolean isRunning) {
    boolean ordinal = isRunning && facts.ordinalNames().orElse(false);
    var pods = PodInterfaceNames.of(cards, ordinal);
    var guest = GuestNames.of(machine, cards);
    var names = new LinkedHashMap<String, Names>();
    for (var card : cards.inOrder()) {
      if (!card.isAbsent()) {
        int place = guest.order().indexOf(card.name());
        names.put(
            card.name(),
            new Names(
                card.mac(),
                Optional.ofNullable(pods.get(card.name())).map(PodInterfaceNames::pod),
                guest.find(card.name()),
                place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1)));
      }
    }
    return names;
  }
}
