package io.kubevirtnet.kubevirt;

import java.util.List;
import java.util.Optional;

/** What becomes of a machine that needs another pod: who moves it, if anyone can. */
final class Movement {
  private static final String LIVE_MIGRATE = "LiveMigrate";
  private static final String EVICT = "Evict";
  private static final String EVICTION = " so KubeVirt evicts it, which restarts it.";
  private static final String ANNOTATION = "kubevirt.io/allow-pod-bridge-network-live-migration";

  private final Optional<Boolean> migratable;
  private final Optional<List<String>> methods;
  private final Commands commands;

  Movement(
      Machine machine,
      Cards current,
      MachineFacts facts,
      ClusterConfiguration config,
      Commands commands) {
    this.migratable = facts.migratable().or(() -> byNetwork(machine, current, config));
    this.methods = config.workloadUpdateMethods();
    this.commands = commands;
  }

  /** Nothing when it is not known. */
  Optional<Boolean> migratable() {
    return migratable;
  }

  boolean isImpossible() {
    return migratable.isPresent() && !migratable.get();
  }

  /** Known, and neither of the two ways is among them. */
  boolean isNobodys() {
    return methods.filter(m -> !m.contains(LIVE_MIGRATE) && !m.contains(EVICT)).isPresent();
  }

  /** KubeVirt shuts it down to bring it up to date. */
  boolean isEviction() {
    return methods
        .filter(m -> m.contains(EVICT) && (isImpossible() || !m.contains(LIVE_MIGRATE)))
        .isPresent();
  }

  static boolean isEviction(FieldChange change) {
    return change.reason().endsWith(EVICTION);
  }

  /**
   * KubeVirt: VerifyVMIMigratable. That of the pod network can forbid it; nothing here allows it.
   */
  private static Optional<Boolean> byNetwork(
      Machine machine, Cards current, ClusterConfiguration config) {
    return current.all().stream()
        .filter(Card::isPod)
        .findFirst()
        .filter(card -> isStuck(card, machine, config))
        .map(card -> false);
  }

  private static boolean isStuck(Card card, Machine machine, ClusterConfiguration config) {
    if (card.nicForm().isEmpty() || card.has(Card.MASQUERADE) || card.has(Card.PASST)) {
      return false;
    }
    if (card.has(Card.BRIDGE)) {
      var annotations = machine.template().get("metadata", "annotations");
      return !annotations.isOpen() && !annotations.get(ANNOTATION).isSet();
    }
    var plugin = card.nic().map(n -> n.get(Card.BINDING, "name")).flatMap(n -> n.text());
    return plugin.isEmpty()
        || config
            .plugins()
            .filter(all -> !all.containsKey(plugin.get()) || !all.get(plugin.get()).migratable())
            .isPresent();
  }

  /**
   * @param why a sentence that says why another pod is needed
   */
  Outcome outcome(String why) {
    if (isEviction()) {
      return new Outcome(
          Effect.RESTART,
          why
              + (isImpossible() ? " It can not migrate," : " Machines are not migrated here,")
              + EVICTION,
          "");
    }
    if (isImpossible()) {
      return new Outcome(
          Effect.NEVER_LANDS,
          why + " It can not migrate, and KubeVirt asks for no restart.",
          commands.restart());
    }
    if (isNobodys()) {
      return new Outcome(
          Effect.MIGRATION,
          why + " KubeVirt's workloadUpdateMethods are empty, so that nobody migrates it.",
          commands.migrate());
    }
    return methods.isPresent()
        ? Outcome.of(Effect.MIGRATION, why + " KubeVirt migrates it by itself.")
        : new Outcome(
            Effect.MIGRATION,
            why + " KubeVirt migrates it where workloadUpdateMethods has LiveMigrate.",
            "Else: " + commands.migrate());
  }
}
