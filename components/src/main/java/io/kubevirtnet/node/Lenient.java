package io.kubevirtnet.node;

import io.kubevirtnet.link.IpText;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two written values mean the same to nmstate: numbers and booleans may be texts, a MAC
 * address has no case, an IP address has many notations, and some lists have no order.
 */
final class Lenient {
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5,19}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]\\+?\\d+)?");
  private static final Pattern IP = Pattern.compile("[0-9A-Fa-f.:]+(/\\d{1,3})?");

  /** Lists whose order says nothing. */
  private static final Set<String> SETS =
      Set.of("address", "port", "ports", "ports-config", "trunk-tags", "vfs", "bridge-mappings");

  /** Choices of bonds and bridges that may be written as the kernel's number. */
  private static final Map<String, List<String>> NUMBERED =
      Map.ofEntries(
          Map.entry(
              "mode",
              List.of(
                  "balance-rr",
                  "active-backup",
                  "balance-xor",
                  "broadcast",
                  "802.3ad",
                  "balance-tlb",
                  "balance-alb")),
          Map.entry("ad_select", List.of("stable", "bandwidth", "count")),
          Map.entry("lacp_rate", List.of("slow", "fast")),
          Map.entry("all_slaves_active", List.of("dropped", "delivered")),
          Map.entry("arp_all_targets", List.of("any", "all")),
          Map.entry(
              "arp_validate",
              List.of(
                  "none", "active", "backup", "all", "filter", "filter_active", "filter_backup")),
          Map.entry("fail_over_mac", List.of("none", "active", "follow")),
          Map.entry("primary_reselect", List.of("always", "better", "failure")),
          Map.entry(
              "xmit_hash_policy",
              List.of("layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4", "vlan+srcmac")),
          Map.entry("multicast-router", List.of("disabled", "auto", "enabled")));

  private Lenient() {}

  static boolean isTrue(String text) {
    return TRUE.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Both have the same keys and mean the same at each. */
  static boolean same(String key, Tree a, Tree b) {
    if (a == b) {
      return true;
    }
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return sameScalar(key, x.value(), y.value());
    }
    if (a instanceof Items x && b instanceof Items y) {
      return sameList(key, x.items(), y.items());
    }
    if (a instanceof Fields x && b instanceof Fields y) {
      return x.fields().keySet().equals(y.fields().keySet())
          && x.fields().entrySet().stream()
              .allMatch(
                  e ->
                      y.get(e.getKey())
                          .filter(other -> same(e.getKey(), e.getValue(), other))
                          .isPresent());
    }
    return a instanceof Unknown && b instanceof Unknown;
  }

  private static boolean sameScalar(String key, Object a, Object b) {
    if (a.equals(b)) {
      return true;
    }
    if (a instanceof Boolean || b instanceof Boolean) {
      var x = text(a).toLowerCase(Locale.ROOT);
      var y = text(b).toLowerCase(Locale.ROOT);
      return TRUE.contains(x) && TRUE.contains(y) || FALSE.contains(x) && FALSE.contains(y);
    }
    return canonical(key, text(a)).equals(canonical(key, text(b)));
  }

  private static boolean sameList(String key, List<Tree> a, List<Tree> b) {
    if (a.size() != b.size()) {
      return false;
    }
    if (SETS.contains(key)) {
      var rest = b.stream().map(t -> canonical(key, t)).sorted().toList();
      return a.stream().map(t -> canonical(key, t)).sorted().toList().equals(rest);
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(key, a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** One text for everything that means the same. */
  static String canonical(String key, Tree tree) {
    if (tree instanceof Scalar s) {
      return canonical(key, text(s.value()));
    }
    if (tree instanceof Items l) {
      var items = l.items().stream().map(t -> canonical(key, t));
      return (SETS.contains(key) ? items.sorted() : items)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (tree instanceof Fields f) {
      var range = f.get("id-range");
      if (range.isPresent() && range.get() instanceof Fields r) {
        var min = Parts.text(r, "min");
        if (min.isPresent() && min.equals(Parts.text(r, "max"))) {
          return "{id=" + min.get() + "}";
        }
      }
      return f.fields().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(e -> e.getKey() + "=" + canonical(e.getKey(), e.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return "?";
  }

  private static String canonical(String key, String text) {
    var names = NUMBERED.get(key);
    if (names != null && text.length() == 1 && Character.isDigit(text.charAt(0))) {
      int i = text.charAt(0) - '0';
      return i < names.size() ? names.get(i) : text;
    }
    if (text.startsWith("0x")) {
      return hexadecimal(text);
    }
    if (MAC.matcher(text).matches()) {
      return text.toUpperCase(Locale.ROOT);
    }
    return (text.indexOf(':') >= 0 || text.indexOf('.') >= 0) && IP.matcher(text).matches()
        ? address(text)
        : text;
  }

  private static String hexadecimal(String text) {
    try {
      return String.valueOf(Long.parseLong(text.substring(2), 16));
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }

  private static String address(String text) {
    int slash = text.indexOf('/');
    var ip = slash < 0 ? text : text.substring(0, slash);
    return IpText.address(ip)
        .map(a -> a.toCanonicalString() + (slash < 0 ? "" : text.substring(slash)))
        .orElse(text);
  }

  /** As it would be written; 1500.0 is 1500. */
  static String text(Object scalar) {
    if (scalar instanceof Double d) {
      return d == Math.rint(d) && Math.abs(d) < 1e15
          ? String.valueOf(d.longValue())
          : BigDecimal.valueOf(d).toPlainString();
    }
    var text = String.valueOf(scalar);
    return NUMBER.matcher(text).matches() && text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text;
  }
}
