package io.kubevirtnet.node;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.List;
import java.util.Optional;

/** Where in a desired state something stands; as its author wrote it, where that is known. */
record Places(Fields desired, PropertyPath base) {

  /**
   * The entry of that interface, else the first list of ports that has it, else the whole state.
   */
  PropertyPath of(String name) {
    var at = base.child("interfaces");
    var entries = Parts.list(desired, "interfaces");
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Fields f
          && Parts.text(f, "name").filter(name::equals).isPresent()) {
        return written(f.get("name"), at.index(i).child("name"));
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Fields f) {
        var port = port(f, at.index(i), name);
        if (port.isPresent()) {
          return port.get();
        }
      }
    }
    return base;
  }

  /** The place in a controller's list, else as above. */
  PropertyPath ofPort(String controller, String port) {
    var at = base.child("interfaces");
    var entries = Parts.list(desired, "interfaces");
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Fields f
          && Parts.text(f, "name").filter(controller::equals).isPresent()) {
        var place = port(f, at.index(i), port);
        if (place.isPresent()) {
          return place.get();
        }
      }
    }
    return of(port);
  }

  PropertyPath section(String name) {
    return desired.get(name).isPresent() ? base.child(name) : base;
  }

  private static Optional<PropertyPath> port(Fields controller, PropertyPath at, String name) {
    for (var section : PortList.SECTIONS) {
      var in = Parts.object(controller, section);
      for (var key : List.of("port", "ports", "ports-config")) {
        var ports = Parts.list(in, key);
        for (int i = 0; i < ports.size(); i++) {
          var place = at.child(section).child(key).index(i);
          if (ports.get(i) instanceof Fields f
              && Parts.text(f, "name").filter(name::equals).isPresent()) {
            return Optional.of(written(f.get("name"), place.child("name")));
          }
          if (Parts.text(ports.get(i)).filter(name::equals).isPresent()) {
            return Optional.of(written(Optional.of(ports.get(i)), place));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static PropertyPath written(Optional<Tree> leaf, PropertyPath structural) {
    return leaf.filter(Scalar.class::isInstance)
        .flatMap(t -> ((Scalar) t).written())
        .orElse(structural);
  }
}
