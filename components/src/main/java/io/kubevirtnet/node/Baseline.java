package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a node's state that a policy is about to touch, as it was before the first write, and
 * clean of what only reports or differs from node to node by nature. Nodes that are alike have
 * equal ones.
 */
public record Baseline(NetworkState state) {

  /**
   * @param current what the node reports
   * @param desired the rendered policy that will be applied first
   */
  public static Baseline of(NetworkState current, Fields desired) {
    var links = Links.of(current);
    var names = touched(current, desired, links);
    var interfaces = new ArrayList<Fields>();
    for (var link : links.all()) {
      if (names.contains(link.name())) {
        interfaces.add(cleaned(link, desired));
      }
    }
    interfaces.sort(
        java.util.Comparator.comparing((Fields f) -> Parts.text(f, "name").orElse(""))
            .thenComparing(f -> Parts.text(f, "type").orElse("")));
    var state = Tree.of("interfaces", interfaces);
    var routes =
        Parts.objects(Parts.object(current.fields(), "routes"), "config").stream()
            .filter(r -> names.contains(new RouteEntry(r).via()))
            .toList();
    state = state.with("routes", Tree.of("config", routes));
    return new Baseline(new NetworkState(settings(state, current, desired)));
  }

  private static Fields settings(Fields state, NetworkState current, Fields desired) {
    var dns = Parts.object(current.fields(), "dns-resolver", "config");
    var mappings = Parts.list(Parts.object(current.fields(), "ovn"), "bridge-mappings");
    var settings =
        state
            .with("dns-resolver", Tree.of("config", dns))
            .withIf(!mappings.isEmpty(), "ovn", Tree.of("bridge-mappings", mappings));
    for (var section : List.of("route-rules", "hostname", "ovs-db")) {
      var there = Parts.object(current.fields(), section);
      settings =
          settings.withIf(
              desired.get(section).isPresent() && !there.fields().isEmpty(),
              section,
              Parts.without(there, "running"));
    }
    return settings;
  }

  /** Whether a state shows the policy's own bridge already, so that it can not be a baseline. */
  public static boolean showsOwn(NetworkState state, Fields desired) {
    var links = Links.of(state);
    return Wanted.of(desired, links).links().stream()
        .filter(w -> w.state().equals("up") && w.isVirtual() && !w.ports().isEmpty())
        .anyMatch(
            w ->
                links
                    .get(w.key())
                    .filter(l -> l.type().equals(w.type()) && l.ports().containsAll(w.ports()))
                    .isPresent());
  }

  private static Set<String> touched(NetworkState current, Fields desired, Links links) {
    var names = new HashSet<String>();
    for (var wanted : Wanted.of(desired, links).links()) {
      names.add(wanted.name());
      names.addAll(wanted.ports());
      names.add(wanted.base());
    }
    for (var name : List.copyOf(names)) {
      links.kernel(name).map(Link::controller).ifPresent(names::add);
    }
    var change = HostDiff.states(current, Effect.apply(current, desired));
    change.interfaces().stream().map(InterfaceChange::name).forEach(names::add);
    change.entries().stream().flatMap(e -> e.via().stream()).forEach(names::add);
    names.remove("");
    return names;
  }

  private static Fields cleaned(Link link, Fields desired) {
    var fields = Cleaned.state(new NetworkState(Tree.of("interfaces", Tree.items(link.fields()))));
    var cleaned = Parts.objects(fields.fields(), "interfaces").get(0);
    return keepsMac(link, desired) ? cleaned : Parts.without(cleaned, "mac-address");
  }

  /** A MAC address is each node's own, unless somebody has set or is about to set another one. */
  private static boolean keepsMac(Link link, Fields desired) {
    var mac = link.fields().get("mac-address");
    var permanent = link.fields().get("permanent-mac-address");
    boolean replaced =
        mac.isPresent()
            && permanent.isPresent()
            && !Lenient.same("mac-address", mac.get(), permanent.get())
            && link.controller().isEmpty();
    return replaced
        || Parts.objects(desired, "interfaces").stream()
            .filter(w -> Parts.text(w, "name").filter(link.name()::equals).isPresent())
            .anyMatch(w -> w.get("mac-address").isPresent() || w.get("copy-mac-from").isPresent());
  }
}
