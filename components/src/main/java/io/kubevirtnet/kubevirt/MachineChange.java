package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change does to a machine: field by field, with the reason and what to do about it.
 *
 * <p>The machine that runs is taken to be as its old template says. Networks are told apart by
 * their names, as KubeVirt does it.
 *
 * @param fields those that change, card by card as the new machine lists them, those that go after
 *     them, and what belongs to the whole machine last
 * @param cards of every network, what it is called on its way into the guest
 * @param isRestartRequired what KubeVirt's own check of interfaces and networks says of a machine
 *     that runs: vmliveupdate.IsRestartRequired
 */
public record MachineChange(
    List<FieldChange> fields, List<CardChange> cards, boolean isRestartRequired) {

  public MachineChange {
    fields = List.copyOf(fields);
    cards = List.copyOf(cards);
  }

  public static MachineChange of(
      Machine before, Machine after, MachineFacts facts, ClusterConfiguration config) {
    var release = config.release();
    var running = Cards.running(before, config);
    var wanted = Cards.running(after, config);
    return new MachineChange(
        fields(before, after, running, wanted, facts, config),
        cards(
            GuestSide.of(before, running, facts, true), GuestSide.of(after, wanted, facts, false)),
        RestartRule.isRequired(
            Cards.written(after, release), Cards.written(before, release), config));
  }

  /** What deserves a word of its own, at the places of the new machine. */
  public static void check(
      Machine before,
      Machine after,
      MachineFacts facts,
      ClusterConfiguration config,
      Report report) {
    ChangeAdvice.check(before, after, facts, config, of(before, after, facts, config), report);
  }

  /** The worst of all. */
  public Effect effect() {
    return fields.stream().map(FieldChange::effect).reduce(Effect.NOTHING, Effect::and);
  }

  private static List<FieldChange> fields(
      Machine before,
      Machine after,
      Cards running,
      Cards wanted,
      MachineFacts facts,
      ClusterConfiguration config) {
    var commands = Commands.of(after);
    var movement = new Movement(before, running, facts, config, commands);
    var effects = new CardEffects(movement, facts, config, commands);
    var list = after.spec().get("domain", "devices", "interfaces").path();
    var changes = new ArrayList<>(CardChanges.between(running, wanted, list, effects));
    changes.addAll(RestChanges.between(before, after, effects, movement, config));
    var identity = IdentityChange.between(before, after);
    var kind = KindOfChange.of(before, identity.isPresent(), facts);
    identity.ifPresent(changes::add);
    return changes.stream().map(c -> kind.outcome(c).map(c::with).orElse(c)).toList();
  }

  private static List<CardChange> cards(
      Map<String, CardChange.Names> b, Map<String, CardChange.Names> a) {
    var names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    return names.stream()
        .map(n -> new CardChange(n, Optional.ofNullable(b.get(n)), Optional.ofNullable(a.get(n))))
        .toList();
  }
}
