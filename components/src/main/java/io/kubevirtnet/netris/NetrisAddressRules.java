package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.netris.TakenAddresses.Who;
import io.kubevirtnet.spec.NetrisAddressesSpec;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for addresses that are given out on a V-Net, against the facts of it. */
public final class NetrisAddressRules {
  private static final Set<Who> OTHERS = Set.of(Who.GATEWAY, Who.SUBNET, Who.USED);
  private static final Set<Who> DHCP = Set.of(Who.DHCP);

  private final Report report;
  private final Optional<VnetGateway> gateway;
  private final Optional<TakenAddresses> taken;

  private NetrisAddressRules(NetrisInputs inputs, Report report) {
    this.report = report;
    this.gateway = inputs.facts().network().known().map(VnetGateway::of);
    this.taken = gateway.map(g -> TakenAddresses.of(inputs, g));
  }

  public static void check(NetrisInputs inputs, Report report) {
    var rules = new NetrisAddressRules(inputs, report);
    report.check(inputs.spec().addresses(), rules::addresses);
    report.check(
        inputs.spec().kubeVip(),
        kubeVip ->
            new KubeVipAddressRules(kubeVip, ofMachines(inputs, rules.gateway), rules.taken, report)
                .check());
  }

  /** What the platform gives to machines; nothing where it gives none, or nobody knows yet. */
  private static Optional<MachineAddresses> ofMachines(
      NetrisInputs inputs, Optional<VnetGateway> gateway) {
    return inputs
        .spec()
        .addresses()
        .known()
        .flatMap(
            a ->
                gives(a)
                    ? Optional.of(new MachineAddresses(true, parsed(a)))
                    : gateway
                        .filter(g -> !a.ranges().isUnknown())
                        .map(g -> new MachineAddresses(false, List.of(g.hosts()))));
  }

  /** An empty list says as little as none. */
  private static boolean gives(NetrisAddressesSpec addresses) {
    return addresses.ranges().known().filter(l -> !l.isEmpty()).isPresent();
  }

  private static List<AddressRange> parsed(NetrisAddressesSpec addresses) {
    return addresses.ranges().known().orElse(List.of()).stream()
        .flatMap(r -> r.known().flatMap(AddressRange::parse).stream())
        .toList();
  }

  private void addresses(NetrisAddressesSpec addresses) {
    if (gateway.isEmpty()) {
      report.notChecked(addresses.ranges().path(), "whether they are free is known after apply");
    }
    if (addresses.ranges().isUnknown()) {
      report.notChecked(addresses.ranges().path(), "known after apply");
    } else if (gives(addresses)) {
      var good = new ArrayList<AddressRange>();
      addresses
          .ranges()
          .ifKnown(l -> l.forEach(r -> report.check(r, text -> range(r, text, good))));
    } else {
      taken.ifPresent(t -> wholeSubnet(addresses, t));
    }
  }

  private void range(Value<String> value, String text, List<AddressRange> before) {
    var parsed = AddressRange.parse(text);
    if (parsed.isEmpty()) {
      add(FactsCatalogue.RANGE, value, "is not first-last with first not above last");
      return;
    }
    var range = parsed.get();
    if (gateway.filter(g -> !g.contains(range)).isPresent()) {
      add(
          FactsCatalogue.RANGE,
          value,
          "is not inside " + taken.map(TakenAddresses::subnet).orElse("the subnet"));
      return;
    }
    if (before.stream().anyMatch(range::overlaps)) {
      add(FactsCatalogue.TAKEN, value, "shares addresses with another range");
    }
    before.add(range);
    taken.ifPresent(t -> clashes(value, range, t));
  }

  private void clashes(Value<String> value, AddressRange range, TakenAddresses taken) {
    var others = taken.in(range, OTHERS);
    if (!others.isEmpty()) {
      say(FactsCatalogue.TAKEN, value, "has " + TakenAddresses.words(others), range, taken);
    }
    var dhcp = taken.in(range, DHCP);
    if (!dhcp.isEmpty()) {
      say(FactsCatalogue.DHCP_CLASH, value, "meets " + TakenAddresses.words(dhcp), range, taken);
    }
  }

  private void say(
      Rule rule, Value<String> value, String what, AddressRange range, TakenAddresses taken) {
    var free = value.marks().secret() ? "" : taken.proposal(range);
    report.add(
        rule,
        value.path(),
        "\"" + value.shown() + "\" " + what + ".",
        free.isEmpty() ? rule.fix() : "Free of it: " + free + ".");
  }

  /** The platform leaves out the gateway and the addresses of the network as a whole by itself. */
  private void wholeSubnet(NetrisAddressesSpec addresses, TakenAddresses taken) {
    var hosts = gateway.orElseThrow().hosts();
    var free = taken.proposal(hosts);
    var fix = free.isEmpty() ? "Set ranges to what is free." : "Set ranges to " + free + ".";
    var at = addresses.ranges().path();
    var used = taken.in(hosts, Set.of(Who.USED));
    if (!used.isEmpty()) {
      report.add(FactsCatalogue.TAKEN, at, wholeSubnet(used), fix);
    }
    var dhcp = taken.in(hosts, DHCP);
    if (!dhcp.isEmpty()) {
      report.add(FactsCatalogue.DHCP_CLASH, at, wholeSubnet(dhcp), fix);
    }
  }

  private static String wholeSubnet(List<TakenAddresses.Taken> taken) {
    return "Without ranges machines get addresses of the whole subnet, also "
        + TakenAddresses.words(taken)
        + ".";
  }

  private void add(Rule rule, Value<String> value, String problem) {
    report.add(rule, value.path(), "\"" + value.shown() + "\" " + problem + ".");
  }
}
