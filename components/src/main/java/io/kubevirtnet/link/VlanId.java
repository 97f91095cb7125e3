package io.kubevirtnet.link;

/** 802.1Q tag as it is on the wire, 1 to 4094; 0 and 4095 are reserved. */
public final class VlanId {
  public static final int MIN = 1;
  public static final int MAX = 4094;

  private VlanId() {}

  public static boolean isValid(int id) {
    return id >= MIN && id <= MAX;
  }
}
