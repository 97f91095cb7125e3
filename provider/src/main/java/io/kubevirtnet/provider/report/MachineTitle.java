package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.MachineImpact;

/** The head of what happens to a machine. */
final class MachineTitle {
  private static final int NAMED = 4;

  private MachineTitle() {}

  /** {@code VirtualMachine vms/web}, or the node type of a provider. */
  static String who(MachineImpact impact) {
    var object = CheckedObject.title(impact.machine());
    return impact.type().isEmpty()
        ? object
        : "Machines of node type " + impact.type() + " (" + object + ")";
  }

  /** What else it comes from; empty when it is the machine's own change. */
  static String because(MachineImpact impact) {
    var others =
        impact.because().stream()
            .filter(r -> !r.equals(impact.machine()))
            .map(CheckedObject::title)
            .toList();
    return others.isEmpty() ? "" : "because of " + FirstFew.of(others, NAMED);
  }

  /**
   * What becomes of it.
   *
   * @param created the object is new, so that nothing can happen to it yet
   */
  static String effect(MachineImpact impact, boolean created) {
    boolean one = impact.type().isEmpty();
    if (created && impact.effect() == Effect.NOTHING) {
      return one ? "is new" : "are new";
    }
    return one ? EffectWord.one(impact.effect()) : EffectWord.ofType(impact.effect());
  }
}
