package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U32;
import static io.kubevirtnet.nmstate.Kinds.TEXT;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

import io.kubevirtnet.nmstate.Section.Setting;
import java.util.stream.Stream;

/** Settings of network cards: speed, virtual functions, and what ethtool sets. */
final class EthernetSchema {
  private EthernetSchema() {}

  private static final Section FUNCTION =
      Section.closed(
          "SrIovVfConfig",
          required("id", LOOSE_U32),
          optional("iface-name", TEXT),
          optional("mac-address", TEXT),
          optional("spoof-check", FLAG),
          optional("trust", FLAG),
          optional("min-tx-rate", LOOSE_U32),
          optional("max-tx-rate", LOOSE_U32),
          optional("vlan-id", LOOSE_U32),
          optional("qos", LOOSE_U32),
          optional("vlan-proto", BridgeSchema.VLAN_PROTOCOL));

  private static final Section SR_IOV =
      Section.closed(
          "SrIovConfig",
          optional("drivers-autoprobe", FLAG),
          optional("total-vfs", LOOSE_U32),
          optional("max-vfs", LOOSE_U32),
          optional("vfs", Kinds.list(FUNCTION)));

  static final Section ETHERNET =
      Section.closed(
          "EthernetConfig",
          optional("sr-iov", SR_IOV),
          optional("auto-negotiation", FLAG),
          optional("speed", LOOSE_U32),
          optional("duplex", Choice.of("EthernetDuplex", "full", "half")));

  static final Section VETH = Section.open("VethConfig", required("peer", TEXT));

  private static final Section PAUSE =
      Section.closed(
          "EthtoolPauseConfig",
          optional("rx", FLAG),
          optional("tx", FLAG),
          optional("autoneg", FLAG));

  private static final Section COALESCE =
      Section.closed(
          "EthtoolCoalesceConfig",
          Stream.concat(
                  Stream.of("adaptive-rx", "adaptive-tx").map(n -> optional(n, FLAG)),
                  numbers(
                      "pkt-rate-high",
                      "pkt-rate-low",
                      "rx-frames",
                      "rx-frames-high",
                      "rx-frames-irq",
                      "rx-frames-low",
                      "rx-usecs",
                      "rx-usecs-high",
                      "rx-usecs-irq",
                      "rx-usecs-low",
                      "sample-interval",
                      "stats-block-usecs",
                      "tx-frames",
                      "tx-frames-high",
                      "tx-frames-irq",
                      "tx-frames-low",
                      "tx-usecs",
                      "tx-usecs-high",
                      "tx-usecs-irq",
                      "tx-usecs-low"))
              .toArray(Setting[]::new));

  private static final Section RING =
      Section.closed(
          "EthtoolRingConfig",
          numbers(
                  "rx",
                  "rx-max",
                  "rx-jumbo",
                  "rx-jumbo-max",
                  "rx-mini",
                  "rx-mini-max",
                  "tx",
                  "tx-max")
              .toArray(Setting[]::new));

  private static final Section FEC =
      Section.closed(
          "EthtoolFecConfig",
          optional("auto", FLAG),
          optional("mode", Choice.of("EthtoolFecMode", "off", "rs", "baser", "llrs")));

  static final Section ETHTOOL =
      Section.closed(
          "EthtoolConfig",
          optional("pause", PAUSE),
          optional("feature", SpecialKinds.FEATURES),
          optional("coalesce", COALESCE),
          optional("ring", RING),
          optional("fec", FEC));

  private static Stream<Setting> numbers(String... names) {
    return Stream.of(names).map(n -> optional(n, LOOSE_U32));
  }
}
