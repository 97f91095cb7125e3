package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The MAC addresses of a run's machines, each on its network. */
final class MachineRegister {
  private final Map<Key, List<Claim<Key>>> macs = new HashMap<>();

  /**
   * @param network what tells it from others: what it plugs into, or else its reference
   * @param mac in one way of writing
   */
  private record Key(List<String> network, String mac) {}

  /** Claims the address of an interface; the later of two gets the finding. */
  void add(Claimant claimant, AttachmentUse use, Optional<NetworkClaims> network, Report report) {
    var mac = use.nic().get("macAddress");
    var written = mac.text().map(t -> t.toLowerCase(Locale.ROOT).replace('-', ':'));
    if (written.filter(t -> !t.isEmpty()).isEmpty() || use.definition().isEmpty()) {
      return;
    }
    var key =
        new Key(
            network.flatMap(NetworkClaims::segment).orElse(List.of("of", use.definition())),
            written.get());
    var same = macs.computeIfAbsent(key, k -> new ArrayList<>());
    Claim.others(same, claimant).findFirst().ifPresent(o -> say(o, use, mac, report));
    same.add(new Claim<>(claimant, key));
  }

  private static void say(Claim<?> other, AttachmentUse use, Part mac, Report report) {
    report.add(
        FitCatalogue.SAME_MAC,
        mac.written(),
        other.owner().resource()
            + " has "
            + mac.shown()
            + " on "
            + use.reference().shown()
            + " already.");
  }
}
