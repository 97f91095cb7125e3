package io.kubevirtnet.link;

/** Largest payload of a frame in bytes: 68 (RFC 791) to 65535; IPv6 needs 1280 (RFC 8200). */
public final class Mtu {
  public static final int MIN = 68;
  public static final int MAX = 65535;
  public static final int MIN_IPV6 = 1280;

  private Mtu() {}

  public static boolean isValid(int mtu) {
    return mtu >= MIN && mtu <= MAX;
  }
}
