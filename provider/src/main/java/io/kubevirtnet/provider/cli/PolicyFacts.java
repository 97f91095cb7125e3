package io.kubevirtnet.provider.cli;

import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.preview.PlannedResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a policy does to its nodes. */
final class PolicyFacts {
  private final Peek spec;

  private PolicyFacts(Peek spec) {
    this.spec = spec;
  }

  /** Those of an object, or of the inputs of a NodeNetworkPolicy, which say the same. */
  static PolicyFacts of(PlannedResource resource) {
    var inputs = Peek.of(resource.inputs());
    return new PolicyFacts(resource.kind().equals(HostPolicy.KIND) ? inputs.at("spec") : inputs);
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    for (var bridge : bridges()) {
      facts.add(Fact.of("bridge", over(bridge)));
      ports(bridge).stream()
          .map(PolicyFacts::vlans)
          .filter(vlans -> !vlans.isEmpty())
          .distinct()
          .forEach(vlans -> facts.add(Fact.of("VLANs", vlans)));
      facts.add(Fact.of("addresses", addresses(bridge)));
      if (bridge.at("mtu").isPresent()) {
        facts.add(Fact.of("MTU", bridge.at("mtu").text()));
      }
    }
    facts.add(Fact.of("on", nodes() + ", " + atATime("")));
    return facts;
  }

  /** {@code bridge br1 over ens4 on nodes with rack=a (1 node at a time)}, for each bridge. */
  List<String> phrases() {
    return bridges().stream()
        .map(
            b ->
                "bridge "
                    + over(b)
                    + " on "
                    + nodes()
                    + " ("
                    + atATime("node ").replace(' ', Paragraph.FIRM_SPACE)
                    + ")")
        .toList();
  }

  private List<Peek> bridges() {
    return spec.at("desiredState", "interfaces").items().stream()
        .filter(i -> i.at("type").is("linux-bridge"))
        .toList();
  }

  private static List<Peek> ports(Peek bridge) {
    return bridge.at("bridge", "port").items();
  }

  private static String over(Peek bridge) {
    var ports =
        ports(bridge).stream().map(p -> p.at("name").text()).collect(Collectors.joining(", "));
    return bridge.at("name").text() + (ports.isEmpty() ? " without a port" : " over " + ports);
  }

  private static String vlans(Peek port) {
    var tags = new ArrayList<String>();
    for (var tag : port.at("vlan", "trunk-tags").items()) {
      var range = tag.at("id-range");
      tags.add(
          range.isPresent()
              ? range.at("min").text() + "-" + range.at("max").text()
              : tag.at("id").text());
    }
    return tags.isEmpty() ? "" : String.join(", ", tags) + " tagged";
  }

  private static String addresses(Peek bridge) {
    var families = new ArrayList<String>();
    family("IPv4", bridge.at("ipv4"), families);
    family("IPv6", bridge.at("ipv6"), families);
    return families.isEmpty() ? "none" : String.join(", ", families);
  }

  private static void family(String name, Peek family, List<String> families) {
    if (family.isPresent() && !family.at("enabled").is(false)) {
      families.add(name + (family.at("dhcp").is(true) ? " by DHCP" : " " + family.text()));
    }
  }

  private String nodes() {
    var selector = spec.at("nodeSelector");
    Map<String, String> labels = new LinkedHashMap<>();
    selector.fields().forEach((key, value) -> labels.put(key, value.text()));
    return labels.isEmpty() && !selector.text().isEmpty() && selector.fields().isEmpty()
        ? "nodes with " + selector.text()
        : new NodeSelector(labels).toString();
  }

  private String atATime(String noun) {
    var limit = spec.at("maxUnavailable").text();
    var number = limit.isEmpty() ? "50%" : limit;
    var what = number.endsWith("%") && !noun.isEmpty() ? "of the nodes " : plural(number, noun);
    return number + " " + what + "at a time";
  }

  private static String plural(String number, String noun) {
    return noun.isEmpty() || number.equals("1") ? noun : noun.strip() + "s ";
  }
}
