package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.plan.Topology.State;

/**
 * A wire as both sides have it.
 *
 * @param place among the wires between the same two boxes
 * @param broken why it does not fit on the new side, or on the old one where the new has it not
 */
record DrawnWire(String from, String to, int place, String label, String broken, State state) {
  static final double LABEL_SIZE = 10;
  private static final int WIDEST = 140;

  boolean isBroken() {
    return !broken.isEmpty();
  }

  String shownLabel() {
    return TextWidth.cut(label, LABEL_SIZE, WIDEST);
  }
}
