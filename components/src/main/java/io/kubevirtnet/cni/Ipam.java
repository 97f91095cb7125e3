package io.kubevirtnet.cni;

/**
 * What a plugin does with ipam.
 *
 * @param message how it refuses, in its own words
 */
record Ipam(Need need, String message) {
  enum Need {
    REQUIRED,
    /** Without it there is an interface without addresses. */
    ALLOWED,
    /** The plugin does not look at it. */
    IGNORED,
    /** The plugin completes it on each node, so that nobody else can judge it. */
    COMPLETED,
    REFUSED
  }

  static final Ipam ALLOWED = new Ipam(Need.ALLOWED, "");
  static final Ipam IGNORED = new Ipam(Need.IGNORED, "");
  static final Ipam COMPLETED = new Ipam(Need.COMPLETED, "");

  static Ipam required(String message) {
    return new Ipam(Need.REQUIRED, message);
  }

  static Ipam refused(String message) {
    return new Ipam(Need.REFUSED, message);
  }
}
