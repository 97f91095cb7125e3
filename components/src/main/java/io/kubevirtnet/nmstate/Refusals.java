package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says what nmstate would say.
 *
 * @param alone the node is not known: nmstate then judges the desired state by itself
 * @param open the desired state has interfaces that nobody can name yet
 */
record Refusals(Report report, boolean alone, boolean open, Set<Upstream> said) {

  Refusals(Report report, boolean alone, boolean open) {
    this(report, alone, open, new HashSet<>());
  }

  void add(Rule rule, Part place, String what, String message) {
    add(rule, place, what, "InvalidArgument", message);
  }

  void add(Rule rule, Part place, String what, String kind, String message) {
    var upstream = new Upstream("nmstate", kind, place.path().text(), message);
    if (said.add(upstream)) {
      report.add(Finding.of(rule, place.written(), what, rule.fix()).inWordsOf(upstream));
    }
  }

  /** Something that is named is not there. Without the node it may be there all the same. */
  void missing(Rule rule, Part place, String what, String message) {
    missing(rule, place, what, "InvalidArgument", message);
  }

  void missing(Rule rule, Part place, String what, String kind, String message) {
    if (open) {
      report.notChecked(place.path(), "an interface that is not known yet may be meant");
    } else {
      add(alone ? TrafficCatalogue.STATE_ALONE : rule, place, what, kind, message);
    }
  }

  static Part at(Iface iface) {
    return Part.of(iface.path(), iface.fields());
  }

  static Part at(PropertyPath path) {
    return new Part(path, Optional.empty());
  }
}
