package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Captures that a policy carries so that every node keeps a picture of its network cards from
 * before the policy, also one that joins later; and the state that puts such a node back from them.
 *
 * <p>Only cards that must be there anyway are captured, since a capture that matches nothing fails
 * the whole policy on that node. Routes and DNS can not be captured and are left behind.
 *
 * @param captures name to NMPolicy expression
 * @param revert a desired state with templates, to be applied with the same captures
 * @param leftBehind sentences about what the captures can not bring back
 */
public record BaselineCaptures(
    Map<String, String> captures, Fields revert, List<String> leftBehind) {
  private static final List<String> RESTORED = List.of("mtu", "mac-address");

  /**
   * @param desired the rendered policy
   */
  public static BaselineCaptures of(Fields desired) {
    var wanted = links(desired);
    var interfaces = new ArrayList<Fields>();
    wanted.stream().filter(BaselineCaptures::isMade).forEach(l -> interfaces.add(absent(l)));
    var captures = new LinkedHashMap<String, String>();
    for (var card : cards(wanted)) {
      var name = "base" + captures.size();
      captures.put(name, "interfaces.name==\"" + card + "\"");
      interfaces.add(restored(card, name, wanted));
    }
    var state = Tree.of("interfaces", interfaces);
    var mappings =
        Parts.objects(Parts.object(desired, "ovn"), "bridge-mappings").stream()
            .filter(m -> !SettingsEffect.isAbsent(m))
            .map(
                m ->
                    Tree.of("localnet", m.get("localnet").orElse(Tree.of("")))
                        .with("state", "absent"))
            .toList();
    state = state.withIf(!mappings.isEmpty(), "ovn", Tree.of("bridge-mappings", mappings));
    return new BaselineCaptures(captures, withRoutes(state, desired), leftBehind(desired));
  }

  /** Names of the network cards that a policy uses. */
  static Set<String> cards(Fields desired) {
    return cards(links(desired));
  }

  private static List<Link> links(Fields desired) {
    return Wanted.of(desired, new Links()).links();
  }

  private static Fields withRoutes(Fields state, Fields desired) {
    var after = state;
    for (var section : List.of("routes", "route-rules")) {
      var added =
          Parts.objects(Parts.object(desired, section), "config").stream()
              .filter(r -> !SettingsEffect.isAbsent(r))
              .map(r -> r.with("state", "absent"))
              .toList();
      after = after.withIf(!added.isEmpty(), section, Tree.of("config", added));
    }
    return after;
  }

  private static boolean isMade(Link link) {
    return link.state().equals("up") && link.isVirtual() && !link.type().equals("veth");
  }

  private static Fields absent(Link link) {
    return Tree.of("name", link.name()).with("type", link.type()).with("state", "absent");
  }

  /** Ports and bases that the policy does not make itself. */
  private static Set<String> cards(List<Link> wanted) {
    var made = wanted.stream().filter(BaselineCaptures::isMade).map(Link::name).toList();
    var cards = new LinkedHashSet<String>();
    for (var link : wanted) {
      if (link.state().equals("up")) {
        // A port of the bridge's own name is the interface inside an OVS bridge.
        link.ports().stream()
            .filter(p -> !made.contains(p) && !p.equals(link.name()))
            .forEach(cards::add);
        if (!link.isVirtual() && !link.type().equals("unknown")) {
          cards.add(link.name());
        }
      }
    }
    return cards;
  }

  private static Fields restored(String card, String capture, List<Link> wanted) {
    var entry =
        Tree.of("name", card)
            .with("type", template(capture, "type"))
            .with("state", template(capture, "state"))
            .with("ipv4", template(capture, "ipv4"))
            .with("ipv6", template(capture, "ipv6"));
    for (var field : RESTORED) {
      boolean set =
          wanted.stream().anyMatch(l -> l.name().equals(card) && l.fields().get(field).isPresent());
      entry = entry.withIf(set, field, template(capture, field));
    }
    return entry;
  }

  private static String template(String capture, String field) {
    return "{{ capture." + capture + ".interfaces.0." + field + " }}";
  }

  private static List<String> leftBehind(Fields desired) {
    var left = new ArrayList<String>();
    left.add("Static routes through the captured network cards do not come back.");
    if (desired.get("dns-resolver").isPresent()) {
      left.add("The DNS settings of the policy stay.");
    }
    return left;
  }
}
