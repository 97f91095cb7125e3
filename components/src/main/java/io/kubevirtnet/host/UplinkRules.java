package io.kubevirtnet.host;

import io.kubevirtnet.enums.BondMode;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.spec.BondSpec;
import io.kubevirtnet.spec.SriovSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;

/** The rules for the uplink of a bridge on one group of nodes. */
final class UplinkRules {
  private final BridgePolicy policy;
  private final Uplink uplink;
  private final UplinkSpec spec;
  private final Report report;

  private UplinkRules(BridgePolicy policy, UplinkSpec spec, Report report) {
    this.policy = policy;
    this.uplink = policy.uplink();
    this.spec = spec;
    this.report = report;
  }

  static void check(BridgePolicy policy, Report report) {
    report.check(policy.uplink().spec(), spec -> new UplinkRules(policy, spec, report).check());
  }

  private void check() {
    if (spec.nic().isGiven() == spec.bond().isGiven()) {
      report.add(
          PortCatalogue.UPLINK_CHOICE,
          spec.bond().isGiven() ? spec.bond().path() : spec.path(),
          spec.bond().isGiven() ? "nic and bond are both set." : "Neither nic nor bond is set.");
    }
    InterfaceRules.port(policy.bridgeName(), spec.nic(), report);
    report.check(spec.bond(), this::bond);
    vlan();
    sriov();
    PortRules.filter(spec.vlan(), report);
    PortRules.stp(policy, spec.stpPathCost(), spec.stpPriority(), spec.hairpin(), report);
  }

  private void bond(BondSpec bond) {
    InterfaceRules.made(bond.name(), report);
    bondPorts(policy, bond.ports(), report);
    report.require(
        bond.mode(),
        mode -> mode != BondMode.BalanceAlb && mode != BondMode.BalanceTlb,
        PortCatalogue.BOND_MODE,
        bond.mode().shown() + " is a mode for the host's own addresses only.");
    InterfaceRules.macChoice(bond.macAddress(), bond.copyMacFrom(), report);
  }

  static void bondPorts(BridgePolicy policy, Value<List<Value<String>>> ports, Report report) {
    report.require(
        ports,
        all -> all.size() > 1,
        PortCatalogue.BOND_PORTS,
        "The bond has " + ports.known().map(List::size).orElse(0) + " of them.");
    ports.ifKnown(
        all -> all.forEach(port -> InterfaceRules.port(policy.bridgeName(), port, report)));
  }

  private void vlan() {
    if (spec.vlanName().isGiven() && spec.vlanId().isAbsent()) {
      report.add(
          PortCatalogue.VLAN_NAME, spec.vlanName().path(), "vlanName is set without vlanId.");
    }
    InterfaceRules.made(spec.vlanName(), report);
    if (spec.vlanName().isAbsent() && spec.vlanId().isGiven()) {
      var name = uplink.vlanName();
      report.check(
          name,
          n -> {
            boolean tooLong = InterfaceName.problem(n).isPresent();
            boolean ownProblem = uplink.base().known().flatMap(InterfaceName::problem).isPresent();
            if (tooLong && !ownProblem) {
              report.add(
                  PortCatalogue.VLAN_NAME,
                  spec.vlanId().path(),
                  "\"" + name.shown() + "\" has more than 15 bytes.");
            }
          });
    }
  }

  private void sriov() {
    report.check(
        spec.sriov(),
        sriov -> {
          if (spec.bond().isGiven()) {
            report.add(
                PortCatalogue.SRIOV, spec.sriov().path(), "A bond has no virtual functions.");
          }
          functions(sriov);
        });
  }

  private void functions(SriovSpec sriov) {
    report.require(
        sriov.totalVfs(),
        total -> total >= 0,
        PortCatalogue.SRIOV,
        sriov.totalVfs().shown() + " is not a number of functions.");
    var seen = new HashSet<Integer>();
    sriov
        .vfs()
        .known()
        .orElse(List.of())
        .forEach(
            vf ->
                vf.ifKnown(
                    f -> {
                      InterfaceRules.mac(f.macAddress(), report);
                      report.check(f.id(), id -> function(f.id(), id, sriov, seen));
                    }));
  }

  private void function(Value<Integer> at, int id, SriovSpec sriov, HashSet<Integer> seen) {
    boolean beyond = id < 0 || sriov.totalVfs().known().filter(total -> id >= total).isPresent();
    if (beyond || !seen.add(id)) {
      report.add(
          PortCatalogue.SRIOV,
          at.path(),
          beyond
              ? "There is no function " + at.shown() + " of " + sriov.totalVfs().shown() + "."
              : "Function " + at.shown() + " is listed twice.");
    }
  }
}
