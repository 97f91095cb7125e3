package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what a node has to what it shall have again, with the fewest words. */
final class WayBack {
  /** Given whole or not at all: half of it would mean something else. */
  private static final Set<String> WHOLE =
      Set.of("ipv4", "ipv6", "link-aggregation", "vlan", "vrf");

  private final Links have;
  private final Links target;
  private final List<Tree> interfaces = new ArrayList<>();
  private final Set<String> absent = new LinkedHashSet<>();
  private final List<String> leftBehind = new ArrayList<>();

  private WayBack(NetworkState have, NetworkState target) {
    this.have = Links.of(have);
    this.target = Links.of(target);
  }

  static Revert between(NetworkState have, NetworkState target) {
    if (have.fields() == target.fields()) {
      return new Revert(Fields.EMPTY, List.of());
    }
    var way = new WayBack(have, target);
    way.removeNew();
    way.restoreChanged();
    way.restoreRemoved();
    var state = new LinkedHashMap<String, Tree>();
    if (!way.interfaces.isEmpty()) {
      state.put("interfaces", Tree.of(way.interfaces));
    }
    new EntriesBack(have.fields(), target.fields(), way.absent, way.leftBehind).into(state);
    return new Revert(
        Tree.of((Object) state) instanceof Fields f ? f : Fields.EMPTY, way.leftBehind);
  }

  private void removeNew() {
    for (var link : have.all()) {
      boolean isNew = target.get(link.key()).isEmpty();
      // One end takes the other along.
      if (isNew && !absent.contains(link.peer())) {
        if (link.isVirtual()) {
          absent.add(link.name());
          interfaces.add(entry(link, "absent"));
        } else {
          leftBehind.add(
              link.name() + " was not there before, and a network card can not be removed.");
        }
      }
    }
  }

  private void restoreChanged() {
    for (var was : target.all()) {
      var is = have.get(was.key());
      if (is.isPresent() && is.get().fields() != was.fields()) {
        restore(is.get(), was).ifPresent(interfaces::add);
      }
    }
  }

  private Optional<Fields> restore(Link is, Link was) {
    var back = new LinkedHashMap<String, Tree>();
    changes(is.name(), is.fields(), was.fields(), back);
    boolean moved = !is.controller().equals(was.controller());
    if (moved) {
      addresses(was, back);
    }
    if (was.controllerTakesAddresses(target)) {
      back.remove("ipv4");
      back.remove("ipv6");
    }
    boolean stateDiffers = !is.state().equals(was.state());
    if (back.isEmpty() && !moved && !stateDiffers) {
      return Optional.empty();
    }
    var state = state(was);
    var entry = entry(was, state);
    for (var field : back.entrySet()) {
      entry = entry.with(field.getKey(), field.getValue());
    }
    return Optional.of(entry);
  }

  private static void addresses(Link was, Map<String, Tree> back) {
    for (var family : List.of("ipv4", "ipv6")) {
      var ip = was.fields().get(family).orElse(Tree.of("enabled", false));
      back.put(family, Cleaned.value(family, ip));
    }
  }

  /**
   * Unmanaged can not be asked for; the interface stays in the hands of NetworkManager. And "down"
   * would remove what is not a network card: such a one is shown as down when it has no carrier.
   */
  private String state(Link was) {
    if (was.state().equals("ignore")) {
      leftBehind.add(
          was.name()
              + " was not managed by NetworkManager before, and stays managed with its former values.");
      return "up";
    }
    return was.isVirtual() ? "up" : was.state();
  }

  private void restoreRemoved() {
    for (var was : target.all()) {
      if (have.get(was.key()).isPresent()) {
        continue;
      }
      if (!was.isVirtual()) {
        leftBehind.add(was.name() + " is not on the node any more.");
        continue;
      }
      var wish = Cleaned.wish(was.fields()).with("state", "up");
      interfaces.add(
          was.controllerTakesAddresses(target) ? Parts.without(wish, "ipv4", "ipv6") : wish);
    }
  }

  private static Fields entry(Link link, String state) {
    return Tree.of("name", link.name()).with("type", link.type()).with("state", state);
  }

  private void changes(String name, Fields is, Fields was, Map<String, Tree> back) {
    for (var entry : was.fields().entrySet()) {
      change(name, entry.getKey(), is.get(entry.getKey()), entry.getValue(), back);
    }
    for (var key : is.fields().keySet()) {
      if (was.get(key).isEmpty() && !isNoWish(key)) {
        unset(name, key, is.get(key).orElse(Fields.EMPTY), back);
      }
    }
  }

  private void change(
      String name, String key, Optional<Tree> is, Tree was, Map<String, Tree> back) {
    if (isNoWish(key) || is.filter(i -> i == was || Lenient.same(key, i, was)).isPresent()) {
      return;
    }
    if (was instanceof Fields w && !WHOLE.contains(key)) {
      var inner = new LinkedHashMap<String, Tree>();
      changes(name + " " + key, Parts.fields(is).orElse(Fields.EMPTY), w, inner);
      if (!inner.isEmpty()) {
        back.put(key, Tree.of((Object) inner));
      }
      return;
    }
    var cleaned = Cleaned.value(key, was);
    leases(name, key, Parts.fields(is), was);
    if (is.map(i -> Cleaned.value(key, i)).filter(i -> Lenient.same(key, i, cleaned)).isEmpty()) {
      back.put(key, cleaned);
    }
  }

  /**
   * Switching DHCP off without naming an address makes the leases static; there is no other way.
   */
  private void leases(String name, String key, Optional<Fields> is, Tree was) {
    if (key.startsWith("ipv")
        && was instanceof Fields w
        && Parts.isTrue(w, "enabled")
        && !IpMerge.isDynamic(w)
        && IpMerge.stated(Parts.list(w, "address")).isEmpty()
        && is.filter(IpMerge::isDynamic).isPresent()) {
      leftBehind.add(
          "%s may keep the %s addresses that it was given meanwhile.".formatted(name, key));
    }
  }

  private void unset(String name, String key, Tree is, Map<String, Tree> back) {
    if (Known.isDefault(key, is)) {
      return;
    }
    var reset = Known.reset(key);
    if (reset.isPresent()) {
      back.put(key, reset.get());
    } else if (is instanceof Fields f) {
      var inner = new LinkedHashMap<String, Tree>();
      changes(name + " " + key, f, Fields.EMPTY, inner);
      if (!inner.isEmpty()) {
        back.put(key, Tree.of((Object) inner));
      }
    } else {
      leftBehind.add("%s keeps %s %s: it had none before.".formatted(name, key, Shown.text(is)));
    }
  }

  private static boolean isNoWish(String key) {
    return Known.QUERY_ONLY.contains(key)
        || Set.of("name", "type", "state", "controller").contains(key);
  }
}
