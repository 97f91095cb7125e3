package io.kubevirtnet.netris;

/** Identifier of a VXLAN network, 24 bits on the wire; 0 is taken for none. */
final class VxlanId {
  static final int MAX = 16_777_215;

  private VxlanId() {}

  static boolean isValid(int id) {
    return id >= 1 && id <= MAX;
  }
}
