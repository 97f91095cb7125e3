package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.DefinitionUse;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who names which network definition, and which definitions plug into what is on the nodes. */
final class Users {
  private static final Comparator<ObjectReference> ORDER =
      Comparator.comparing(ObjectReference::toString);

  private final Map<String, Set<ObjectReference>> ofDefinition = new HashMap<>();
  private final Map<String, Set<ObjectReference>> ofName = new HashMap<>();

  /** As they are named in these objects. */
  static Users in(List<KubernetesObject> objects) {
    var users = new Users();
    objects.forEach(users::add);
    return users;
  }

  private void add(KubernetesObject object) {
    for (var use : ManifestCheck.definitionsOf(object)) {
      use.definition().ifKnown(d -> put(ofDefinition, d, object));
    }
    if (ManifestCheck.isDefinition(object)) {
      BridgeNames.joined(object).ifPresent(b -> put(ofName, b, object));
    }
    bindings(object).forEach(d -> put(ofDefinition, d, object));
  }

  private static void put(
      Map<String, Set<ObjectReference>> users, String name, KubernetesObject user) {
    users.computeIfAbsent(name, n -> new TreeSet<>(ORDER)).add(user.reference());
  }

  /** A binding plugin may bring a definition of its own. */
  private static Stream<String> bindings(KubernetesObject object) {
    if (!object.reference().kind().equals("KubeVirt")) {
      return Stream.empty();
    }
    var plugins =
        Part.of(PropertyPath.ROOT, object.fields())
            .get("spec", "configuration", "network", "binding");
    return plugins.tree().filter(Fields.class::isInstance).stream()
        .flatMap(t -> ((Fields) t).fields().keySet().stream())
        .flatMap(n -> plugins.get(n, "networkAttachmentDefinition").text().stream())
        .map(d -> d.contains("/") ? d : "default/" + d);
  }

  List<ObjectReference> ofDefinition(ObjectReference definition) {
    return List.copyOf(ofDefinition.getOrDefault(reference(definition), Set.of()));
  }

  /** The definitions that plug into a bridge or an interface of this name. */
  List<ObjectReference> ofName(String name) {
    return List.copyOf(ofName.getOrDefault(name, Set.of()));
  }

  List<ObjectReference> of(KubernetesObject object) {
    if (ManifestCheck.isDefinition(object)) {
      return ofDefinition(object.reference());
    }
    var users = new TreeSet<>(ORDER);
    if (BridgeNames.isPolicy(object)) {
      BridgeNames.offered(object).forEach(n -> users.addAll(ofName(n)));
    }
    return List.copyOf(users);
  }

  /** The definitions that are named by somebody, with the places where they are. */
  static Map<String, PropertyPath> places(KubernetesObject user) {
    var places = new LinkedHashMap<String, PropertyPath>();
    for (var use : ManifestCheck.definitionsOf(user)) {
      use.definition().ifKnown(d -> places.putIfAbsent(d, path(use)));
    }
    return places;
  }

  private static PropertyPath path(DefinitionUse use) {
    return use.definition().path();
  }

  static String reference(ObjectReference definition) {
    return definition.namespace() + "/" + definition.name();
  }
}
