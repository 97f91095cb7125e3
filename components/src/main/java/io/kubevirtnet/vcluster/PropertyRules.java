package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.vcluster.Reading.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules for the properties of one object, as far as they stand by themselves. */
final class PropertyRules {
  /** Other prefixes are those of other kinds of providers. */
  private static final List<String> PREFIXES =
      List.of(
          "kubevirt.vcluster.com/",
          "vcluster.com/",
          "netris.vcluster.com/",
          "machines.vcluster.com/");

  private final PropertyOrigin owner;
  private final PlatformRelease release;
  private final Report report;

  private PropertyRules(PropertyOrigin owner, PlatformRelease release, Report report) {
    this.owner = owner;
    this.release = release;
    this.report = report;
  }

  static void check(Part properties, PropertyOrigin owner, PlatformRelease release, Report report) {
    var rules = new PropertyRules(owner, release, report);
    if (properties.isOpen()) {
      report.notChecked(properties.path(), "known after apply");
    }
    Reading.entries(properties).forEach(rules::property);
  }

  private void property(Entry property) {
    var known = PropertyKey.find(property.key());
    if (known.isPresent()) {
      known(known.get(), property);
    } else if (PropertyKey.isReserved(property.key())) {
      unknown(property);
    } else {
      label(property);
    }
  }

  private void known(PropertyKey key, Entry property) {
    if (!release.isAtLeast(key.since())) {
      report.add(
          ObjectCatalogue.NEWER,
          property.value().written(),
          property.shownKey() + " came with vCluster Platform " + key.since().wire() + ".");
    }
    if (!key.mayBeSaidBy(owner)) {
      report.add(
          KeyCatalogue.WRONG_PLACE,
          property.value().written(),
          property.shownKey() + " is not read " + Owners.in(owner) + ".");
    }
    PropertyTextRules.check(key, property.value(), report);
  }

  private void unknown(Entry property) {
    var successor = PropertyKey.successorOf(property.key());
    if (successor.isPresent()) {
      report.add(
          KeyCatalogue.GONE_KEY,
          property.value().written(),
          property.shownKey() + " is gone since 4.10.",
          Reading.isSecret(property.value())
              ? KeyCatalogue.GONE_KEY.fix()
              : "Use " + successor.get().key() + ".");
    } else if (PREFIXES.stream().anyMatch(property.key()::startsWith)) {
      report.add(
          KeyCatalogue.UNKNOWN_KEY,
          property.value().written(),
          property.shownKey() + " is none of the platform's keys.",
          meant(property)
              .map(k -> "Did you mean " + k + "?")
              .orElse(KeyCatalogue.UNKNOWN_KEY.fix()));
    }
  }

  /** Among the keys of the same prefix, which alone would be nearly all of it. */
  private static Optional<String> meant(Entry property) {
    var key = property.key();
    int name = key.indexOf('/') + 1;
    var prefix = key.substring(0, name);
    var names =
        Arrays.stream(PropertyKey.values())
            .map(PropertyKey::key)
            .filter(k -> k.startsWith(prefix))
            .map(k -> k.substring(name))
            .toList();
    return Reading.isSecret(property.value())
        ? Optional.empty()
        : Nearest.to(key.substring(name), names).map(n -> prefix + n);
  }

  /** The platform makes a label of each node of it. */
  private void label(Entry property) {
    if (!KubernetesName.isLabelKey(property.key())) {
      report.add(
          PropertyCatalogue.PROPERTY_LABEL,
          property.value().written(),
          "\"" + property.shownKey() + "\" is no label key.");
    }
    report.check(
        Reading.value(property.value()),
        text -> {
          boolean any = text.equals("*") && owner != PropertyOrigin.CLAIM;
          if (!any && !Arrays.stream(text.split(",", -1)).allMatch(KubernetesName::isLabelValue)) {
            report.add(
                PropertyCatalogue.PROPERTY_LABEL,
                property.value().written(),
                "\"" + property.value().shown() + "\" is no label value.");
          }
        });
  }
}
