package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.spec.BridgePortSpec;
import io.kubevirtnet.spec.IpSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import java.util.List;

/** The rules for the addresses of a bridge on one group of nodes. */
record AddressRules(BridgePolicy policy, Report report) {
  /** Every node has its own value of it. */
  private static final String ONE_NODE = "kubernetes.io/hostname";

  void check() {
    family(policy.ipv4(), true);
    family(policy.ipv6(), true);
    policy
        .spec()
        .ports()
        .known()
        .orElse(List.of())
        .forEach(p -> p.known().filter(OvsBridge::isInternal).ifPresent(this::internal));
    if (policy.macAddress().isGiven()) {
      oneForMany(policy.macAddress());
    }
    takeover();
  }

  private void internal(BridgePortSpec port) {
    family(port.ipv4(), false);
    family(port.ipv6(), false);
  }

  private void family(Value<IpSpec> given, boolean ofBridge) {
    report.check(
        given,
        ip -> {
          report.check(ip.mode(), mode -> mode(ip, mode));
          boolean taken = Takeover.isFromUplink(given);
          if (taken && !(ofBridge && policy.uplink().isGiven())) {
            wrong(ip.mode(), "There is no uplink to take addresses from.");
          }
          addresses(ip);
        });
  }

  private void mode(IpSpec ip, IpMode mode) {
    boolean fixed = mode == IpMode.Static;
    boolean some = ip.addresses().isGiven();
    if (fixed != some) {
      wrong(
          some ? ip.addresses() : ip.mode(),
          some ? "addresses are set in mode " + mode.wire() + "." : "Mode static needs addresses.");
    }
    if (fixed && ip.addresses().known().filter(List::isEmpty).isPresent()) {
      wrong(ip.addresses(), "Mode static needs addresses.");
    }
    if (mode != IpMode.Dhcp) {
      List.<Value<?>>of(
              ip.autoDns(), ip.autoGateway(), ip.autoRoutes(), ip.routeTable(), ip.routeMetric())
          .stream()
          .filter(Value::isGiven)
          .forEach(o -> wrong(o, "This is an option of mode dhcp."));
    }
  }

  private void wrong(Value<?> at, String what) {
    report.add(AddressCatalogue.MODE, at.path(), what);
  }

  private void addresses(IpSpec ip) {
    report.check(
        ip.addresses(),
        all ->
            all.forEach(
                a ->
                    report.require(
                        a,
                        text -> IpNetwork.parse(text).isPresent(),
                        AddressCatalogue.ADDRESS,
                        "\"" + a.shown() + "\" is not an address with its prefix length.")));
    if (ip.addresses().known().filter(all -> !all.isEmpty()).isPresent()) {
      oneForMany(ip.addresses());
    }
  }

  private void oneForMany(Value<?> at) {
    policy
        .nodes()
        .filter(nodes -> !nodes.labels().containsKey(ONE_NODE))
        .ifPresent(
            nodes ->
                report.add(
                    AddressCatalogue.ONE_FOR_MANY,
                    at.path(),
                    "It is set on " + (isSecret() ? "nodes with [secret]" : nodes) + "."));
  }

  private boolean isSecret() {
    return Tree.of(policy.nodeSelector()).allMarks().secret();
  }

  private void takeover() {
    var uplink = policy.uplink();
    var from = uplink.spec().flatMap(UplinkSpec::addressFrom);
    boolean wanted = policy.takeover().isWanted();
    if (!wanted && policy.takeover().isOpen()) {
      return;
    }
    boolean keeps = policy.takeover().keepRoutes().known().orElse(false);
    if (keeps && (!wanted || policy.spec().routes().isGiven())) {
      refuse(
          AddressCatalogue.ROUTES,
          policy.takeover().keepRoutes(),
          wanted ? "routes are set, too." : "No addresses are taken from the uplink.");
    }
    from.ifKnown(
        name -> {
          var members = uplink.members();
          boolean open = members.stream().anyMatch(Value::isUnknown);
          boolean stays =
              members.stream().noneMatch(m -> m.known().filter(name::equals).isPresent());
          if (!wanted) {
            refuse(AddressCatalogue.SOURCE, from, "No addresses are taken from the uplink.");
          } else if (stays && !open) {
            refuse(AddressCatalogue.SOURCE, from, from.shown() + " keeps its addresses.");
          }
        });
    if (wanted && !keeps) {
      report.notChecked(
          uplink.spec().path(),
          "whether static routes over "
              + uplink.addressSource().shown()
              + " are lost (keepRoutes moves them)");
    }
  }

  private void refuse(Rule rule, Value<?> at, String what) {
    report.add(rule, at.path(), what);
  }
}
