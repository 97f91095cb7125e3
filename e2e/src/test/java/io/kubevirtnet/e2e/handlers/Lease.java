package io.kubevirtnet.e2e.handlers;

/** What a DHCP server gives to one NIC: address, default gateway, which is the DNS server too. */
public record Lease(String address, int prefix, String gateway) {

  static Lease numbered(int number) {
    return new Lease("10.4.%d.%d".formatted(number >> 8, number & 0xff), 16, "10.4.255.254");
  }
}
