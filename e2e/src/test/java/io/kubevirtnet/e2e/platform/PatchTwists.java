package io.kubevirtnet.e2e.platform;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What makes a patch of a part of a machine: nulls, directives, and things that are wrong. */
final class PatchTwists {
  private static final String DIRECTIVE = "$patch";
  private static final String AWAY = "$deleteFromPrimitiveList/";

  private final Dice dice;
  private final Map<String, Object> template;

  PatchTwists(Dice dice, Map<String, Object> template) {
    this.dice = dice;
    this.template = template;
  }

  /**
   * An object of the patch.
   *
   * @param beside the object that the template has in its place; empty when there is none
   * @param parent the field that it stands in
   */
  private record Spot(String parent, Map<String, Object> here, Map<String, Object> beside) {}

  void apply(Map<String, Object> patch) {
    var spots = new ArrayList<Spot>();
    collect("", patch, template, spots);
    var spot = dice.of(spots);
    switch (dice.upTo(14)) {
      case 0, 1, 2 -> nothing(spot);
      case 3 -> spot.here().put(DIRECTIVE, dice.of("replace", "delete"));
      case 4 -> spot.here().put(DIRECTIVE, dice.of("merge", "no", 7));
      case 5 -> retain(spot);
      case 6, 7 -> order(spots);
      case 8 -> takeAway(spots);
      case 9 -> item(spots);
      case 10 -> unknown(spot);
      case 11 -> otherKind(spot);
      case 12 -> mixed(spots);
      default -> meet(spot);
    }
  }

  private void collect(
      String parent, Map<String, Object> here, Map<String, Object> beside, List<Spot> spots) {
    spots.add(new Spot(parent, here, beside));
    here.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?>) {
            collect(name, object(value), object(beside.get(name)), spots);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : new LinkedHashMap<>();
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> l ? new ArrayList<>(l) : new ArrayList<>();
  }

  private void nothing(Spot spot) {
    var names = names(spot);
    if (!names.isEmpty()) {
      putNull(spot.here(), dice.of(names));
    }
  }

  @SuppressWarnings("NullAway") // The map goes out as JSON, which has it.
  private static void putNull(Map<String, Object> object, String name) {
    object.put(name, null);
  }

  /** Of both sides. */
  private static List<String> names(Spot spot) {
    var names = new ArrayList<>(spot.here().keySet());
    spot.beside().keySet().stream().filter(n -> !names.contains(n)).forEach(names::add);
    return names;
  }

  private void retain(Spot spot) {
    if (dice.oneIn(8)) {
      spot.here().put("$retainKeys", dice.of("name", 7));
      return;
    }
    var kept = new ArrayList<Object>(spot.here().keySet());
    kept.addAll(dice.some(new ArrayList<>(spot.beside().keySet()), 3));
    if (dice.oneIn(4) && !kept.isEmpty()) {
      kept.remove(0);
    }
    spot.here().put("$retainKeys", kept);
  }

  private void order(List<Spot> spots) {
    var metadata = at(spots, "metadata");
    var instance = at(spots, "spec");
    var dns = at(spots, "dnsConfig");
    switch (dice.upTo(7)) {
      // Kubernetes panics where items are objects without a key.
      case 6 -> order(instance, "tolerations", List.of(Map.of("name", "lan"), Map.of("name", "a")));
      case 0, 1 -> order(metadata, "finalizers", List.of("a/x", "b/x", "c/x", "d/x"));
      case 2 -> order(dns, "nameservers", List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"));
      case 3 ->
          order(metadata, "ownerReferences", List.of(Map.of("uid", "zone"), Map.of("uid", "host")));
      case 4 ->
          order(
              instance,
              "topologySpreadConstraints",
              List.of(
                  Map.of("topologyKey", "zone"),
                  Map.of("topologyKey", "rack"),
                  Map.of("topologyKey", "row")));
      default -> wrongOrder(dice.of(spots));
    }
  }

  private Spot at(List<Spot> spots, String parent) {
    var there = spots.stream().filter(s -> s.parent().equals(parent)).toList();
    return there.isEmpty() ? dice.of(spots) : there.get(there.size() - 1);
  }

  private void order(Spot spot, String list, List<Object> known) {
    var order = new ArrayList<>(known);
    if (dice.oneIn(3)) {
      Collections.shuffle(order, new Random(dice.upTo(1000)));
    }
    if (dice.oneIn(3)) {
      order.remove(dice.upTo(order.size()));
    }
    spot.here().put("$setElementOrder/" + list, order);
    if (dice.oneIn(2)) {
      // One that fits, so that not only refusals come of it.
      spot.here().put(list, new ArrayList<>(order.subList(0, dice.upTo(order.size()))));
    }
  }

  private void wrongOrder(Spot spot) {
    spot.here()
        .put(
            dice.of("$setElementOrder", "$setElementOrder/hostname", "$setElementOrder/finalizers"),
            dice.of("a", 7, List.of()));
  }

  private void takeAway(List<Spot> spots) {
    switch (dice.upTo(8)) {
      case 0 -> dice.of(spots).here().put("$deleteFromPrimitiveList", List.of("a/x"));
      case 1 -> takeAway(at(spots, "devices"), "interfaces", List.of(map("name", "lan")));
      case 2 -> takeAway(at(spots, "metadata"), "finalizers", List.of(7));
      case 3, 4, 5 -> takeAway(at(spots, "metadata"), "finalizers", some("a/x", "b/x", "c/x"));
      default -> takeAway(at(spots, "dnsConfig"), "nameservers", some("10.0.0.1", "10.0.0.2"));
    }
  }

  private List<Object> some(String... texts) {
    return new ArrayList<>(dice.some(List.of(texts), 2));
  }

  private static void takeAway(Spot spot, String list, List<Object> items) {
    spot.here().put(AWAY + list, items);
  }

  /** No list beside what is taken from it: Kubernetes leaves to chance which one comes first. */
  static void settle(Map<String, Object> patch) {
    List.copyOf(patch.keySet()).stream()
        .filter(name -> name.startsWith(AWAY))
        .forEach(name -> patch.remove(name.substring(AWAY.length())));
    patch.values().stream().filter(Map.class::isInstance).forEach(inner -> settle(object(inner)));
  }

  private void item(List<Spot> spots) {
    boolean owners = dice.oneIn(3);
    var spot = at(spots, owners ? "metadata" : "spec");
    var name = owners ? "ownerReferences" : "topologySpreadConstraints";
    var key = owners ? "uid" : "topologyKey";
    var items = list(spot.here().get(name));
    items.add(
        dice.upTo(items.size() + 1),
        switch (dice.upTo(5)) {
          case 0, 1 -> map(DIRECTIVE, "delete", key, dice.of("zone", "rack", "host"));
          case 2 -> map(DIRECTIVE, "replace");
          case 3 -> map(DIRECTIVE, dice.of("merge", "delete", "no"));
          default -> map("name", "a");
        });
    spot.here().put(name, items);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /** Where the template has none, it just comes in. */
  private void unknown(Spot spot) {
    var name = dice.of("taints", "Hostname", "more");
    boolean list = dice.oneIn(2);
    spot.here().put(name, list ? List.of("a") : map("a", map("b", 1)));
    if (!spot.beside().isEmpty() && dice.oneIn(2)) {
      spot.beside().put(name, list ? List.of("b") : map("a", map("c", 1)));
    }
  }

  private void otherKind(Spot spot) {
    var names = names(spot);
    if (!names.isEmpty()) {
      spot.here().put(dice.of(names), dice.of("a", 7, true, List.of("a"), map("name", "a")));
    }
  }

  private void mixed(List<Spot> spots) {
    boolean constraints = dice.oneIn(2);
    var spot = at(spots, constraints ? "spec" : "metadata");
    var name = constraints ? "topologySpreadConstraints" : "finalizers";
    var items = list(spot.here().get(name));
    items.add(dice.of("z/x", 7, map("topologyKey", "row"), List.of("a")));
    spot.here().put(name, items);
  }

  /** Both sides have the same objects, of which the patch says nothing. */
  private void meet(Spot spot) {
    spot.beside()
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?>) {
                spot.here().putIfAbsent(name, map());
              }
            });
  }
}
