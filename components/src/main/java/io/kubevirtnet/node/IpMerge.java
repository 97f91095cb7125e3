package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * What an interface has as {@code ipv4} or {@code ipv6} after a desired one: nmstate takes {@code
 * enabled} and {@code dhcp} from the node where they are left out, forgets all that is disabled,
 * and makes dynamic addresses static where DHCP goes off and no other ones are given.
 */
final class IpMerge {
  private static final Fields OFF = Tree.of("enabled", false);
  private static final Set<String> OF_DHCP =
      Set.of(
          "auto-dns",
          "auto-gateway",
          "auto-routes",
          "auto-route-table-id",
          "auto-route-metric",
          "dhcp-client-id",
          "dhcp-duid",
          "dhcp-send-hostname",
          "dhcp-custom-hostname");

  private IpMerge() {}

  static boolean isDynamic(Fields ip) {
    return Parts.isTrue(ip, "dhcp") || Parts.isTrue(ip, "autoconf");
  }

  static Fields of(Fields current, Fields desired) {
    boolean wasOn = Parts.isTrue(current, "enabled");
    boolean unknown = desired.get("enabled").orElse(OFF) instanceof Unknown;
    boolean on =
        unknown || (desired.get("enabled").isPresent() ? Parts.isTrue(desired, "enabled") : wasOn);
    if (!on) {
      return wasOn || current.get("enabled").isEmpty() ? OFF : current;
    }
    var before = wasOn ? current : Fields.EMPTY;
    var merged = Merge.fields(before, Parts.without(desired, "address"));
    merged = enabled(before, merged, unknown);
    merged = addresses(before, desired, merged);
    return isDynamic(merged) || merged.hasUnknown() ? merged : Parts.without(merged, OF_DHCP);
  }

  private static Fields enabled(Fields before, Fields merged, boolean unknown) {
    return unknown || Parts.isTrue(before, "enabled") ? merged : first("enabled", merged);
  }

  private static Fields first(String key, Fields rest) {
    var fields = new LinkedHashMap<String, Tree>();
    fields.put(key, Tree.of(true));
    fields.putAll(rest.fields());
    return new Fields(fields, rest.marks());
  }

  private static Fields addresses(Fields before, Fields desired, Fields merged) {
    boolean was = isDynamic(before);
    boolean is = isDynamic(merged);
    var wanted = desired.get("address");
    if (wanted.isEmpty()) {
      return is && !was ? Parts.without(merged, "address") : merged;
    }
    if (!(wanted.get() instanceof Items items)) {
      return merged.with("address", wanted.get());
    }
    var stated = stated(items.items());
    var have = Parts.list(before, "address");
    if (was && (is ? contains(have, stated) : stated.isEmpty())) {
      return merged;
    }
    var after = was && is ? union(have, stated) : union(linkLocal(have), stated);
    return sameAddresses(have, after)
        ? merged
        : merged.with("address", new Items(after, items.marks()));
  }

  /** What nmstate takes for meant: no lease, and nothing that the kernel gives itself. */
  static List<Tree> stated(List<Tree> addresses) {
    return addresses.stream()
        .filter(a -> !(a instanceof Fields f) || f.get("valid-life-time").isEmpty())
        .filter(a -> !isLinkLocal(a))
        .toList();
  }

  private static List<Tree> linkLocal(List<Tree> addresses) {
    return addresses.stream().filter(IpMerge::isLinkLocal).toList();
  }

  private static boolean isLinkLocal(Tree address) {
    return address instanceof Fields f
        && Parts.text(f, "ip").filter(ip -> ip.regionMatches(true, 0, "fe80:", 0, 5)).isPresent();
  }

  private static boolean sameAddresses(List<Tree> a, List<Tree> b) {
    return a.size() == b.size() && contains(a, b);
  }

  private static boolean contains(List<Tree> addresses, List<Tree> others) {
    var have = addresses.stream().map(IpMerge::text).toList();
    return others.stream().allMatch(o -> have.contains(text(o)));
  }

  private static List<Tree> union(List<Tree> have, List<Tree> more) {
    var known = have.stream().map(IpMerge::text).toList();
    var all = new ArrayList<>(have);
    more.stream().filter(a -> !known.contains(text(a))).forEach(all::add);
    return all;
  }

  /** {@code 192.0.2.7/24}, in the canonical notation. */
  static String text(Tree address) {
    if (!(address instanceof Fields f)) {
      return address instanceof Unknown ? "(known after apply)" : "?";
    }
    return f.get("ip").map(ip -> Lenient.canonical("ip", ip)).orElse("?")
        + "/"
        + Parts.text(f, "prefix-length").orElse("?");
  }
}
