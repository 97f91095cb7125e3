package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The fields of the cards that change, card by card. */
final class CardChanges {
  private final Cards before;
  private final Cards after;
  private final PropertyPath list;
  private final CardEffects effects;
  private final List<FieldChange> changes = new ArrayList<>();

  private CardChanges(Cards before, Cards after, PropertyPath list, CardEffects effects) {
    this.before = before;
    this.after = after;
    this.list = list;
    this.effects = effects;
  }

  /**
   * @param list where a card that is gone would stand
   */
  static List<FieldChange> between(
      Cards before, Cards after, PropertyPath list, CardEffects effects) {
    var changes = new CardChanges(before, after, list, effects);
    for (var card : after.all()) {
      before
          .find(card.name())
          .ifPresentOrElse(b -> changes.kept(b, card), () -> changes.added(card));
    }
    if (!after.isOpen()) {
      before.all().stream().filter(c -> after.find(c.name()).isEmpty()).forEach(changes::removed);
    }
    return changes.changes;
  }

  private void added(Card card) {
    if (!before.isOpen()) {
      note(
          card,
          "",
          card.place().get("name").written(),
          ShownPart.NONE,
          card.shown(),
          effects.added(card, before));
    }
  }

  private void removed(Card card) {
    note(card, "", list, card.shown(), ShownPart.NONE, effects.removed(card));
  }

  private void kept(Card b, Card a) {
    if (b.nic().isPresent() != a.nic().isPresent()
        || b.network().isPresent() != a.network().isPresent()) {
      var outcome = effects.restart("A card needs its interface and its network.");
      note(a, "", a.place().get("name").written(), b.shown(), a.shown(), outcome);
      return;
    }
    binding(b, a);
    fields(b, a);
    state(b, a);
    network(b, a);
  }

  private void binding(Card b, Card a) {
    if (!b.binding().equals(a.binding())) {
      note(
          a,
          Card.BINDING,
          place(a, a.binding().map(m -> m.split(" ", 2)[0])),
          b.binding().orElse("no binding"),
          a.binding().orElse("no binding"),
          effects.restart("Another binding is another card."));
    }
  }

  private static PropertyPath place(Card card, Optional<String> method) {
    var field = method.map(m -> m.equals("plugin") ? Card.BINDING : m).orElse("name");
    return card.place().get(field).written();
  }

  private void fields(Card b, Card a) {
    var names = new TreeSet<>(b.nicForm().keySet());
    names.addAll(a.nicForm().keySet());
    names.remove(Card.BINDING);
    Card.METHODS.forEach(names::remove);
    for (var name : names) {
      if (differ(form(b.nicForm(), name), form(a.nicForm(), name))) {
        note(
            a,
            name,
            b.nic().map(n -> n.get(name)),
            a.nic().map(n -> n.get(name)),
            effects.restart("A running card has this until it is made anew."));
      }
    }
  }

  private static boolean differ(Optional<Object> b, Optional<Object> a) {
    return !b.equals(a) || isOpen(a);
  }

  private static boolean isOpen(Optional<Object> form) {
    return form.filter(v -> v == Form.OPEN).isPresent();
  }

  private static Optional<Object> form(Map<?, ?> fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private void state(Card b, Card a) {
    var open = a.nic().filter(n -> n.get(Card.STATE).isOpen()).isPresent();
    if (open || !b.state().equals(a.state())) {
      var shown = open ? ShownPart.OPEN : a.state();
      note(a, Card.STATE, place(a, Optional.of(Card.STATE)), b.state(), shown, effects.state(b, a));
    }
  }

  private void network(Card b, Card a) {
    if (!source(b).equals(source(a))) {
      note(
          a,
          "network",
          a.network().map(n -> n.get("name").written()).orElse(list),
          source(b),
          source(a),
          effects.restart("A card stays on the kind of network that it was made for."));
      return;
    }
    for (var field :
        List.of(
            List.of(Card.POD, "vmNetworkCIDR"),
            List.of(Card.POD, "vmIPv6NetworkCIDR"),
            List.of(Card.MULTUS, "default"),
            List.of(Card.CLAIM, "claimName"),
            List.of(Card.CLAIM, "requestName"))) {
      inNetwork(
          b, a, field.get(0), field.get(1), effects.restart("The pod has this from its start."));
    }
    if (a.isMultus()) {
      inNetwork(b, a, Card.MULTUS, Card.NETWORK_NAME, effects.definition(b, a));
    }
  }

  private static String source(Card card) {
    return Card.SOURCES.stream().filter(card.networkForm()::containsKey).findFirst().orElse("none");
  }

  private void inNetwork(Card b, Card a, String source, String field, Outcome outcome) {
    if (differ(form(b, source, field), form(a, source, field))) {
      note(
          a,
          source + "." + field,
          b.network().map(n -> n.get(source, field)),
          a.network().map(n -> n.get(source, field)),
          outcome);
    }
  }

  private static Optional<Object> form(Card card, String source, String field) {
    return form(card.networkForm(), source)
        .flatMap(whole -> whole instanceof Map<?, ?> f ? form(f, field) : Optional.of(whole));
  }

  private void note(
      Card card, String field, Optional<Part> before, Optional<Part> after, Outcome outcome) {
    var path = after.map(Part::written).orElse(list);
    var shownAfter = after.map(ShownPart::of).orElse(ShownPart.NONE);
    note(card, field, path, before.map(ShownPart::of).orElse(ShownPart.NONE), shownAfter, outcome);
  }

  private void note(
      Card card, String field, PropertyPath path, String before, String after, Outcome outcome) {
    changes.add(
        new FieldChange(
            Optional.of(card.name()),
            field,
            path,
            before,
            after,
            outcome.effect(),
            after.equals(ShownPart.OPEN) ? "If it differs: " + outcome.reason() : outcome.reason(),
            outcome.advice()));
  }
}
