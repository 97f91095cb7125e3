package io.kubevirtnet.vcluster;

/** Words for those who say properties. */
final class Owners {
  private Owners() {}

  /** {@code in a node type} */
  static String in(PropertyOrigin owner) {
    return switch (owner) {
      case PROVIDER -> "in a NodeProvider";
      case TYPE -> "in a node type";
      case ENVIRONMENT -> "in a NodeEnvironment";
      case CLAIM -> "in a NodeClaim";
      case OS_IMAGE -> "in an OSImage";
      case DEFAULT, NETRIS -> "there";
    };
  }
}
