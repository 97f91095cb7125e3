package io.kubevirtnet.link;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hardware address of one Ethernet interface: six octets with colons, as {@code ip link} has it.
 */
public final class MacAddress {
  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}");

  private MacAddress() {}

  /** What is wrong with it, as the end of a sentence that starts with the address. */
  public static Optional<String> problem(String mac) {
    if (!FORM.matcher(mac).matches()) {
      return Optional.of("is not six octets with colons between them");
    }
    return (Integer.parseInt(mac.substring(0, 2), 16) & 1) == 1
        ? Optional.of("is a multicast address")
        : mac.matches("[0:]+") ? Optional.of("is all zero") : Optional.empty();
  }
}
