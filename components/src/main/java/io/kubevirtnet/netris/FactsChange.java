package io.kubevirtnet.netris;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.spec.NetrisServerClusterSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What follows for nodes and virtual machines when the facts that a network is made by are others
 * than before. A fact that is not known on both sides says nothing. Used addresses come and go with
 * machines, and nothing follows from them.
 */
public final class FactsChange {
  private final MadeNetwork before;
  private final MadeNetwork after;
  private final BridgeMove move;
  private final RunningMachines machines;
  private final List<Finding> findings = new ArrayList<>();

  private FactsChange(MadeNetwork before, MadeNetwork after, RunningMachines machines) {
    this.before = before;
    this.after = after;
    this.machines = machines;
    this.move = new BridgeMove(before, after, machines);
  }

  /** The worst first, and then in the order of the inputs and facts. */
  public static List<Finding> between(
      NetrisServerClusterSpec before, NetrisServerClusterSpec after, RunningMachines machines) {
    return between(MadeNetwork.of(before), MadeNetwork.of(after), machines);
  }

  static List<Finding> between(MadeNetwork before, MadeNetwork after, RunningMachines machines) {
    var change = new FactsChange(before, after, machines);
    change.network();
    change.ids();
    change.bridge();
    change.gateway();
    change.findings.addAll(MemberChange.between(before, after, machines));
    change.names();
    change.dhcp();
    return change.findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  private void network() {
    changed(
        before.serverCluster(),
        after.serverCluster(),
        (b, a) ->
            moved(
                after.serverCluster().path(),
                "The server cluster " + b + " becomes " + a + ", which is another network."));
    changed(
        before.hostModel(),
        after.hostModel(),
        (b, a) -> moved(after.hostModel().path(), "The host model " + b + " becomes " + a + "."));
  }

  private void ids() {
    changed(
        before.facts().vlan(),
        after.facts().vlan(),
        (b, a) -> {
          if (after.is(HostModel.Trunk)) {
            moved(after.fact("vlan"), move.vlan(b, a));
          } else {
            harmless("vlan", "VLAN " + b + " becomes " + a + "; nothing is made by it here.");
          }
        });
    changed(
        before.facts().vxlan(),
        after.facts().vxlan(),
        (b, a) -> {
          if (after.is(HostModel.EvpnOnHost)) {
            moved(after.fact("vxlan"), "VXLAN " + b + " becomes " + a + ".");
          } else {
            harmless("vxlan", "VXLAN " + b + " becomes " + a + ", which is in the fabric only.");
          }
        });
    changed(before.facts().vnet(), after.facts().vnet(), this::vnet);
  }

  /** An id that stays tells that only the name is another. */
  private void vnet(String b, String a) {
    var what = "The V-Net " + b + " becomes " + a;
    boolean same =
        isSame(before.facts().vxlan(), after.facts().vxlan())
            || isSame(before.facts().vlan(), after.facts().vlan());
    if (same) {
      harmless("vnet", what + ", and is the same network.");
    } else {
      moved(
          after.fact("vnet"), what + ": machines on one of them do not reach those on the other.");
    }
  }

  private static boolean isSame(Value<Integer> b, Value<Integer> a) {
    return b.known().isPresent() && b.known().equals(a.known());
  }

  private void bridge() {
    if (move.isSilent()) {
      moved(after.bridge().path(), "");
    }
  }

  private void gateway() {
    changed(
        before.facts().network(),
        after.facts().network(),
        (b, a) -> {
          var keep = machines.existing() + " keep";
          var subnets = before.facts().subnet().known().equals(after.facts().subnet().known());
          findings.add(
              finding(
                  FactsChangeCatalogue.GATEWAY_CHANGED,
                  after.fact("gateway"),
                  subnets
                      ? "The gateway "
                          + before.facts().gateway().shown()
                          + " becomes "
                          + after.facts().gateway().shown()
                          + ": "
                          + keep
                          + " the old one, and lose their way out; new ones get the new one."
                      : "The subnet "
                          + before.facts().subnet().shown()
                          + " becomes "
                          + after.facts().subnet().shown()
                          + ": "
                          + keep
                          + " addresses of the old one; new ones get new ones.",
                  FactsChangeCatalogue.GATEWAY_CHANGED.fix()));
        });
  }

  private void names() {
    changed(
        before.facts().vpc(),
        after.facts().vpc(),
        (b, a) -> harmless("vpc", "The VPC " + b + " becomes " + a + "."));
    changed(
        before.facts().site(),
        after.facts().site(),
        (b, a) -> harmless("site", "The site " + b + " becomes " + a + "."));
  }

  private void dhcp() {
    Listed.between(before.facts().dhcpTexts(), after.facts().dhcpTexts())
        .words()
        .ifPresent(words -> harmless("dhcpRanges", "By DHCP Netris gives out " + words + "."));
  }

  private void moved(PropertyPath path, String what) {
    var all = move.isSaid() ? what : (what + " " + move.words()).strip();
    findings.add(finding(FactsChangeCatalogue.MOVED, path, all, move.fix()));
    move.said();
  }

  private void harmless(String fact, String what) {
    findings.add(
        finding(
            FactsChangeCatalogue.HARMLESS,
            after.fact(fact),
            what,
            FactsChangeCatalogue.HARMLESS.fix()));
  }

  private static Finding finding(Rule rule, PropertyPath path, String what, String fix) {
    return Finding.of(rule, path, what, fix);
  }

  private static <T> void changed(
      Value<T> before, Value<T> after, BiConsumer<String, String> change) {
    if (!before.isUnknown() && !after.isUnknown() && !before.known().equals(after.known())) {
      change.accept(before.shown(), after.shown());
    }
  }
}
