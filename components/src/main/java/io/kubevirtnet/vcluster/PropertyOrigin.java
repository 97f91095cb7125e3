package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.WireEnum;

/** Who says a property; later ones win over earlier ones. */
public enum PropertyOrigin implements WireEnum {
  DEFAULT("default"),
  PROVIDER("provider"),
  TYPE("type"),
  ENVIRONMENT("environment"),
  CLAIM("claim"),
  OS_IMAGE("osImage"),
  NETRIS("netris");

  private final String wire;

  PropertyOrigin(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
