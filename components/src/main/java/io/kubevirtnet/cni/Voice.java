package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;

/**
 * Says what one of the tools would say.
 *
 * @param tool {@code multus}, {@code libcni}, {@code cni:bridge}
 * @param reading what the tool puts before what Go's JSON reader says
 */
record Voice(String tool, String reading, Report report) {

  static final String ADMISSION = "net-attach-def-admission-controller";

  /** All that it says of a config. */
  static final String NOT_ADMITTED = "invalid config";

  /** The tool refuses it, with an error of no CNI code of its own. */
  void refuse(Rule rule, Place place, String what, String message) {
    refuse(rule, place, what, rule.fix(), message);
  }

  void refuse(Rule rule, Place place, String what, String fix, String message) {
    report.add(
        Finding.of(rule, place.written(), what, fix)
            .inWordsOf(new Upstream(tool, "Error", place.path().text(), message)));
  }

  Voice admission() {
    return new Voice(ADMISSION, "", report);
  }

  /** What only this project says. */
  void advise(Rule rule, Place place, String what) {
    report.add(rule, place.written(), what);
  }

  void advise(Rule rule, Place place, String what, String fix) {
    report.add(rule, place.written(), what, fix);
  }

  void open(Place place) {
    report.notChecked(place.written(), "known after apply");
  }
}
