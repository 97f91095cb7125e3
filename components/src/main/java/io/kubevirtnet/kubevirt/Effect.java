package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.WireEnum;

/** What a change does to a machine that runs, from the least to the most that one has to know. */
public enum Effect implements WireEnum {
  /** The machine stays as it is. */
  NOTHING("nothing"),
  /** It changes in the running machine, at once. */
  LIVE("live"),
  /** A card comes or goes while the machine runs. */
  HOTPLUG("hotplug"),
  /** It comes with a move to another pod; the guest runs on. */
  MIGRATION("migration"),
  /** It comes with the next start, and KubeVirt says so by its condition RestartRequired. */
  RESTART("restart"),
  /** It comes with the next start, and KubeVirt does not say so. */
  NEVER_LANDS("never lands"),
  /** Another object takes the place of this one. */
  RECREATE("recreate"),
  /** The machine runs on, and its network is gone at once. */
  CUT_OFF("cut off"),
  /** The machine goes, and nothing takes its place. */
  DELETED("deleted");

  private final String wire;

  Effect(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }

  public Effect and(Effect other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
