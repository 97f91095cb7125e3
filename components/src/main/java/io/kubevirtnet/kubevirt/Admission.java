package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Items;

/**
 * Says what KubeVirt refuses, with its own words beside ours.
 *
 * @param root KubeVirt's text for the place where the spec of the machine stands
 */
record Admission(String root, Report report) {
  static final String KUBEVIRT = "kubevirt";

  /** The part of the API server that every object passes before KubeVirt sees it. */
  static final String API_SERVER = "kube-apiserver";

  String field(Place at) {
    return root + at.suffix();
  }

  /** At the place of which KubeVirt speaks, too. */
  void refuse(Rule rule, Place at, String what, Cause cause, String message) {
    refuse(rule, at, what, rule.fix(), cause, field(at), message);
  }

  void refuse(
      Rule rule, Place at, String what, String fix, Cause cause, String field, String message) {
    refuse(rule, at, what, fix, new Upstream(KUBEVIRT, cause.wire(), field, message));
  }

  /** What it does not get to see, because the schema of the object forbids it. */
  void refuseBySchema(Place at, String what, String fix, Cause cause, String message) {
    refuse(
        ReadingCatalogue.SCHEMA,
        at,
        what,
        fix,
        new Upstream(API_SERVER, cause.wire(), field(at), message));
  }

  /** The schema asks for a field that is not there. */
  void refuseWithout(Place missing, String name) {
    refuseBySchema(
        missing,
        "\"" + name + "\" is left out.",
        ReadingCatalogue.SCHEMA.fix(),
        Cause.REQUIRED,
        "Required value");
  }

  private void refuse(Rule rule, Place at, String what, String fix, Upstream upstream) {
    report.add(Finding.of(rule, at.written(), what, fix).inWordsOf(upstream));
  }

  /** What KubeVirt says nothing of. */
  void advise(Rule rule, Place at, String what, String fix) {
    report.add(rule, at.written(), what, fix);
  }

  void open(Place at) {
    report.notChecked(at.written(), "known after apply");
  }

  /** Go's {@code %q}: quoted, with what can not be printed escaped. */
  static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append("\\x").append(Character.forDigit(c >> 4, 16));
            quoted.append(Character.forDigit(c & 0xf, 16));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** In a list of which not every member is known, another could be added. */
  static boolean hasOpen(Place list) {
    if (list.isOpen()) {
      return true;
    }
    if (list.tree().isPresent() && list.tree().get() instanceof Items items) {
      for (Tree item : items.items()) {
        if (item instanceof Tree.Unknown) {
          return true;
        }
      }
    }
    return false;
  }
}
