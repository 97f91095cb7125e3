package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What one would rather know before a change than after it. */
final class ChangeAdvice {
  /** Ports that KubeVirt keeps free at least, with up to and with more than 2 GiB of memory. */
  private static final int FREE_PORTS = 3;

  private final Cards before;
  private final Cards after;
  private final Machine old;
  private final MachineFacts facts;
  private final ClusterConfiguration config;
  private final MachineChange change;
  private final Commands commands;
  private final Report report;

  private ChangeAdvice(
      Machine old,
      Machine machine,
      MachineFacts facts,
      ClusterConfiguration config,
      MachineChange change,
      Report report) {
    this.old = old;
    this.before = Cards.running(old, config);
    this.after = Cards.running(machine, config);
    this.facts = facts;
    this.config = config;
    this.change = change;
    this.commands = Commands.of(machine);
    this.report = report;
  }

  static void check(
      Machine before,
      Machine after,
      MachineFacts facts,
      ClusterConfiguration config,
      MachineChange change,
      Report report) {
    var advice = new ChangeAdvice(before, after, facts, config, change, report);
    advice.leftovers();
    boolean judged =
        before.kind() == MachineKind.VIRTUAL_MACHINE && change.effect() != Effect.RECREATE;
    if (judged) {
      advice.guestNames();
      advice.networkData();
    }
    if (judged && !facts.isStopped()) {
      advice.cards();
      advice.movement();
      advice.macs();
      advice.ports();
    }
  }

  /** What was absent before and still is, KubeVirt has taken out, and is asked for again. */
  private void leftovers() {
    for (var card : after.all()) {
      if (card.isAbsent() && before.find(card.name()).filter(Card::isAbsent).isPresent()) {
        add(
            ChangeCatalogue.ABSENT_KEPT,
            card.place().get(Card.STATE).written(),
            named(card) + " was absent before, and still stands here.");
      }
    }
  }

  private void cards() {
    for (var field : change.fields()) {
      var network = field.network();
      if (network.isEmpty()) {
        continue;
      }
      var gone = before.find(network.get()).filter(c -> after.find(c.name()).isEmpty());
      var come = after.find(network.get()).filter(c -> before.find(c.name()).isEmpty());
      gone.ifPresent(card -> gone(card, field));
      come.ifPresent(card -> come(card, field));
      if (gone.isEmpty() && come.isEmpty()) {
        kept(field);
      }
    }
  }

  private void gone(Card card, FieldChange field) {
    if (field.effect() == Effect.NOTHING) {
      return;
    }
    var renamed = renamed(card);
    if (renamed.isPresent()) {
      add(
          ChangeCatalogue.RENAMED,
          renamed.get().place().get("name").written(),
          "\"" + card.name() + "\" becomes \"" + renamed.get().name() + "\".");
    } else if (CardEffects.isUnpluggable(card)) {
      add(ChangeCatalogue.NOT_UNPLUGGED, field.path(), named(card) + " is taken out at once.");
    } else {
      add(
          ChangeCatalogue.NOT_PLUGGABLE,
          field.path(),
          named(card) + " is taken out, and " + card.binding().orElse("it") + " stays until then.");
    }
  }

  /** The same card on the same network under another name. */
  private Optional<Card> renamed(Card card) {
    return after.all().stream()
        .filter(c -> before.find(c.name()).isEmpty())
        .filter(c -> nameless(c).equals(nameless(card)))
        .findFirst();
  }

  private static List<Object> nameless(Card card) {
    var nic = new TreeMap<>(card.nicForm());
    var network = new TreeMap<>(card.networkForm());
    nic.remove("name");
    network.remove("name");
    return List.of(nic, network);
  }

  private void come(Card card, FieldChange field) {
    boolean known = before.all().stream().noneMatch(c -> nameless(c).equals(nameless(card)));
    if (field.effect() == Effect.NEVER_LANDS && known) {
      add(
          ChangeCatalogue.WAITS,
          field.path(),
          named(card) + " is not plugged in: " + card.binding().orElse("no binding") + ".",
          "Restart the machine after the change: " + commands.restart());
    }
  }

  private void kept(FieldChange field) {
    boolean isDefinition = field.field().equals(Card.MULTUS + "." + Card.NETWORK_NAME);
    if (isDefinition && field.effect() == Effect.NEVER_LANDS) {
      add(
          ChangeCatalogue.NOT_SWAPPED,
          field.path(),
          field.network().orElse("") + " stays on " + field.before() + ".",
          "Restart the machine after the change: " + commands.restart());
    } else if (isDefinition
        && field.effect() == Effect.MIGRATION
        && facts.dynamicNetworks().or(config::dynamicNetworks).orElse(false)) {
      add(
          ChangeCatalogue.SWAP_WITH_CONTROLLER,
          field.path(),
          field.network().orElse("") + " goes to " + field.after() + " while the controller runs.");
    } else if (field.field().equals(Card.STATE) && field.effect() == Effect.NEVER_LANDS) {
      add(
          ChangeCatalogue.STATE_STAYS,
          field.path(),
          field.network().orElse("") + " can not become " + field.after() + " while it runs.");
    }
  }

  private void movement() {
    var moves = new Movement(old, before, facts, config, commands);
    change.fields().stream()
        .filter(f -> Movement.isEviction(f))
        .findFirst()
        .ifPresent(
            f ->
                add(
                    ChangeCatalogue.EVICTED,
                    f.path(),
                    label(f) + " needs another pod, and KubeVirt shuts the machine down for it."));
    if (moves.isNobodys()) {
      change.fields().stream()
          .filter(f -> f.effect() == Effect.MIGRATION)
          .findFirst()
          .ifPresent(
              f ->
                  add(
                      ChangeCatalogue.NOBODY_MIGRATES,
                      f.path(),
                      label(f) + " needs another pod, and nobody migrates the machine.",
                      "Migrate it after the change: " + commands.migrate()));
    }
  }

  private static String label(FieldChange field) {
    return field.network().orElse(field.field());
  }

  /** At a restart the network of the pod chooses a new address for the guest. */
  private void macs() {
    if (change.effect() != Effect.RESTART && change.effect() != Effect.NEVER_LANDS) {
      return;
    }
    for (var card : after.all()) {
      boolean kept = before.find(card.name()).filter(c -> c.mac().isEmpty()).isPresent();
      if (kept && card.nic().isPresent() && isFresh(card)) {
        add(
            ChangeCatalogue.NEW_MAC,
            card.place().get("name").written(),
            named(card) + " has no macAddress, and the machine is restarted.");
      }
    }
  }

  private static boolean isFresh(Card card) {
    return card.has(Card.BRIDGE)
        && card.isSecondary()
        && !card.isAbsent()
        && card.nic().filter(n -> !n.get("macAddress").isSet()).isPresent();
  }

  private void guestNames() {
    for (var card : change.cards()) {
      var b = card.before().flatMap(CardChange.Names::guest);
      var a = card.after().flatMap(CardChange.Names::guest);
      if (b.isPresent() && a.isPresent() && !b.equals(a)) {
        after
            .find(card.network())
            .ifPresent(
                c ->
                    add(
                        ChangeCatalogue.OTHER_GUEST_NAME,
                        c.place().get("name").written(),
                        card.network()
                            + " is "
                            + b.get()
                            + " in the guest, and "
                            + a.get()
                            + " after the next start."));
      }
    }
  }

  private void networkData() {
    change.fields().stream()
        .filter(f -> f.network().isEmpty() && f.field().startsWith("networkData"))
        .filter(f -> !f.before().equals(ShownPart.NONE) && !f.after().equals(ShownPart.NONE))
        .findFirst()
        .ifPresent(
            f -> add(ChangeCatalogue.GUEST_BOOTED, f.path(), f.field() + " has another text."));
  }

  private void ports() {
    var added =
        change.fields().stream()
            .filter(f -> f.field().isEmpty() && f.before().equals(ShownPart.NONE))
            .filter(f -> f.effect() == Effect.HOTPLUG)
            .toList();
    var annotations = old.template().get("metadata", "annotations");
    boolean none = annotations.get("kubevirt.io/placePCIDevicesOnRootComplex").is("true");
    int free = none ? 0 : FREE_PORTS;
    if (added.size() > free) {
      add(
          ChangeCatalogue.NO_PORT,
          added.get(free).path(),
          "Cards to plug in: " + added.size() + "; ports free for sure: " + free + ".");
    }
  }

  private static String named(Card card) {
    return "The card of " + card.name();
  }

  private void add(Rule rule, PropertyPath path, String what) {
    report.add(rule, path, what);
  }

  private void add(Rule rule, PropertyPath path, String what, String fix) {
    report.add(rule, path, what, fix);
  }
}
