package io.kubevirtnet.guest;

import inet.ipaddr.IPAddress;

/** Of an address; each has its own keys in network data. */
enum Family {
  V4("IPv4", "0.0.0.0/0"),
  V6("IPv6", "::/0");

  private final String text;
  private final String everything;

  Family(String text, String everything) {
    this.text = text;
    this.everything = everything;
  }

  static Family of(IPAddress address) {
    return address.isIPv4() ? V4 : V6;
  }

  /** For a message. */
  String text() {
    return text;
  }

  /** Destination of a default route. */
  String everything() {
    return everything;
  }
}
