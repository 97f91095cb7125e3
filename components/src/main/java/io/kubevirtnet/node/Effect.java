package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The model of a node: its state after a desired one was applied to it, with everything that
 * nmstate and the kernel do beside what is written: ports lose their addresses and leave other
 * bridges, what stands on a removed interface vanishes, routes go with the address of their
 * interface.
 *
 * <p>What a desired state leaves as it was stays the very tree that it was. Applying it again
 * changes nothing.
 */
public final class Effect {
  private static final Fields OFF = Tree.of("enabled", false);

  private final Links before;
  private final Links links;
  private final Wanted wanted;
  private final Set<String> gone = new LinkedHashSet<>();
  private final Map<String, Link> attached = new LinkedHashMap<>();
  private final Set<String> detached = new LinkedHashSet<>();

  private Effect(NetworkState current, Fields desired) {
    before = Links.of(current);
    links = before.another();
    wanted = Wanted.of(desired, links);
  }

  /**
   * @param current what a node reports
   * @param desired what it is handed: captures resolved, the default of the handler written out
   */
  public static NetworkState apply(NetworkState current, Fields desired) {
    var effect = new Effect(current, desired);
    effect.run();
    var before = Parts.objects(current.fields(), "interfaces");
    var after = effect.links.trees();
    var state = current.fields();
    if (!sameTrees(before, after)) {
      state = state.with("interfaces", after);
    }
    state = RouteEffect.apply(state, desired, effect.links);
    return new NetworkState(SettingsEffect.apply(state, desired));
  }

  private static boolean sameTrees(List<Fields> a, List<Fields> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  private void run() {
    wanted.links().stream().filter(l -> !isDown(l)).forEach(this::up);
    wanted.links().stream().filter(Effect::isDown).forEach(this::down);
    attached.forEach(this::attach);
    detached.stream().filter(p -> !attached.containsKey(p)).forEach(this::detach);
    vanish();
    wanted.links().stream().map(Link::key).map(links::get).forEach(l -> l.ifPresent(this::settle));
  }

  /** Asking for an address on a port of a bridge is refused or forgotten. */
  private void settle(Link link) {
    var was = before.get(link.key());
    boolean asked =
        link.controllerTakesAddresses(links)
            && was.filter(w -> w.controller().equals(link.controller())).isPresent();
    for (var family : List.of("ipv4", "ipv6")) {
      if (asked && link.hasIp(family)) {
        var former = was.flatMap(w -> w.fields().get(family)).orElse(OFF);
        links.put(links.get(link.key()).orElse(link).with(family, former));
      }
    }
  }

  private static boolean isDown(Link wanted) {
    return wanted.state().equals("absent") || wanted.state().equals("down");
  }

  private void up(Link desired) {
    var current = links.get(desired.key());
    var stated = PortList.canonical(stated(desired));
    var before =
        current
            .map(l -> PortList.canonical(l.fields()))
            .orElse(Tree.of("name", desired.name()).with("type", desired.type()));
    // A veth is an ethernet with a peer, in either spelling.
    var known = current.isPresent() ? Parts.without(stated, "name", "type") : stated;
    var after = Merge.fields(before, known.with("state", "up"));
    var link = new Link(desired.key(), after);
    links.put(link);
    peer(link);
    internalPort(link);
    ports(current.map(Link::ports).orElse(List.of()), links.get(link.key()).orElse(link), desired);
    controller(desired, current.map(Link::controller).orElse(""));
  }

  /** Without what nmstate drops, and with the address that it copies. */
  private Fields stated(Link desired) {
    var fields = Parts.without(desired.fields(), "controller");
    if (desired.type().equals("ovs-bridge")) {
      fields = Parts.without(fields, "ipv4", "ipv6", "mtu", "mac-address");
    }
    var source = Parts.text(fields, "copy-mac-from").flatMap(links::named);
    var mac = source.flatMap(s -> s.fields().get("mac-address"));
    return mac.isPresent() ? fields.with("mac-address", mac.get()) : fields;
  }

  private void peer(Link link) {
    if (link.type().equals("veth")
        && !link.peer().isEmpty()
        && links.kernel(link.peer()).isEmpty()
        && !wanted.isUp(link.peer())) {
      links.put(
          Link.of(
              link.peer(),
              "veth",
              Tree.of("name", link.peer())
                  .with("type", "veth")
                  .with("state", "up")
                  .with("veth", Tree.of("peer", link.name()))));
    }
  }

  /** An OVS bridge without ports would not exist: it gets an internal one of its name. */
  private void internalPort(Link link) {
    if (link.type().equals("ovs-bridge")
        && link.ports().isEmpty()
        && !PortList.isOpen(link.fields())) {
      links.put(link.with(PortList.with(link.fields(), link.name())));
    }
  }

  private void ports(List<String> before, Link after, Link desired) {
    var ports = after.ports();
    ports.stream().filter(p -> !before.contains(p)).forEach(p -> attached.put(p, after));
    if (!PortList.isOpen(desired.fields())) {
      before.stream().filter(p -> !ports.contains(p)).forEach(detached::add);
    }
  }

  private void controller(Link desired, String before) {
    var stated = Parts.text(desired.fields(), "controller");
    if (stated.isEmpty() || stated.get().equals(before)) {
      return;
    }
    if (stated.get().isEmpty()) {
      detached.add(desired.name());
    } else {
      links.controllerNamed(stated.get()).ifPresent(c -> attached.putIfAbsent(desired.name(), c));
    }
  }

  private void down(Link desired) {
    var current = links.get(desired.key());
    if (current.isEmpty()
        || current.get().state().equals("down") && desired.state().equals("down")) {
      return;
    }
    current.get().ports().forEach(detached::add);
    if (current.get().isVirtual()) {
      remove(current.get());
    } else {
      links.put(current.get().with(off(current.get().fields())).with("state", "down"));
      if (desired.state().equals("absent")) {
        detached.add(desired.name());
      }
    }
  }

  private void remove(Link link) {
    links.remove(link.key());
    if (link.key().isKernel()) {
      gone.add(link.name());
    }
  }

  private static Fields off(Fields fields) {
    var after = fields;
    for (var family : List.of("ipv4", "ipv6")) {
      if (Parts.isTrue(Parts.object(fields, family), "enabled")) {
        after = after.with(family, OFF);
      }
    }
    return after;
  }

  private void attach(String port, Link to) {
    for (var former : links.controllersOf(port)) {
      if (!former.key().equals(to.key())) {
        links.put(former.with(PortList.without(former.fields(), port)));
      }
    }
    var controller = links.get(to.key()).orElse(to);
    if (!controller.ports().contains(port)) {
      links.put(controller.with(PortList.with(controller.fields(), port)));
    }
    var link = links.kernel(port);
    if (link.isEmpty() && to.type().equals("ovs-bridge") && !gone.contains(port)) {
      links.put(
          Link.of(
              port,
              "ovs-interface",
              Tree.of("name", port)
                  .with("type", "ovs-interface")
                  .with("state", "up")
                  .with("controller", to.name())));
    }
    link.ifPresent(l -> links.put(asPort(l, to)));
  }

  private Link asPort(Link port, Link to) {
    var fields = port.fields();
    if (!to.portsKeepAddresses() && !port.keepsAddressesAsPort()) {
      fields = off(fields);
    }
    boolean statedDown =
        wanted.links().stream().anyMatch(l -> l.key().equals(port.key()) && isDown(l));
    fields = statedDown || port.state().equals("up") ? fields : fields.with("state", "up");
    return new Link(port.key(), fields.with("controller", to.name()));
  }

  private void detach(String port) {
    for (var former : links.controllersOf(port)) {
      // Listed again means that another one of the desired state keeps it.
      links.put(former.with(PortList.without(former.fields(), port)));
    }
    var link = links.kernel(port);
    if (link.filter(Link::keepsAddressesAsPort).isPresent()) {
      remove(link.get());
    } else {
      link.ifPresent(l -> links.put(l.without("controller")));
    }
  }

  /**
   * What stands on something that is gone goes, too: VLANs and their like, and the end of a pair.
   */
  private void vanish() {
    var done = new HashSet<String>();
    while (done.size() < gone.size()) {
      for (var name : new ArrayList<>(gone)) {
        if (done.add(name)) {
          for (var link : links.copy()) {
            if (!wanted.isUp(link.name())
                && (link.base().equals(name) || link.peer().equals(name))) {
              link.ports().forEach(this::detach);
              remove(link);
            }
          }
          links.controllersOf(name).stream()
              .filter(c -> links.kernel(name).isEmpty())
              .forEach(c -> links.put(c.with(PortList.without(c.fields(), name))));
        }
      }
    }
  }
}
