package io.kubevirtnet.provider.report;

import io.kubevirtnet.kubevirt.Effect;

/** What happens to machines, as it is written. */
final class EffectWord {
  private EffectWord() {}

  /** After the name of one machine. */
  static String one(Effect effect) {
    return switch (effect) {
      case NOTHING -> "stays as it is";
      case LIVE -> "changes while it runs";
      case HOTPLUG -> "gets or loses a card while it runs";
      case MIGRATION -> "moves to another node";
      case RESTART -> "must be restarted";
      case NEVER_LANDS -> "changes with its next start only, and KubeVirt does not say so";
      case RECREATE -> "is made anew";
      case CUT_OFF -> "is cut off while it runs";
      case DELETED -> "goes";
    };
  }

  /** After machines of a node type: those that there are stay as they were made. */
  static String ofType(Effect effect) {
    return effect == Effect.RECREATE
        ? "keep their wiring until they are made again"
        : some(effect, false);
  }

  /** After a number of machines, for the verdict. */
  static String some(Effect effect, boolean one) {
    return switch (effect) {
      case NOTHING -> one ? "stays as it is" : "stay as they are";
      case LIVE -> one ? "changes while it runs" : "change while they run";
      case HOTPLUG -> one ? "gets or loses a card" : "get or lose cards";
      case MIGRATION -> one ? "migrates" : "migrate";
      case RESTART -> one ? "restarts" : "restart";
      case NEVER_LANDS -> one ? "waits for its next start" : "wait for their next start";
      case RECREATE -> one ? "is made anew" : "are made anew";
      case CUT_OFF -> one ? "is cut off" : "are cut off";
      case DELETED -> one ? "goes" : "go";
    };
  }
}
