package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * A reported state without what can not be asked for: what nmstate only reports, leases, and
 * addresses that the kernel gives itself. What is left can be applied as it stands.
 */
public final class Cleaned {
  private static final Set<String> OF_CONTROLLER = Set.of("controller");

  private Cleaned() {}

  public static NetworkState state(NetworkState state) {
    var interfaces = new ArrayList<Tree>();
    for (var entry : Parts.objects(state.fields(), "interfaces")) {
      interfaces.add(link(entry, false));
    }
    var cleaned = Parts.without(state.fields(), "interfaces");
    for (var section : Set.of("routes", "dns-resolver", "route-rules", "hostname")) {
      var in = Parts.object(cleaned, section);
      if (in.get("running").isPresent()) {
        cleaned = cleaned.with(section, Parts.without(in, "running"));
      }
    }
    return new NetworkState(merged(interfaces, cleaned));
  }

  private static Fields merged(List<Tree> interfaces, Fields rest) {
    var all = new LinkedHashMap<String, Tree>();
    all.put("interfaces", Tree.of(interfaces));
    all.putAll(rest.fields());
    return new Fields(all, rest.marks());
  }

  /** Fit to be written into a desired state: the controller's list says whose port it is. */
  static Fields wish(Fields link) {
    return link(link, true);
  }

  private static Fields link(Fields link, boolean asWish) {
    var cleaned = new LinkedHashMap<String, Tree>();
    link.fields()
        .forEach(
            (key, value) -> {
              if (!Known.QUERY_ONLY.contains(key) && !(asWish && OF_CONTROLLER.contains(key))) {
                cleaned.put(key, value(key, value));
              }
            });
    return new Fields(cleaned, link.marks());
  }

  static Tree value(String key, Tree value) {
    if (value instanceof Fields f) {
      return key.equals("ipv4") || key.equals("ipv6") ? ip(f) : link(f, false);
    }
    return value instanceof Items l
        ? new Items(l.items().stream().map(i -> value("", i)).toList(), l.marks())
        : value;
  }

  private static Fields ip(Fields ip) {
    if (IpMerge.isDynamic(ip)) {
      // Which of the addresses are leases is not told; a static one beside DHCP is rare.
      return link(Parts.without(ip, "address"), false);
    }
    var stated = IpMerge.stated(Parts.list(ip, "address"));
    var rest = link(Parts.without(ip, "address"), false);
    boolean on = Parts.isTrue(ip, "enabled");
    // Without the key nmstate would keep whatever addresses there are.
    return on || !stated.isEmpty()
        ? rest.with("address", stated.stream().map(Cleaned::address).toList())
        : rest;
  }

  /** Where it came from can not be asked for. */
  private static Tree address(Tree address) {
    return address instanceof Fields f ? Parts.only(f, Set.of("ip", "prefix-length")) : address;
  }
}
