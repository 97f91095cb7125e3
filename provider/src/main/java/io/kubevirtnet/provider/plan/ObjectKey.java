package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By which an object is known again; versions of one API are one.
 *
 * @param group of the API; several have a kind of one name
 */
record ObjectKey(String group, ObjectReference reference) {
  static ObjectKey of(KubernetesObject object) {
    return new ObjectKey(object.group(), object.reference());
  }

  static ObjectKey of(PlannedObject object) {
    return of(object.object());
  }

  /** Two that say the same stand side by side. */
  static Comparator<KubernetesObject> order() {
    return Comparator.comparing((KubernetesObject o) -> o.reference().toString())
        .thenComparing(KubernetesObject::apiVersion)
        .thenComparing(o -> Canonical.text(o.fields()));
  }

  /** Of two that claim to be one object the last counts, whatever the order was. */
  static Map<ObjectKey, PlannedObject> index(List<PlannedObject> objects) {
    var index = new LinkedHashMap<ObjectKey, PlannedObject>();
    objects.stream()
        .sorted(Comparator.comparing(PlannedObject::object, order()))
        .forEach(o -> index.put(of(o), o));
    return index;
  }
}
