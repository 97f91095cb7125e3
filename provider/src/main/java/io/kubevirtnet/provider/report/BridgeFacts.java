package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One bridge in the desired state of a policy. */
final class BridgeFacts {
  private static final String OVS = "ovs-bridge";

  private final Peek bridge;
  private final Peek policy;

  private BridgeFacts(Peek bridge, Peek policy) {
    this.bridge = bridge;
    this.policy = policy;
  }

  /**
   * @param policy the spec, with {@code desiredState} and {@code capture}
   */
  static List<BridgeFacts> all(Peek policy) {
    return interfaces(policy)
        .filter(i -> i.at("type").is("linux-bridge") || i.at("type").is(OVS))
        .map(i -> new BridgeFacts(i, policy))
        .toList();
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("bridge", over() + (isOvs() ? " (Open vSwitch)" : "")));
    made().forEach(m -> facts.add(Fact.of("makes", m)));
    ports().stream()
        .map(BridgeFacts::vlans)
        .filter(vlans -> !vlans.isEmpty())
        .distinct()
        .forEach(vlans -> facts.add(Fact.of("VLANs", vlans)));
    facts.add(Fact.of("addresses", addresses()));
    var mtu = bridge.at("mtu").isPresent() ? bridge.at("mtu") : host().at("mtu");
    if (mtu.isPresent()) {
      facts.add(Fact.of("MTU", mtu.text()));
    }
    var localnets =
        policy.at("desiredState", "ovn", "bridge-mappings").items().stream()
            .filter(m -> m.at("bridge").text().equals(name()))
            .map(m -> m.at("localnet").text())
            .collect(Collectors.joining(", "));
    if (!localnets.isEmpty()) {
      facts.add(Fact.of("localnets", localnets));
    }
    return facts;
  }

  /** {@code br1 over ens4}. */
  String over() {
    var ports =
        ports().stream()
            .map(p -> p.at("name").text())
            .filter(p -> !isOvs() || !p.equals(name()))
            .collect(Collectors.joining(", "));
    return name() + (ports.isEmpty() ? " without a port" : " over " + ports);
  }

  private String name() {
    return bridge.at("name").text();
  }

  private boolean isOvs() {
    return bridge.at("type").is(OVS);
  }

  private List<Peek> ports() {
    return bridge.at("bridge", "port").items();
  }

  /** The bonds and VLAN interfaces below it, from the cards up. */
  private List<String> made() {
    var made = new ArrayList<String>();
    ports().forEach(p -> madeOf(p.at("name").text(), made));
    ports().stream()
        .filter(p -> p.at("link-aggregation").isPresent())
        .map(p -> bond(p.at("name").text(), p.at("link-aggregation")))
        .forEach(made::add);
    return made;
  }

  private void madeOf(String name, List<String> made) {
    find(i -> i.at("name").text().equals(name) && !i.at("type").is("ovs-interface"))
        .ifPresent(
            i -> {
              if (i.at("type").is("vlan")) {
                var base = i.at("vlan", "base-iface").text();
                madeOf(base, made);
                made.add("VLAN " + i.at("vlan", "id").text() + " on " + base + ": " + name);
              } else if (i.at("type").is("bond")) {
                made.add(bond(name, i.at("link-aggregation")));
              }
            });
  }

  private static String bond(String name, Peek bond) {
    var ports =
        bond.at("port").items().stream()
            .map(p -> p.at("name").isPresent() ? p.at("name").text() : p.text())
            .collect(Collectors.joining(", "));
    return "bond " + name + " of " + ports + ", " + bond.at("mode").text();
  }

  private static String vlans(Peek port) {
    var vlan = port.at("vlan");
    if (vlan.at("mode").is("access")) {
      return vlan.at("tag").text() + " untagged only";
    }
    var tags = new ArrayList<String>();
    for (var tag : vlan.at("trunk-tags").items()) {
      var range = tag.at("id-range");
      tags.add(
          range.isPresent()
              ? range.at("min").text() + "-" + range.at("max").text()
              : tag.at("id").text());
    }
    if (tags.isEmpty()) {
      return vlan.isPresent() && vlan.fields().isEmpty() ? "no filter" : "";
    }
    return String.join(", ", tags)
        + " tagged"
        + (vlan.at("enable-native").is(true) ? ", " + vlan.at("tag").text() + " untagged" : "");
  }

  /** Where the host itself is on the bridge: inside Open vSwitch an interface of its name. */
  private Peek host() {
    return isOvs()
        ? find(i -> i.at("name").text().equals(name()) && i.at("type").is("ovs-interface"))
            .orElse(new Peek(Optional.empty()))
        : bridge;
  }

  private String addresses() {
    var families = new ArrayList<String>();
    family("IPv4", host().at("ipv4"), families);
    family("IPv6", host().at("ipv6"), families);
    return families.isEmpty() ? "none" : String.join(", ", families);
  }

  private void family(String name, Peek family, List<String> families) {
    if (family.isPresent() && !family.at("enabled").is(false)) {
      families.add(name + " " + source(family));
    }
  }

  private String source(Peek family) {
    if (family.at("dhcp").is(true)) {
      return "by DHCP";
    }
    if (family.openText().filter(t -> t.contains("{{")).isPresent()) {
      var from = policy.at("capture", "uplink").text().replaceAll(".*==\"(.*)\"", "$1");
      return "taken over from " + (from.isEmpty() ? family.text() : from);
    }
    var fixed =
        family.at("address").items().stream()
            .map(a -> a.at("ip").text() + "/" + a.at("prefix-length").text())
            .collect(Collectors.joining(", "));
    return fixed.isEmpty() ? family.text() : fixed;
  }

  private Optional<Peek> find(Predicate<Peek> wanted) {
    return interfaces(policy).filter(wanted).findFirst();
  }

  private static Stream<Peek> interfaces(Peek policy) {
    return policy.at("desiredState", "interfaces").items().stream();
  }
}
