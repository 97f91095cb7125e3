package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of vCluster Platform in one input. Several of them decide one machine, so each stands
 * at a place of its own, from which it is told whose part a path is.
 */
record PlatformObjects(List<Placed> all) {
  static final PlatformObjects NONE = new PlatformObjects(List.of());

  /**
   * An object at its place.
   *
   * @param part the object; paths in it begin with its place
   */
  record Placed(PlatformKind kind, KubernetesObject object, Part part) {
    String name() {
      return object.reference().name();
    }

    boolean holds(PropertyPath path) {
      return isBelow(path.text(), part.path().text());
    }

    /** The path as the author of the object knows it. */
    PropertyPath own(PropertyPath path) {
      var rest = path.text().substring(part.path().text().length());
      return new PropertyPath(rest.startsWith(".") ? rest.substring(1) : rest);
    }

    private static boolean isBelow(String path, String place) {
      return path.startsWith(place)
          && (path.length() == place.length() || ".[".indexOf(path.charAt(place.length())) >= 0);
    }
  }

  PlatformObjects {
    all = List.copyOf(all);
  }

  static PlatformObjects of(List<KubernetesObject> objects) {
    var all = new ArrayList<Placed>();
    for (int i = 0; i < objects.size(); i++) {
      var object = objects.get(i);
      var place = new PropertyPath("objects").index(i);
      PlatformKind.of(object)
          .ifPresent(kind -> all.add(new Placed(kind, object, Part.of(place, object.fields()))));
    }
    return new PlatformObjects(all);
  }

  Stream<Placed> of(PlatformKind kind) {
    return all.stream().filter(p -> p.kind() == kind);
  }

  /** The one that was read from there; two may say the same. */
  Optional<Placed> find(KubernetesObject object) {
    return all.stream().filter(p -> p.object().fields() == object.fields()).findFirst();
  }

  /** Whose part a path is. */
  Optional<Placed> holder(PropertyPath path) {
    return all.stream().filter(p -> p.holds(path)).findFirst();
  }
}
