package io.kubevirtnet.netriscontroller;

/**
 * Gateway of a V-Net.
 *
 * @param prefix its address with the prefix length
 * @param dhcpStart empty without DHCP
 * @param dhcpEnd empty without DHCP
 */
record Gateway(String prefix, String dhcpStart, String dhcpEnd) {

  static Gateway of(String prefix) {
    return new Gateway(prefix, "", "");
  }

  /** DHCP on the whole subnet but the gateway: the longer of the two sides of it. */
  Gateway dhcpEverywhere() {
    Cidr cidr = Cidr.of(prefix);
    long first = cidr.network().address() + 1;
    long last = cidr.last() - 1;
    boolean below = cidr.address() - first > last - cidr.address();
    return dhcp(
        Cidr.text(below ? first : cidr.address() + 1),
        Cidr.text(below ? cidr.address() - 1 : last));
  }

  Gateway dhcp(String start, String end) {
    return new Gateway(prefix, start, end);
  }

  boolean dhcp() {
    return !dhcpStart.isEmpty();
  }

  boolean ipv4() {
    return Cidr.parse(prefix).isPresent();
  }
}
