package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Link.Key;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The interfaces of a node while they change, in the order in which they were reported. */
final class Links {
  private final Map<Key, Link> byKey = new LinkedHashMap<>();

  static Links of(NetworkState state) {
    var links = new Links();
    for (var fields : Parts.objects(state.fields(), "interfaces")) {
      var name = Parts.text(fields, "name");
      if (name.isPresent()) {
        var link = Link.of(name.get(), Parts.text(fields, "type").orElse("unknown"), fields);
        links.byKey.putIfAbsent(link.key(), link);
      }
    }
    return links;
  }

  /** The same, to be changed without these. */
  Links another() {
    var links = new Links();
    links.byKey.putAll(byKey);
    return links;
  }

  Collection<Link> all() {
    return byKey.values();
  }

  List<Link> copy() {
    return List.copyOf(byKey.values());
  }

  Optional<Link> get(Key key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The one in the kernel; names are unique there. */
  Optional<Link> kernel(String name) {
    return get(new Key(name, Key.KERNEL));
  }

  /** The one in the kernel, else the first of that name. */
  Optional<Link> named(String name) {
    return kernel(name)
        .or(() -> byKey.values().stream().filter(l -> l.name().equals(name)).findFirst());
  }

  /** The one that can have ports: an OVS bridge rather than the internal interface of its name. */
  Optional<Link> controllerNamed(String name) {
    return get(new Key(name, "ovs-bridge")).or(() -> kernel(name));
  }

  /** Whoever lists it as a port. */
  List<Link> controllersOf(String port) {
    return byKey.values().stream().filter(l -> l.ports().contains(port)).toList();
  }

  void put(Link link) {
    byKey.put(link.key(), link);
  }

  void remove(Key key) {
    byKey.remove(key);
  }

  List<Fields> trees() {
    return byKey.values().stream().map(Link::fields).toList();
  }
}
