package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.Mtu;

/** The MTU of one interface. */
record FrameRules(GuestInterfaces interfaces, GuestInterface entry, Report report) {

  void check() {
    var mtu = entry.addressing().mtu();
    report.check(
        mtu,
        bytes -> {
          if (!Mtu.isValid(bytes)) {
            add(mtu.shown() + " is not an MTU.", "Write 68 to 65535, or leave it out.");
          } else if (bytes < Mtu.MIN_IPV6 && speaksIpv6()) {
            add(mtu.shown() + " is too small for IPv6.", "Write 1280 or more.");
          } else {
            interfaces
                .ceiling(entry)
                .filter(most -> most < bytes)
                .ifPresent(
                    most ->
                        add(
                            mtu.shown() + " is more than " + most + ", which is what carries it.",
                            AddressCatalogue.MTU.fix()));
          }
        });
  }

  private boolean speaksIpv6() {
    var a = entry.addressing();
    return a.fixed(Family.V6).findAny().isPresent() || a.dhcp6().known().orElse(false);
  }

  private void add(String what, String fix) {
    report.add(AddressCatalogue.MTU, entry.addressing().mtu().path(), what, fix);
  }
}
