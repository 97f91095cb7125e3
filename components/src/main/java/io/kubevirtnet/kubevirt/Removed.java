package io.kubevirtnet.kubevirt;

import java.util.Optional;

/** A binding that KubeVirt has removed, and what does the same job today. */
enum Removed {
  SLIRP(
      "slirp",
      "Slirp interface support has been discontinued since v1.3",
      "Take masquerade, or passtBinding where the machine is to have the pod's own address; a binding plugin for slirp does the same as before."),
  PASST(
      "passt",
      "Passt network binding has been discontinued since v1.3",
      "Write passtBinding: {} instead, which KubeVirt has had since 1.8, or register the plugin passt and write binding: {name: passt}."),
  MACVTAP(
      "macvtap",
      "Macvtap network binding has been discontinued since v1.3",
      "Register the plugin macvtap, which takes domainAttachmentType tap, and write binding: {name: macvtap}.");

  private final String key;
  private final String message;
  private final String replacement;

  Removed(String key, String message, String replacement) {
    this.key = key;
    this.message = message;
    this.replacement = replacement;
  }

  String key() {
    return key;
  }

  String message() {
    return message;
  }

  String replacement() {
    return replacement;
  }

  static Optional<Removed> of(Nic nic) {
    for (var removed : values()) {
      if (nic.place.get(removed.key).isThere()) {
        return Optional.of(removed);
      }
    }
    return Optional.empty();
  }
}
