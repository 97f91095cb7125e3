package io.kubevirtnet.kubevirt;

import java.util.HashSet;

/** KubeVirt admitter: netiface.go. What an interface hands out by DHCP. */
final class DhcpRules {
  private static final int FIRST = 224;
  private static final int LAST = 254;

  private DhcpRules() {}

  static void check(Nic nic, Wiring wiring, Admission admission) {
    var dhcp = nic.place.get("dhcpOptions");
    if (dhcp.isThere()) {
      options(dhcp.get("privateOptions"), wiring, admission);
      timeServers(dhcp.get("ntpServers"), admission);
    }
  }

  /** The admitter names the whole machine as the field, and says once that some are double. */
  private static void options(Place options, Wiring wiring, Admission admission) {
    var all = options.items();
    var numbers = new HashSet<Long>();
    for (var option : all) {
      var number = option.get("option");
      if (!number.isOpen() && !numbers.add(number.number())) {
        admission.refuse(
            FieldCatalogue.OPTION_TWICE,
            number,
            "Option " + number.shown() + " is there twice.",
            FieldCatalogue.OPTION_TWICE.fix(),
            Cause.INVALID,
            admission.field(wiring.spec),
            "Found Duplicates: you have provided duplicate DHCPPrivateOptions");
        break;
      }
    }
    for (var option : all) {
      var number = option.get("option");
      if (!number.isOpen() && (number.number() < FIRST || number.number() > LAST)) {
        admission.refuse(
            FieldCatalogue.OPTION,
            number,
            number.isSet()
                ? number.shown() + " is no private option."
                : "The number of the option is left out.",
            FieldCatalogue.OPTION.fix(),
            Cause.INVALID,
            admission.field(wiring.spec),
            "provided DHCPPrivateOptions are out of range, must be in range 224 to 254");
      }
    }
  }

  private static void timeServers(Place servers, Admission admission) {
    for (var server : servers.items()) {
      if (!server.isOpen() && !Ascii.isIpv4OrMapped(server.text())) {
        admission.refuse(
            FieldCatalogue.TIME_SERVER,
            server,
            "\"" + server.shown() + "\" is no IPv4 address.",
            Cause.INVALID,
            "NTP servers must be a list of valid IPv4 addresses.");
      }
    }
  }
}
