package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules for pinned facts beside those of the controller. What something is called or made by
 * has to be the same; addresses and members come and go. A fact that one of them does not have is
 * not compared.
 */
final class PinnedRules {
  private final Value<NetrisFactsSpec> pinned;
  private final Value<NetrisFactsSpec> live;
  private final List<Finding> changes;
  private final Report report;

  private PinnedRules(
      Value<NetrisFactsSpec> pinned,
      Value<NetrisFactsSpec> live,
      List<Finding> changes,
      Report report) {
    this.pinned = pinned;
    this.live = live;
    this.changes = changes;
    this.report = report;
  }

  static void check(NetrisInputs inputs, Report report) {
    var pinned = inputs.spec().facts();
    var live = inputs.answer().flatMap(NetrisAnswer::facts);
    pinned.ifBothKnown(
        live,
        (p, l) -> {
          Value<NetrisFactsSpec> there = new Value.Known<>(pinned.path(), l, live.marks());
          var changes =
              FactsChange.between(
                  MadeNetwork.of(inputs, pinned),
                  MadeNetwork.of(inputs, there),
                  RunningMachines.UNKNOWN);
          new PinnedRules(pinned, there, changes, report).check();
        });
  }

  private void check() {
    var p = new ServerClusterFacts(pinned);
    var l = new ServerClusterFacts(live);
    named(p.vnet(), l.vnet(), "vnet");
    named(p.network(), l.network(), "gateway");
    named(p.vlan(), l.vlan(), "vlan");
    named(p.vxlan(), l.vxlan(), "vxlan");
    outOfDate(p.vpc(), l.vpc(), "vpc");
    outOfDate(p.site(), l.site(), "site");
    outOfDate(Listed.between(p.dhcpTexts(), l.dhcpTexts()), "dhcpRanges");
    outOfDate(Listed.between(p.usedTexts(), l.usedTexts()), "usedAddresses");
    members();
  }

  private <T> void named(Value<T> mine, Value<T> theirs, String fact) {
    mine.ifKnown(
        m -> {
          if (theirs.isAbsent()) {
            report.notChecked(at(fact), "the controller does not say it");
          } else if (theirs.known().filter(t -> !t.equals(m)).isPresent()) {
            report.add(
                FactsChangeCatalogue.PINNED,
                at(fact),
                differing(mine, theirs),
                "Pin " + theirs.shown() + "." + consequence(at(fact)));
          }
        });
  }

  private String consequence(PropertyPath path) {
    var what =
        changes.stream()
            .filter(f -> f.path().equals(path))
            .map(Finding::what)
            .collect(Collectors.joining(" "));
    return what.isEmpty() ? "" : " Then: " + what;
  }

  private <T> void outOfDate(Value<T> mine, Value<T> theirs, String fact) {
    mine.ifBothKnown(
        theirs,
        (m, t) -> {
          if (!m.equals(t)) {
            report.add(FactsChangeCatalogue.PINNED_OUT_OF_DATE, at(fact), differing(mine, theirs));
          }
        });
  }

  private void outOfDate(Listed list, String fact) {
    list.words()
        .ifPresent(
            words ->
                report.add(
                    FactsChangeCatalogue.PINNED_OUT_OF_DATE,
                    at(fact),
                    "The controller says " + words + "."));
  }

  /** A server that is gone, or carries the V-Net otherwise, is as bad here as in a change. */
  private void members() {
    for (var change : changes) {
      if (change.path().equals(at("servers"))) {
        if (change.code().equals(FactsChangeCatalogue.HARMLESS.code())) {
          report.add(FactsChangeCatalogue.PINNED_OUT_OF_DATE, change.path(), change.what());
        } else {
          report.add(change);
        }
      }
    }
  }

  private static String differing(Value<?> mine, Value<?> theirs) {
    return mine.shown() + " is pinned, and the controller says " + theirs.shown() + ".";
  }

  private PropertyPath at(String fact) {
    return pinned.path().child(fact);
  }
}
