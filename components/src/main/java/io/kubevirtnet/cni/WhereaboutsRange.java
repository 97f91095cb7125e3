package io.kubevirtnet.cni;

import java.util.Optional;

/**
 * One range of addresses, with what is to be left out.
 *
 * @param place what holds range, range_start, range_end and exclude
 */
record WhereaboutsRange(PluginConfig config, Place place) {

  void check() {
    var range = place.get("range");
    if (place.isOpen() || range.isOpen()) {
      return;
    }
    exclude();
    var text = range.textOrEmpty();
    int dash = text.indexOf('-');
    if (dash >= 0) {
      between(range, text.substring(0, dash), text.substring(dash + 1));
    } else {
      whole(range);
    }
  }

  private void whole(Place range) {
    var network = SloppyIp.network(range.textOrEmpty());
    if (network.isEmpty()) {
      refuse(range, "invalid CIDR " + range.shown() + ": invalid CIDR address: " + range.shown());
      return;
    }
    if (isLargeEnough(range, network.get())) {
      var start = bound("range_start", network.get());
      var end = bound("range_end", network.get());
      if (start.isPresent() && end.isPresent() && start.get().compareTo(end.get()) > 0) {
        drop(place.get("range_end"), "It is before range_start.");
      }
    }
  }

  private void between(Place range, String first, String rest) {
    var start = SloppyIp.address(first);
    if (start.isEmpty()) {
      refuse(range, "invalid range start IP: " + said(range, first));
      return;
    }
    var network = SloppyIp.network(rest);
    if (network.isEmpty()) {
      refuse(
          range,
          "invalid CIDR (do you have the 'range' parameter set for Whereabouts?) '"
              + said(range, rest)
              + "': invalid CIDR address: "
              + said(range, rest));
      return;
    }
    if (!network.get().contains(start.get())) {
      refuse(
          range,
          "invalid range start for CIDR "
              + said(range, OvnSubnets.masked(network.get()).toString())
              + ": "
              + said(range, start.get().toString()));
      return;
    }
    for (var key : new String[] {"range_start", "range_end"}) {
      if (!place.get(key).isMissing()) {
        drop(place.get(key), "The range " + range.shown() + " says it already.");
      }
    }
    if (isLargeEnough(range, network.get()) && network.get().ip().compareTo(start.get()) < 0) {
      drop(range, "Its end is before its start.");
    }
  }

  private static String said(Place range, String part) {
    return range.isSecret() ? range.shown() : part;
  }

  private void refuse(Place range, String message) {
    config.refuse(
        WhereaboutsCatalogue.RANGE,
        range,
        range.isSet() ? "\"" + range.shown() + "\" is no range." : "There is no range.",
        message);
  }

  private void drop(Place at, String what) {
    config.advise(WhereaboutsCatalogue.DROPPED, at, what);
  }

  private boolean isLargeEnough(Place range, GoNetwork network) {
    if (network.ip().bits() - network.length() > 1) {
      return true;
    }
    config.refuse(
        WhereaboutsCatalogue.TOO_SMALL,
        range,
        range.shown() + " has no address between its first and its last one.",
        "net mask is too short, subnet {"
            + said(range, network.ip().masked(network.length()).toString())
            + " "
            + mask(network)
            + "} has no usable IP addresses, it is too small");
    return false;
  }

  /** As Go prints a mask. */
  private static String mask(GoNetwork network) {
    var hex = new StringBuilder();
    for (int bit = 0; bit < network.ip().bits(); bit += 4) {
      int ones = Math.max(0, Math.min(4, network.length() - bit));
      hex.append(Integer.toHexString(0xf0 >> ones & 0xf));
    }
    return hex.toString();
  }

  /** The address that counts; nothing when there is none, or one that has been spoken of. */
  private Optional<GoIp> bound(String key, GoNetwork network) {
    var at = place.get(key);
    if (at.isMissing() || at.isOpen()) {
      return Optional.empty();
    }
    var address = SloppyIp.address(at.textOrEmpty());
    if (address.isEmpty()) {
      drop(at, "\"" + at.shown() + "\" is no address.");
    } else if (!network.contains(address.get())) {
      drop(at, at.shown() + " is not in the range.");
    } else {
      return address;
    }
    return Optional.empty();
  }

  private void exclude() {
    for (var entry : place.get("exclude").items()) {
      if (entry
          .text()
          .filter(e -> GoNetwork.parse(e).isEmpty() && GoIp.parse(e).isEmpty())
          .isPresent()) {
        config.refuse(
            WhereaboutsCatalogue.EXCLUDE,
            entry,
            "\"" + entry.shown() + "\" is neither a network nor an address.",
            "error at storage engine: could not parse exclude range, err: \"invalid CIDR address: "
                + entry.shown()
                + "\"");
      }
    }
  }
}
