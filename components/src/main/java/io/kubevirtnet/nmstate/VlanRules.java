package io.kubevirtnet.nmstate;

/** VLAN interfaces. */
final class VlanRules {
  private static final long MAX_PRIORITY = 7;

  private VlanRules() {}

  /** A VLAN stays on the interface that it stands on, unless another one is desired. */
  static void inherit(MergedIface iface) {
    if (iface.desired.isEmpty() || iface.applied.filter(i -> i.part("vlan").isObject()).isEmpty()) {
      return;
    }
    iface
        .current
        .filter(c -> !iface.applied.get().part("vlan", "base-iface").isSet())
        .flatMap(c -> c.part("vlan", "base-iface").text())
        .ifPresent(
            base -> iface.applied = iface.applied.map(i -> i.with(base, "vlan", "base-iface")));
  }

  static void check(Iface vlan, Refusals refusals) {
    if (!vlan.part("vlan").isObject()) {
      return;
    }
    if (!vlan.part("vlan", "base-iface").isSet()) {
      refusals.missing(
          LinkCatalogue.VLAN,
          vlan.part("vlan"),
          "Nothing says which interface " + vlan.name() + " stands on.",
          "Missing 'vlan.base-iface' for interface '" + vlan.name() + "'");
    }
    priorities(vlan, "ingress-qos-map", "ingress qos map from", "from", refusals);
    priorities(vlan, "egress-qos-map", "egress qos map to", "to", refusals);
  }

  private static void priorities(
      Iface vlan, String map, String words, String end, Refusals refusals) {
    vlan.part("vlan", map).items().stream()
        .map(m -> m.get(end))
        .filter(p -> p.number().filter(n -> n > MAX_PRIORITY).isPresent())
        .forEach(
            p ->
                refusals.add(
                    LinkCatalogue.VLAN,
                    p,
                    p.shown() + " is no VLAN priority.",
                    "The maximum VLAN priority is 7, but got VLAN "
                        + vlan.name()
                        + " "
                        + words
                        + " value set as "
                        + p.shown()));
  }
}
