package io.kubevirtnet.cni;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;

/** A text that Go reads as an address, or as a network. */
record GoAddress(String go, boolean network) implements GoType {
  static final GoType IP = new GoAddress("net.IP", false);
  static final GoType CIDR = new GoAddress("string", true);

  @Override
  public Tree read(Place at, GoField field, Voice voice) {
    var text = at.text();
    if (text.isEmpty()) {
      return field.mismatch(at, this, voice);
    }
    boolean readable =
        network
            ? GoNetwork.parse(text.get()).isPresent()
            : text.get().isEmpty() || GoIp.parse(text.get()).isPresent();
    if (readable) {
      return at.tree().orElseThrow();
    }
    voice.refuse(
        PluginCatalogue.ADDRESS,
        at,
        "\"" + at.shown() + "\" is no " + (network ? "network." : "address."),
        voice.reading()
            + (network ? "invalid CIDR address: " : "invalid IP address: ")
            + at.shown());
    return new Unknown(at.tree().orElseThrow().allMarks());
  }
}
