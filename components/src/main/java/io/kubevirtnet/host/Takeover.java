package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.spec.IpSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a bridge gets what its uplink has on each node: by captures, which nmstate fills in there. A
 * capture that matches nothing fails the policy, so only what must exist is captured.
 */
record Takeover(BridgePolicy policy) {
  private static final String UPLINK = "uplink";
  private static final String UPLINK_ROUTES = "uplink-routes";
  private static final String BRIDGE_ROUTES = "bridge-routes";

  /** Names that a program can not give to captures of its own then. */
  static final Set<String> NAMES = Set.of(UPLINK, UPLINK_ROUTES, BRIDGE_ROUTES);

  static final String ROUTES = "{{ capture." + BRIDGE_ROUTES + ".routes.config }}";

  /** The text that nmstate replaces by a property of the uplink. */
  static String template(String property) {
    return "{{ capture." + UPLINK + ".interfaces.0." + property + " }}";
  }

  boolean isWanted() {
    return isFromUplink(policy.ipv4()) || isFromUplink(policy.ipv6());
  }

  /** A preview can not tell yet whether it is. */
  boolean isOpen() {
    return policy.ipv4().flatMap(IpSpec::mode).isUnknown()
        || policy.ipv6().flatMap(IpSpec::mode).isUnknown();
  }

  static boolean isFromUplink(Value<IpSpec> ip) {
    return ip.flatMap(IpSpec::mode).known().filter(m -> m == IpMode.FromUplink).isPresent();
  }

  Value<Boolean> keepRoutes() {
    return policy.uplink().spec().flatMap(UplinkSpec::keepRoutes);
  }

  /** The captures of the author and those that this needs. */
  Value<Map<String, Value<String>>> captures() {
    var written = policy.spec().capture();
    if (!isWanted()) {
      return written;
    }
    Map<String, Value<String>> own = own();
    return written
        .orDefault(Map.of())
        .map(
            other -> {
              Map<String, Value<String>> all = new LinkedHashMap<>(own);
              all.putAll(other);
              return all;
            });
  }

  private Map<String, Value<String>> own() {
    var source = policy.uplink().addressSource();
    var captures = new LinkedHashMap<String, Value<String>>();
    captures.put(UPLINK, source.map(s -> "interfaces.name==\"" + s + "\""));
    if (keepRoutes().known().orElse(false)) {
      captures.put(
          UPLINK_ROUTES, source.map(s -> "routes.config.next-hop-interface==\"" + s + "\""));
      captures.put(
          BRIDGE_ROUTES,
          policy
              .bridgeName()
              .map(
                  b ->
                      "capture."
                          + UPLINK_ROUTES
                          + " | routes.config.next-hop-interface:=\""
                          + b
                          + "\""));
    }
    return captures;
  }
}
