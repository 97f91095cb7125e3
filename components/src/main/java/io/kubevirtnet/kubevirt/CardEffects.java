package io.kubevirtnet.kubevirt;

import java.util.Optional;

/** KubeVirt: VMController.Sync and the migration evaluator, for one card of a machine that runs. */
final class CardEffects {
  private static final String OTHER_POD =
      "A card for an SR-IOV device needs a pod with the device.";

  private final Movement movement;
  private final MachineFacts facts;
  private final ClusterConfiguration config;
  private final Commands commands;
  private final String namespace;

  CardEffects(
      Movement movement, MachineFacts facts, ClusterConfiguration config, Commands commands) {
    this.movement = movement;
    this.facts = facts;
    this.config = config;
    this.commands = commands;
    this.namespace = commands.namespace();
  }

  Optional<Boolean> dynamicNetworks() {
    return facts.dynamicNetworks().or(config::dynamicNetworks);
  }

  Outcome restart(String why) {
    return new Outcome(Effect.RESTART, why, commands.restart());
  }

  Outcome never(String why) {
    return new Outcome(Effect.NEVER_LANDS, why, commands.restart());
  }

  Outcome added(Card card, Cards before) {
    if (card.isAbsent()) {
      return Outcome.nothing("It is to be absent, so KubeVirt takes it out of the machine.");
    }
    if (card.isPod() && !before.hasPodNetwork()) {
      return restart("No running machine gets the pod network.");
    }
    if (!card.isPluggable()) {
      return never("Only bridge and sriov are plugged in while it runs, and KubeVirt is silent.");
    }
    if (!card.isSecondary()) {
      return never("Only a network that Multus adds is plugged in, and KubeVirt is silent.");
    }
    return card.has(Card.SRIOV) ? movement.outcome(OTHER_POD) : plugged();
  }

  private Outcome plugged() {
    var controller = dynamicNetworks();
    if (controller.isEmpty() && !movement.isImpossible()) {
      return new Outcome(
          Effect.HOTPLUG,
          "The dynamic networks controller plugs it in; without it the machine has to migrate.",
          "Without the controller: " + commands.migrate());
    }
    if (controller.isEmpty() || controller.get()) {
      return Outcome.of(
          Effect.HOTPLUG,
          "The dynamic networks controller plugs it in"
              + (controller.isEmpty() ? "; without it only a restart does." : "."));
    }
    return movement.outcome("No dynamic networks controller plugs it in.");
  }

  Outcome removed(Card card) {
    if (card.isAbsent()) {
      return Outcome.nothing("It was unplugged before, and KubeVirt has taken it out already.");
    }
    return isUnpluggable(card)
        ? new Outcome(
            Effect.RESTART,
            "The card stays until then, because it was not unplugged first.",
            "Without a restart: set state: absent first, and take it out when it is gone. Else: "
                + commands.restart())
        : restart("Only a card with bridge on a network of Multus is unplugged while it runs.");
  }

  /** KubeVirt unplugs cards with bridge only, and never the one of the pod. */
  static boolean isUnpluggable(Card card) {
    return card.has(Card.BRIDGE) && card.isSecondary();
  }

  Outcome state(Card before, Card after) {
    if (after.isAbsent()) {
      if (!isUnpluggable(after)) {
        return never("Only a card with bridge on a network of Multus is unplugged.");
      }
      return facts.ordinalNames().orElse(false)
          ? never("Its pod is older than KubeVirt 1.0, and its cards are not unplugged.")
          : unplugged();
    }
    if (before.isAbsent()) {
      return Outcome.of(
          Effect.HOTPLUG,
          "The card that was unplugged does not come back; another one is plugged in after it.");
    }
    if (after.has(Card.SRIOV) || after.has(Card.PASST)) {
      return never("KubeVirt does not touch the link of " + after.binding().orElse("it") + ".");
    }
    return Outcome.of(Effect.LIVE, "The guest sees the link go " + after.state() + ".");
  }

  private Outcome unplugged() {
    var controller = dynamicNetworks();
    return controller.orElse(false)
        ? Outcome.of(Effect.HOTPLUG, "The card leaves the guest and its pod.")
        : Outcome.of(
            Effect.HOTPLUG,
            "The card leaves the guest; its pod keeps the interface until the dynamic networks"
                + " controller or a migration takes it.");
  }

  /** The name of the definition behind a card. */
  Outcome definition(Card before, Card after) {
    if (!RestartRule.swapsDefinitions(config)) {
      return restart("KubeVirt swaps definitions only with the gate LiveUpdateNADRef.");
    }
    if (qualified(before).equals(qualified(after))) {
      return Outcome.nothing("It is the same definition, with its namespace or without.");
    }
    if (after.isMultusDefault()) {
      return never("The default network is not swapped while it runs, and KubeVirt is silent.");
    }
    return movement.outcome("Another definition needs another pod; the guest keeps card and MAC.");
  }

  /** With its namespace, when that is known. */
  private String qualified(Card card) {
    var name = card.network().flatMap(n -> n.get(Card.MULTUS, Card.NETWORK_NAME).text());
    return name.map(n -> n.contains("/") ? n : namespace + "/" + n).orElse("");
  }
}
