package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of the addresses of an interface when only some of its settings are desired. */
final class IpMerge {
  private static final List<Boolean> FAMILIES = List.of(false, true);
  private static final Set<String> LIFETIMES = Set.of("valid-life-time", "preferred-life-time");

  private IpMerge() {}

  /** For the state that nmstate expects afterwards. */
  static Iface of(Iface merged, Iface desired, Iface current) {
    var result = merged;
    for (boolean v6 : FAMILIES) {
      if (result.ip(v6).isObject() && desired.ip(v6).isObject() && current.ip(v6).isObject()) {
        var whose = v6 ? desired : result;
        result = sanitized(inherited(result, desired, whose, current, v6), v6);
      }
    }
    return result;
  }

  /** For what is handed to the node. */
  static Iface forApply(Iface applied, Iface current) {
    var result = applied;
    for (boolean v6 : FAMILIES) {
      if (result.ip(v6).isObject() && current.ip(v6).isObject()) {
        var merged = inherited(result, result, result, current, v6);
        result = merged == result ? result : withoutLifetimes(merged, result, v6);
      }
    }
    return result;
  }

  /** Dynamic addresses and what a disabled stack can not have are gone. */
  static Iface sanitized(Iface iface, boolean v6) {
    var ip = iface.ip(v6);
    if (!ip.isObject()) {
      return iface;
    }
    var kept = new LinkedHashMap<>(((Fields) ip.tree().orElseThrow()).fields());
    if (ip.get("enabled").isOpen()) {
      return iface;
    }
    if (!iface.hasIp(v6)) {
      kept.keySet().removeAll(Set.of("dhcp", "autoconf", "address", "prefix-route-metric"));
    } else if (ip.get("address").isList()) {
      kept.put(
          "address",
          items(
              ip.get("address").items().stream()
                  .filter(a -> a.isOpen() || isOwn(a, v6))
                  .map(a -> a.tree().orElseThrow())
                  .toList()));
    }
    return with(iface, kept, v6);
  }

  static boolean isAuto(Iface iface, boolean v6) {
    var ip = iface.ip(v6);
    return iface.hasIp(v6) && (ip.get("dhcp").isTrue() || v6 && ip.get("autoconf").isTrue());
  }

  static boolean isStatic(Iface iface, boolean v6) {
    return iface.hasIp(v6) && !isAuto(iface, v6) && !iface.ip(v6).get("address").items().isEmpty();
  }

  /** An address with an end of its life is one that the node was given. */
  static boolean isDynamic(Part address) {
    var life = address.get("valid-life-time").text();
    return life.isPresent() && !life.get().equals("forever");
  }

  static boolean isForeign(Part address) {
    return address.get("protocol").text().filter(p -> p.startsWith("0x")).isPresent();
  }

  private static boolean isOwn(Part address, boolean v6) {
    var ip = address.get("ip").text().flatMap(IpLiteral::parse);
    boolean linkLocal = v6 && ip.filter(i -> !i.isV6() || i.isLinkLocal()).isPresent();
    return !isDynamic(address) && !isForeign(address) && !linkLocal;
  }

  private static Iface inherited(
      Iface target, Iface says, Iface addressed, Iface current, boolean v6) {
    var ip = target.ip(v6);
    var kept = new LinkedHashMap<>(((Fields) ip.tree().orElseThrow()).fields());
    var now = current.ip(v6);
    if (!says.ip(v6).get("enabled").isSet()) {
      kept.put("enabled", Tree.of(current.hasIp(v6)));
    }
    var result = with(target, kept, v6);
    if (!result.hasIp(v6)) {
      return result;
    }
    for (var setting : v6 ? List.of("dhcp", "autoconf") : List.of("dhcp")) {
      if (!says.ip(v6).get(setting).isSet()) {
        kept.remove(setting);
        now.get(setting).tree().ifPresent(t -> kept.put(setting, t));
      }
    }
    result = with(target, kept, v6);
    boolean becomesStatic =
        isAuto(current, v6)
            && now.get("address").isSet()
            && !isAuto(result, v6)
            && hasNoneOfItsOwn(addressed.ip(v6).get("address"));
    return becomesStatic
        ? with(target, put(kept, "address", now.get("address").tree()), v6)
        : result;
  }

  private static boolean hasNoneOfItsOwn(Part addresses) {
    return !addresses.isOpen()
        && addresses.items().stream()
            .allMatch(
                a ->
                    isForeign(a)
                        || isDynamic(a)
                        || a.get("ip")
                            .text()
                            .flatMap(IpLiteral::parse)
                            .filter(IpLiteral::isLinkLocal)
                            .isPresent());
  }

  /** Addresses that were dynamic stay as static ones. */
  private static Iface withoutLifetimes(Iface merged, Iface before, boolean v6) {
    var addresses = merged.ip(v6).get("address");
    if (!addresses.isList() || addresses.tree().equals(before.ip(v6).get("address").tree())) {
      return merged;
    }
    var kept =
        addresses.items().stream()
            .filter(a -> !isForeign(a))
            .map(a -> without(a.tree().orElseThrow(), LIFETIMES))
            .toList();
    return with(
        merged,
        put(
            ((Fields) merged.ip(v6).tree().orElseThrow()).fields(),
            "address",
            Optional.of(items(kept))),
        v6);
  }

  private static Tree without(Tree tree, Set<String> names) {
    if (!(tree instanceof Fields fields)) {
      return tree;
    }
    var kept = new LinkedHashMap<>(fields.fields());
    kept.keySet().removeAll(names);
    return new Fields(kept, fields.marks());
  }

  private static Map<String, Tree> put(
      Map<String, Tree> fields, String name, Optional<Tree> value) {
    var more = new LinkedHashMap<>(fields);
    value.ifPresent(v -> more.put(name, v));
    return more;
  }

  private static Items items(List<Tree> items) {
    return new Items(items, Marks.NONE);
  }

  private static Iface with(Iface iface, Map<String, Tree> ip, boolean v6) {
    return iface.with(new Fields(ip, Marks.NONE), v6 ? "ipv6" : "ipv4");
  }
}
