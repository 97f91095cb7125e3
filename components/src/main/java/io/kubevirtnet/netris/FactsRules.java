package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rules for facts themselves, and for pinned ones beside those of a controller. */
public final class FactsRules {
  private static final String WRONG_IN_NETRIS =
      "Correct it in Netris, or pin the right one with facts.";

  private final NetrisFactsSpec facts;
  private final Report report;

  private FactsRules(NetrisFactsSpec facts, Report report) {
    this.facts = facts;
    this.report = report;
  }

  /** Pinned ones at themselves; those of a controller at the server cluster that was asked for. */
  public static void check(NetrisInputs inputs, Report report) {
    var spec = inputs.spec();
    if (spec.facts().isGiven()) {
      check(spec.facts(), report);
      PinnedRules.check(inputs, report);
    } else {
      inputs.facts().spec().ifKnown(facts -> live(facts, spec.serverCluster().path(), report));
    }
  }

  private static void live(NetrisFactsSpec facts, PropertyPath place, Report report) {
    var said = new Report();
    new FactsRules(facts, said).check();
    report.addAll(said.moved(f -> f.at(place).withFix(WRONG_IN_NETRIS), p -> place));
  }

  /** Facts at their own place. */
  public static void check(Value<NetrisFactsSpec> facts, Report report) {
    report.check(facts, f -> new FactsRules(f, report).check());
  }

  /** Those of them that can not be lowered. */
  public static void refusals(Value<NetrisFactsSpec> facts, Report report) {
    var all = new Report();
    check(facts, all);
    var fixed = FactsCatalogue.ALL.stream().filter(Rule::fixed).map(Rule::code).toList();
    report.addAll(all.only(f -> fixed.contains(f.code())));
  }

  private void check() {
    report.refuse(facts.gateway(), VnetGateway::problem, FactsCatalogue.GATEWAY);
    report.check(
        facts.vlan(),
        id -> {
          if (!VlanId.isValid(id)) {
            add(FactsCatalogue.VLAN, facts.vlan(), " is not a VLAN id.");
          }
        });
    report.check(
        facts.vxlan(),
        id -> {
          if (!VxlanId.isValid(id)) {
            add(FactsCatalogue.VXLAN, facts.vxlan(), " is not a VXLAN id.");
          }
        });
    var gateway = facts.gateway().known().flatMap(VnetGateway::parse);
    each(facts.dhcpRanges(), range -> range(range, gateway));
    each(facts.usedAddresses(), address -> used(address, gateway));
    members();
  }

  private void each(Value<List<Value<String>>> list, Consumer<Value<String>> check) {
    report.check(list, all -> all.forEach(v -> report.check(v, text -> check.accept(v))));
  }

  private void range(Value<String> text, Optional<VnetGateway> gateway) {
    var range = text.known().flatMap(AddressRange::parse);
    if (range.isEmpty()) {
      add(FactsCatalogue.ADDRESS, text, " is not first-last with first not above last.");
    } else {
      inside(text, range.get(), gateway);
    }
  }

  private void used(Value<String> text, Optional<VnetGateway> gateway) {
    var address = text.known().flatMap(AddressText::parse);
    if (address.isEmpty()) {
      add(FactsCatalogue.ADDRESS, text, " is not an address.");
    } else {
      inside(text, address.get(), gateway);
    }
  }

  private void inside(Value<String> text, AddressRange range, Optional<VnetGateway> gateway) {
    gateway
        .filter(g -> !g.contains(range))
        .ifPresent(
            g ->
                add(
                    FactsCatalogue.ADDRESS,
                    text,
                    " is not inside " + shownSubnet(facts.gateway(), g) + "."));
  }

  private void members() {
    var names = new HashSet<String>();
    report.check(
        facts.servers(),
        servers -> servers.forEach(s -> report.check(s, server -> member(server.name(), names))));
  }

  private void member(Value<String> name, Set<String> before) {
    report.check(
        name,
        text -> {
          if (!before.add(text)) {
            add(FactsCatalogue.MEMBER_TWICE, name, " is listed twice.");
          }
        });
  }

  /** The subnet, unless the gateway is a secret. */
  static String shownSubnet(Value<String> gateway, VnetGateway parsed) {
    return gateway.map(g -> parsed.shownSubnet()).shown();
  }

  private void add(Rule rule, Value<?> value, String problem) {
    boolean text = value.known().filter(String.class::isInstance).isPresent();
    var shown = text ? "\"" + value.shown() + "\"" : value.shown();
    report.add(rule, value.path(), shown + problem);
  }
}
