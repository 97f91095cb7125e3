package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.netris.TakenAddresses.Who;
import io.kubevirtnet.spec.NetrisKubeVipSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for the address of a control plane on the V-Net. */
final class KubeVipAddressRules {
  private final NetrisKubeVipSpec spec;
  private final Optional<MachineAddresses> machines;
  private final Optional<TakenAddresses> taken;
  private final Report report;

  /**
   * What they go by.
   *
   * @param taken nothing while the subnet is not known
   */
  KubeVipAddressRules(
      NetrisKubeVipSpec spec,
      Optional<MachineAddresses> machines,
      Optional<TakenAddresses> taken,
      Report report) {
    this.spec = spec;
    this.machines = machines;
    this.taken = taken;
    this.report = report;
  }

  void check() {
    if (taken.isEmpty()) {
      var at = spec.address().isGiven() ? spec.address().path() : spec.ranges().path();
      report.notChecked(at, "whether it is free is known after apply");
    }
    report.check(spec.address(), this::address);
    report.check(spec.ranges(), l -> l.forEach(r -> report.check(r, text -> range(r, text))));
    if (spec.connector().isGiven() && spec.ranges().isAbsent()) {
      anywhere();
    }
  }

  private void address(String text) {
    var address = IpText.address(text.strip());
    if (address.isEmpty()) {
      say("is not an address", FactsCatalogue.KUBE_VIP.fix());
      return;
    }
    var one = new AddressRange(address.get(), address.get());
    if (taken.isPresent()) {
      address(one, taken.get());
    } else if (machines.filter(m -> m.overlaps(one)).isPresent()) {
      say("is in " + machines.get().words(), FactsCatalogue.KUBE_VIP.fix());
    }
  }

  private void address(AddressRange one, TakenAddresses taken) {
    if (!taken.gateway().contains(one)) {
      say("is not inside " + taken.subnet(), example(taken));
      return;
    }
    var others = taken.in(one);
    if (!others.isEmpty()) {
      var reserved = others.stream().anyMatch(t -> t.who() == Who.USED);
      say(
          "is not free: " + TakenAddresses.words(others),
          reserved
              ? "Choose another; where Netris has it reserved for just this, suppress the finding."
              : example(taken));
    } else if (machines.filter(m -> m.overlaps(one)).isPresent()) {
      say("is in " + machines.get().words(), withoutIt(one, taken));
    }
  }

  private String withoutIt(AddressRange one, TakenAddresses taken) {
    var without = taken.with(List.of(one));
    return machines
        .filter(m -> !m.chosen() && !spec.address().marks().secret())
        .map(m -> without.proposal(taken.gateway().hosts()))
        .filter(free -> !free.isEmpty())
        .map(free -> "Set addresses.ranges without it: " + free + ".")
        .orElse("Keep it out of addresses.ranges, or choose another.");
  }

  /** The last one that nobody has is the farthest from where machines begin. */
  private String example(TakenAddresses taken) {
    var ofMachines = machines.map(MachineAddresses::ranges).orElse(List.of());
    var free = taken.with(ofMachines).free(taken.gateway().hosts());
    return free.isEmpty()
        ? FactsCatalogue.KUBE_VIP.fix()
        : "Choose one that is free, for example " + free.get(free.size() - 1).last() + ".";
  }

  private void say(String problem, String fix) {
    report.add(
        FactsCatalogue.KUBE_VIP,
        spec.address().path(),
        "\"" + spec.address().shown() + "\" " + problem + ".",
        fix);
  }

  private void range(Value<String> value, String text) {
    var range = AddressRange.parse(text);
    if (range.isEmpty()) {
      say(value, "is not first-last with first not above last");
      return;
    }
    if (taken.filter(t -> !t.gateway().contains(range.get())).isPresent()) {
      say(value, "is not inside " + taken.get().subnet());
      return;
    }
    var others = taken.map(t -> t.in(range.get())).orElse(List.of());
    if (!others.isEmpty()) {
      say(value, "meets " + TakenAddresses.words(others));
    } else if (machines.filter(m -> m.overlaps(range.get())).isPresent()) {
      say(value, "is in " + machines.get().words());
    }
  }

  private void say(Value<String> value, String problem) {
    report.add(
        FactsCatalogue.KUBE_VIP_RANGE, value.path(), "\"" + value.shown() + "\" " + problem + ".");
  }

  private void anywhere() {
    var dhcp = taken.map(t -> t.in(t.gateway().hosts(), Set.of(Who.DHCP))).orElse(List.of());
    if (!dhcp.isEmpty() || machines.isPresent()) {
      report.add(
          FactsCatalogue.KUBE_VIP_ANYWHERE,
          spec.ranges().path(),
          dhcp.isEmpty()
              ? "Machines get addresses of the same subnet."
              : "It may be one of " + TakenAddresses.words(dhcp) + ".");
    }
  }
}
