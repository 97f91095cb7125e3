package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interfaces of a desired state, each with the name and kind that it has on the node.
 *
 * @param unnamed how many have a name that a preview cannot tell yet
 */
record Wanted(List<Link> links, int unnamed) {

  static Wanted of(Fields desired, Links node) {
    var found = new ArrayList<Link>();
    int unnamed = desired.get("interfaces").orElse(Fields.EMPTY) instanceof Unknown ? 1 : 0;
    for (var entry : Parts.list(desired, "interfaces")) {
      var link =
          entry instanceof Fields f && !isLeftAlone(f) ? resolve(f, node) : Optional.<Link>empty();
      link.ifPresent(found::add);
      boolean open =
          entry instanceof Unknown
              || entry instanceof Fields f && f.get("name").orElse(Fields.EMPTY) instanceof Unknown;
      unnamed += open ? 1 : 0;
    }
    return new Wanted(found, unnamed);
  }

  private static boolean isLeftAlone(Fields entry) {
    var state = Parts.text(entry, "state").orElse("up");
    return state.equals("ignore") || state.equals("unknown");
  }

  private static Optional<Link> resolve(Fields entry, Links node) {
    var held =
        Parts.text(entry, "identifier").filter("mac-address"::equals).isPresent()
            ? holder(entry, node)
            : Optional.<Link>empty();
    if (held.isPresent()) {
      return Optional.of(
          new Link(
              held.get().key(),
              entry.with("name", held.get().name()).with("type", held.get().type())));
    }
    return Parts.text(entry, "name").map(name -> typed(name, entry, node));
  }

  private static Link typed(String name, Fields entry, Links node) {
    var type = Parts.text(entry, "type").filter(t -> !t.equals("unknown"));
    if (type.isPresent()) {
      return Link.of(name, type.get(), entry);
    }
    return node.named(name)
        .map(l -> new Link(l.key(), entry.with("type", l.type())))
        .orElse(Link.of(name, "unknown", entry));
  }

  private static Optional<Link> holder(Fields entry, Links node) {
    var mac = entry.get("mac-address");
    return node.all().stream()
        .filter(Link::isNetworkCard)
        .filter(l -> mac.isPresent() && l.hasMac(mac.get()))
        .findFirst();
  }

  boolean isUp(String name) {
    return links.stream().anyMatch(l -> l.name().equals(name) && l.state().equals("up"));
  }
}
