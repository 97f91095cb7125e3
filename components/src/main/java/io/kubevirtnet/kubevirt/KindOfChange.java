package io.kubevirtnet.kubevirt;

import java.util.Optional;

/** What the kind of an object, or that nothing runs, makes of every change alike. */
enum KindOfChange {
  EACH_FOR_ITSELF,
  STOPPED,
  RECREATED,
  INSTANCE,
  SET,
  POOL;

  static KindOfChange of(Machine before, boolean recreated, MachineFacts facts) {
    if (recreated) {
      return RECREATED;
    }
    return switch (before.kind()) {
      case INSTANCE -> INSTANCE;
      case REPLICA_SET -> SET;
      case POOL -> updatesAtOnce(before) ? POOL : EACH_FOR_ITSELF;
      case VIRTUAL_MACHINE -> facts.isStopped() ? STOPPED : EACH_FOR_ITSELF;
    };
  }

  /** KubeVirt's pools do, unless they are told otherwise. */
  private static boolean updatesAtOnce(Machine pool) {
    var strategy = pool.object().get("spec", "updateStrategy");
    return !strategy.get("opportunistic").isSet() && !strategy.get("unmanaged").isSet();
  }

  /** Nothing where each change has its own. */
  Optional<Outcome> outcome(FieldChange change) {
    if (change.effect() == Effect.RECREATE) {
      return Optional.empty();
    }
    return switch (this) {
      case EACH_FOR_ITSELF -> Optional.empty();
      case STOPPED ->
          Optional.of(Outcome.nothing("The machine does not run; it holds from its next start."));
      case RECREATED -> Optional.of(Outcome.of(Effect.RECREATE, "It is another machine."));
      case INSTANCE ->
          Optional.of(
              Outcome.of(
                  Effect.RECREATE, "KubeVirt lets nobody change an instance; it has to be new."));
      case SET ->
          Optional.of(
              new Outcome(
                  Effect.NEVER_LANDS,
                  "A replica set leaves the instances that it has as they are.",
                  "Delete them one by one; the set makes new ones."));
      case POOL ->
          Optional.of(
              Outcome.of(
                  Effect.RESTART, "The pool restarts its machines one after the other for it."));
    };
  }
}
