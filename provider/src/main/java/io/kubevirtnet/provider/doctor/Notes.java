package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what one check finds. */
final class Notes {
  private final List<Symptom> symptoms = new ArrayList<>();
  private final List<String> fine = new ArrayList<>();
  private final Set<String> notChecked = new LinkedHashSet<>();

  /** The rule's own fix says enough. */
  void found(Rule rule, ObjectReference object, String what, String command) {
    found(rule, object, what, rule.fix(), command);
  }

  void found(Rule rule, ObjectReference object, String what, String fix, String command) {
    symptoms.add(
        new Symptom(Finding.of(rule, PropertyPath.ROOT, what, fix).about(object), command));
  }

  void fine(String sentence) {
    fine.add(sentence);
  }

  /** Says it only where nothing was found. */
  void fineOtherwise(String sentence) {
    if (symptoms.isEmpty()) {
      fine(sentence);
    }
  }

  void leftOpen(String what) {
    notChecked.add(what);
  }

  Checkup checkup(String title) {
    return new Checkup(title, symptoms, fine, List.copyOf(notChecked));
  }
}
