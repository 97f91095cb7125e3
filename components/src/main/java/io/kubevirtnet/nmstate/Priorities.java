package io.kubevirtnet.nmstate;

import io.kubevirtnet.nmstate.Ifaces.Key;
import io.kubevirtnet.value.PropertyPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The order in which nmstate brings interfaces up: it finds one for four levels in any order. */
final class Priorities {
  private static final int ROUNDS = 4;

  private final MergedIfaces all;
  private final Map<String, Long> found = new HashMap<>();

  private Priorities(MergedIfaces all) {
    this.all = all;
  }

  static void check(MergedIfaces all) {
    for (int round = 0; round < ROUNDS; round++) {
      if (new Priorities(all).settle()) {
        return;
      }
    }
    var place =
        all.order.stream()
            .flatMap(k -> all.get(k.name(), k.type()).stream())
            .filter(i -> i.applied.isPresent() && !isSettled(i))
            .findFirst()
            .map(i -> Refusals.at(i.merged));
    all.refusals.add(
        InterfaceCatalogue.NESTING,
        place.orElseGet(() -> Refusals.at(PropertyPath.ROOT)),
        "Ports and controllers stand on each other in more than four levels, or in a circle.",
        "Failed to set up priority: nmstate only support nested interface up to 4 levels. To"
            + " support more nest level, please order the interfaces in desire state to place"
            + " controller before its ports");
  }

  private boolean settle() {
    boolean complete = true;
    for (var key : all.order) {
      complete &= settleByController(key);
    }
    if (complete) {
      all.order.forEach(this::settleByParent);
    }
    found.forEach(
        (name, priority) ->
            all.find(name).filter(MergedIface::isChanged).ifPresent(i -> i.priority = priority));
    return complete;
  }

  private boolean settleByController(Key key) {
    var iface = upFor(key);
    if (iface.isEmpty() || isSettled(iface.get())) {
      return true;
    }
    var applied = iface.get().applied.orElseThrow();
    var name = applied.controller().orElse("");
    var controller = all.get(name, applied.controllerType().orElse(InterfaceSchema.UNKNOWN));
    if (controller.isEmpty()) {
      return true;
    }
    if (controller.get().applied.isPresent()) {
      if (found.containsKey(name)) {
        found.put(key.name(), found.getOrDefault(name, 0L) + 1);
      } else if (isSettled(controller.get())) {
        found.put(key.name(), controller.get().priority + 1);
      } else {
        return false;
      }
    } else if (controller.get().current.isPresent() && applied.parent().isEmpty()) {
      found.put(key.name(), 1L);
    }
    return true;
  }

  private void settleByParent(Key key) {
    upFor(key)
        .flatMap(i -> i.applied.orElseThrow().parent())
        .ifPresent(
            parent -> {
              if (found.containsKey(parent)) {
                found.put(key.name(), found.getOrDefault(parent, 0L) + 1);
              } else {
                all.find(parent)
                    .filter(p -> p.isChanged() && isSettled(p))
                    .ifPresent(p -> found.put(key.name(), p.priority + 1));
              }
            });
  }

  private Optional<MergedIface> upFor(Key key) {
    return all.get(key.name(), key.type()).filter(i -> i.applied.filter(Iface::isUp).isPresent());
  }

  private static boolean isSettled(MergedIface iface) {
    return iface.priority != 0 || iface.applied.filter(Iface::hasController).isEmpty();
  }
}
