package io.kubevirtnet.provider.report;

import io.kubevirtnet.vcluster.PropertyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a NodeProvider makes nodes of. */
final class NodeProviderFacts {
  private final Peek kubeVirt;

  NodeProviderFacts(Peek provider) {
    this.kubeVirt = provider.at("spec", "kubeVirt");
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    var place = kubeVirt.at("clusterRef");
    facts.add(
        Fact.of(
            "cluster",
            place.at("cluster").text()
                + ", machines in namespace "
                + place.at("namespace").text()));
    nodeTypes().forEach(type -> facts.add(new Fact("node type", nodeType(type))));
    return facts;
  }

  List<Peek> nodeTypes() {
    return kubeVirt.at("nodeTypes").items();
  }

  private static List<String> nodeType(Peek type) {
    var lines = new ArrayList<String>();
    var limit = type.at("maxCapacity").text();
    var size =
        type.at("resources").isPresent()
            ? "cpu "
                + type.at("resources", "cpu").text()
                + ", memory "
                + type.at("resources", "memory").text()
            : "size of its template";
    lines.add(
        type.at("name").text()
            + ": "
            + size
            + (limit.isEmpty() ? "" : ", at most " + limit + " machines"));
    lines.add("networks: " + networks(type));
    new TreeMap<>(type.at("properties").fields())
        .forEach((key, value) -> lines.add(key + ": " + value.text()));
    return lines;
  }

  /** As the machine will have them, with the one that the platform injects. */
  private static String networks(Peek type) {
    var networks =
        type.at("virtualMachineTemplate", "spec", "template", "spec", "networks").items().stream()
            .map(n -> n.at("name").text() + (n.at("pod").isPresent() ? " (pod)" : ""))
            .collect(Collectors.toCollection(ArrayList::new));
    var properties = type.at("properties");
    var attachment = properties.at(PropertyKey.ATTACHMENT.key());
    if (attachment.isPresent()) {
      var details = new ArrayList<String>();
      details.add(attachment.text());
      for (var key : List.of(PropertyKey.BINDING.key(), PropertyKey.GUEST_INTERFACE.key())) {
        if (properties.at(key).isPresent()) {
          details.add(properties.at(key).text());
        }
      }
      networks.add("multus (" + String.join(", ", details) + ")");
    }
    return networks.isEmpty() ? "KubeVirt's default" : String.join(", ", networks);
  }
}
