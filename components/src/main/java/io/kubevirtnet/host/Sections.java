package io.kubevirtnet.host;

import io.kubevirtnet.spec.DnsSpec;
import io.kubevirtnet.spec.RouteRuleSpec;
import io.kubevirtnet.spec.RouteSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.function.Function;

/** What a desired state says besides its interfaces. */
record Sections(BridgePolicy policy) {

  Fields addTo(Fields desiredState) {
    var spec = policy.spec();
    return routes(desiredState)
        .with("route-rules", spec.routeRules().map(r -> config(r, Sections::rule)))
        .with("dns-resolver", spec.dns().map(d -> Tree.of("config", dns(d))))
        .with("ovn", spec.localnets().map(l -> Tree.of("bridge-mappings", mappings(l))));
  }

  private Fields routes(Fields desiredState) {
    var takeover = policy.takeover();
    var kept = takeover.keepRoutes();
    if (takeover.isWanted() && kept.isUnknown()) {
      return desiredState.with("routes", Tree.of("config", kept));
    }
    return takeover.isWanted() && kept.known().orElse(false)
        ? desiredState.with("routes", Tree.of("config", kept.map(k -> Takeover.ROUTES)))
        : desiredState.with("routes", policy.spec().routes().map(r -> config(r, this::route)));
  }

  private static <T> Fields config(List<Value<T>> all, Function<T, Fields> entry) {
    return Tree.of("config", all.stream().map(e -> e.map(entry::apply)).toList());
  }

  private Fields route(RouteSpec route) {
    var out =
        route.routeType().isAbsent()
            ? route.nextHopInterface().or(policy.bridgeName())
            : route.nextHopInterface();
    return Tree.of("destination", route.destination())
        .with("next-hop-interface", out)
        .with("next-hop-address", route.nextHopAddress())
        .with("metric", route.metric())
        .with("table-id", route.tableId())
        .with("weight", route.weight())
        .with("route-type", route.routeType())
        .with("source", route.source())
        .with("cwnd", route.cwnd());
  }

  private static Fields rule(RouteRuleSpec rule) {
    return Tree.fields()
        .with("family", rule.family())
        .with("ip-from", rule.ipFrom())
        .with("ip-to", rule.ipTo())
        .with("priority", rule.priority())
        .with("route-table", rule.routeTable())
        .with("fwmark", rule.fwmark())
        .with("fwmask", rule.fwmask())
        .with("action", rule.action())
        .with("iif", rule.iif())
        .with("suppress-prefix-length", rule.suppressPrefixLength());
  }

  private static Fields dns(DnsSpec dns) {
    return Tree.fields()
        .with("server", dns.servers())
        .with("search", dns.search())
        .with("options", dns.options());
  }

  private List<Value<Fields>> mappings(List<Value<String>> localnets) {
    return localnets.stream()
        .map(
            localnet ->
                localnet.map(
                    name ->
                        Tree.of("localnet", name)
                            .with("bridge", policy.bridgeName())
                            .with("state", "present")))
        .toList();
  }
}
