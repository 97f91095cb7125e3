package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.vcluster.Reading.Entry;
import java.util.List;
import java.util.function.Predicate;

/** What the objects of the platform have in common. */
record ObjectChecks(Report report) {
  static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  void metadata(Part metadata, Predicate<String> isName) {
    name(metadata.get("name"), isName, "is not a name that the API server takes");
    labels(metadata);
  }

  /** Of whatever has labels and annotations. */
  void labels(Part metadata) {
    labelsOf(metadata.get("labels"));
    Reading.entries(metadata.get("annotations")).forEach(this::key);
  }

  void labelsOf(Part labels) {
    for (var label : Reading.entries(labels)) {
      key(label);
      labelValue(label.value());
    }
  }

  private void key(Entry entry) {
    if (!KubernetesName.isLabelKey(entry.key())) {
      report.add(
          ObjectCatalogue.LABELS,
          entry.value().written(),
          "\"" + entry.shownKey() + "\" is no key of a label.");
    }
  }

  private void labelValue(Part value) {
    text(value, KubernetesName::isLabelValue, ObjectCatalogue.LABELS, "is no value of a label");
  }

  void taints(Part taints) {
    for (var taint : taints.items()) {
      require(taint.get("key"), "The taint has no key.");
      text(taint.get("key"), KubernetesName::isLabelKey, ObjectCatalogue.LABELS, "is no key");
      labelValue(taint.get("value"));
      word(taint.get("effect"), EFFECTS);
    }
  }

  /** Amounts by name. */
  void quantities(Part amounts) {
    Reading.entries(amounts).forEach(a -> quantity(a.value()));
  }

  /** A number is an amount, too. */
  void quantity(Part amount) {
    if (amount.isOpen()) {
      report.notChecked(amount.path(), "known after apply");
    } else if (amount.isSet() && !amount.text().map(Quantity::isPositive).orElse(false)) {
      report.add(
          PropertyCatalogue.QUANTITY,
          amount.written(),
          "\"" + amount.shown() + "\" is not an amount above 0.");
    }
  }

  void count(Part count) {
    if (count.isOpen()) {
      report.notChecked(count.path(), "known after apply");
    }
    count
        .number()
        .filter(c -> c < 1)
        .ifPresent(
            c ->
                report.add(ObjectCatalogue.COUNT, count.written(), count.shown() + " is below 1."));
  }

  void word(Part word, List<String> words) {
    report.check(
        Reading.value(word),
        w -> {
          if (!w.isEmpty() && !words.contains(w)) {
            report.add(
                ObjectCatalogue.WORD,
                word.written(),
                "\"" + word.shown() + "\" is none.",
                "Write one of " + String.join(", ", words) + ".");
          }
        });
  }

  /** With a name that would be taken. */
  void name(Part name, Predicate<String> passes, String problem) {
    var value = Reading.value(name);
    report.require(
        value,
        passes,
        ObjectCatalogue.NAME,
        "\"" + name.shown() + "\" " + problem + ".",
        "Set name to " + KubernetesName.proposal(value));
  }

  void text(Part text, Predicate<String> passes, Rule rule, String problem) {
    report.check(
        Reading.value(text),
        t -> {
          if (!passes.test(t)) {
            report.add(rule, text.written(), "\"" + text.shown() + "\" " + problem + ".");
          }
        });
  }

  void require(Part part, String what) {
    if (!part.isSet()) {
      report.add(ObjectCatalogue.MISSING, part.path(), what);
    }
  }
}
