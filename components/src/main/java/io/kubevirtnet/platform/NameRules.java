package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.ObjectCatalogue;
import java.util.function.Predicate;

/** The rules for the names of the platform's objects, and of those that they refer to. */
final class NameRules {
  private NameRules() {}

  /** Of an object that others find by labels, and machines are called after. */
  static void label(Value<String> name, String kind, Report report) {
    name(name, KubernetesName::isLabel, kind, report);
  }

  static void subdomain(Value<String> name, String kind, Report report) {
    name(name, KubernetesName::isSubdomain, kind, report);
  }

  private static void name(
      Value<String> name, Predicate<String> passes, String kind, Report report) {
    report.require(
        name,
        passes,
        ObjectCatalogue.NAME,
        "\"" + name.shown() + "\" is not a name for " + kind + ".",
        "Set " + name.path() + " to " + KubernetesName.proposal(name));
  }

  /** Where an object is, or what it is a part of. */
  static void place(Value<String> place, Predicate<String> passes, String kind, Report report) {
    report.require(
        place,
        passes,
        ObjectCatalogue.PLACE,
        "\"" + place.shown() + "\" is not the name of a " + kind + ".");
  }
}
