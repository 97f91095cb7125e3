package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A VirtualMachine, or an instance without one.
 *
 * @param spec of its instance
 */
record Machine(LiveObject object, JsonNode spec) {
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  /** A network beside that of pods. */
  record Network(String name, String attachment) {}

  /** An instance that runs otherwise than its machine would start is one more. */
  static List<Machine> all(Picture cluster) {
    var machines = new ArrayList<Machine>();
    cluster.all(Subject.MACHINE).forEach(m -> machines.add(ofMachine(m)));
    var known = machines.stream().map(m -> m.object().key()).collect(Collectors.toSet());
    cluster.all(Subject.INSTANCE).stream()
        .filter(i -> !ENDED.contains(i.text("/status/phase")))
        .filter(i -> !known.contains(i.key()))
        .forEach(i -> machines.add(ofInstance(i)));
    return List.copyOf(machines);
  }

  static Machine ofMachine(LiveObject machine) {
    return new Machine(machine, machine.at("/spec/template/spec"));
  }

  static Machine ofInstance(LiveObject instance) {
    return new Machine(instance, instance.at("/spec"));
  }

  List<Network> networks() {
    var networks = new ArrayList<Network>();
    for (var network : spec.path("networks")) {
      var reference = network.path("multus").path("networkName").asText();
      if (!reference.isEmpty()) {
        networks.add(new Network(network.path("name").asText(), key(reference)));
      }
    }
    return List.copyOf(networks);
  }

  List<String> bindings() {
    var names = new ArrayList<String>();
    for (var card : spec.path("domain").path("devices").path("interfaces")) {
      var name = card.path("binding").path("name").asText();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** A bare name means one of the machine's own namespace. */
  private String key(String reference) {
    return reference.contains("/") ? reference : object.namespace() + "/" + reference;
  }
}
