package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.WireEnum;

/** What becomes of an object, in the order of its weight. */
public enum Action implements WireEnum {
  DELETE("delete"),
  /** It goes and comes back: another object of the same name. */
  REPLACE("replace"),
  CHANGE("change"),
  /** Other words, same meaning: nobody notices. */
  REWORD("reword"),
  CREATE("create");

  private final String wire;

  Action(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
