package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What nmstate takes although it can not work, or can not have been meant. */
final class Advice {
  final Part state;

  /** The desired ones that nmstate would look at. */
  final Ifaces desired;

  final Optional<Ifaces> current;

  /** Every name that exists is known. */
  final boolean complete;

  private final Report report;

  private Advice(Fields state, Optional<Fields> current, PropertyPath base, Report report) {
    this.state = Part.of(base, state);
    this.desired = Ifaces.of(state, base);
    this.current = current.map(c -> Ifaces.ofNode(c, base));
    this.complete = current.isPresent() && !Ifaces.areOpen(state, base);
    this.report = report;
  }

  /**
   * @param written the state before nmstate read it
   */
  static void check(
      Fields written, Fields state, Optional<Fields> current, PropertyPath base, Report report) {
    var advice = new Advice(state, current, base, report);
    OvsAdvice.checkWords(Part.of(base, written), advice);
    NameAdvice.check(advice);
    VlanAdvice.check(advice);
    OvsAdvice.check(advice);
    IpAdvice.check(advice);
    GatewayAdvice.check(advice);
    BondAdvice.check(advice);
    LinkAdvice.check(advice);
  }

  /** Those that shall be there. */
  List<Iface> present() {
    return desired.all().filter(Iface::isUp).toList();
  }

  Stream<Iface> present(String type) {
    return present().stream().filter(i -> i.isType(type));
  }

  /** Desired or on the node. */
  Optional<Iface> find(String name) {
    return Optional.ofNullable(desired.kernel.get(name))
        .or(() -> current.flatMap(c -> Optional.ofNullable(c.kernel.get(name))));
  }

  /** Whether an interface may be there under that name. */
  boolean mayExist(String name) {
    return find(name).isPresent()
        || current
            .filter(
                c ->
                    c.all()
                        .anyMatch(
                            i ->
                                i.part("profile-name").is(name)
                                    || i.part("alt-names").items().stream()
                                        .anyMatch(a -> a.get("name").is(name))))
            .isPresent();
  }

  void add(Rule rule, Part place, String what) {
    report.add(rule, place.written(), what);
  }

  void notChecked(Part place, String why) {
    report.notChecked(place.written(), why);
  }
}
