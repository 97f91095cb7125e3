package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.across.AttachmentUse;
import io.kubevirtnet.across.MachineUses;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The network attachments that machines of nodes will have, each as {@code namespace/name}. */
final class NodeNetworks {
  private final Map<String, Place> places = new HashMap<>();

  /** Where the machines of a provider are. */
  private record Place(String cluster, String namespace) {
    static final Place NOT_KNOWN = new Place("", "");
  }

  /** Gives back the cluster of its machines. */
  String add(Fields provider) {
    var object = part(provider);
    var reference = object.get("spec", "kubeVirt", "clusterRef");
    var place = new Place(text(reference.get("cluster")), text(reference.get("namespace")));
    places.put(text(object.get("metadata", "name")), place);
    return place.cluster();
  }

  /** Those of its properties, and those of the machines of its node types. */
  Set<String> ofProvider(Fields provider) {
    var object = part(provider);
    var namespace = text(object.get("spec", "kubeVirt", "clusterRef", "namespace"));
    var references = new TreeSet<String>();
    attachment(object.get("spec")).ifPresent(a -> references.add(MachineNetworks.in(namespace, a)));
    for (var type : object.get("spec", "kubeVirt", "nodeTypes").items()) {
      var sources = NodeSources.of(object, type, PlatformRelease.newest());
      var machine = Injection.of(sources, new Report()).machine();
      MachineUses.of(machine, namespace).stream()
          .map(AttachmentUse::reference)
          .flatMap(reference -> reference.known().stream())
          .forEach(reference -> references.add(MachineNetworks.in(namespace, reference)));
    }
    return references;
  }

  /** The cluster of the machines of an environment or a claim. */
  String cluster(Fields node) {
    return place(node).cluster();
  }

  /** What an environment or a claim names; whose provider is not known is of another cluster. */
  Set<String> ofNode(Fields node) {
    return attachment(part(node).get("spec"))
        .filter(a -> !place(node).equals(Place.NOT_KNOWN))
        .map(a -> Set.of(MachineNetworks.in(place(node).namespace(), a)))
        .orElse(Set.of());
  }

  private Place place(Fields node) {
    return places.getOrDefault(text(part(node).get("spec", "providerRef")), Place.NOT_KNOWN);
  }

  private static Optional<String> attachment(Part holder) {
    return holder.get("properties", PropertyKey.ATTACHMENT.key()).text().filter(a -> !a.isEmpty());
  }

  private static String text(Part part) {
    return part.text().orElse("");
  }

  private static Part part(Fields object) {
    return Part.of(PropertyPath.ROOT, (Tree) object);
  }
}
