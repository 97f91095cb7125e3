package io.kubevirtnet.provider.report;

import io.kubevirtnet.enums.VmBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a VirtualMachine runs, and what it is connected to. */
final class VirtualMachineFacts {
  private final Peek machine;
  private final Peek instance;

  VirtualMachineFacts(Peek object) {
    this.machine = object.at("spec");
    this.instance = machine.at("template", "spec");
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("size", size()));
    var disks = instance.at("volumes").items().stream().map(VirtualMachineFacts::volume).toList();
    if (!disks.isEmpty()) {
      facts.add(new Fact("disks", disks));
    }
    var networks =
        instance.at("networks").items().stream()
            .map(n -> network(n, instance.at("domain", "devices", "interfaces")))
            .toList();
    facts.add(new Fact("networks", networks.isEmpty() ? List.of("KubeVirt's default") : networks));
    return facts;
  }

  private String size() {
    var domain = instance.at("domain");
    var said =
        Stream.of(
                labelled("instance type ", machine.at("instancetype", "name")),
                labelled("memory ", domain.at("memory", "guest")),
                labelled("cores ", domain.at("cpu", "cores")),
                labelled("runs: ", machine.at("runStrategy")))
            .filter(s -> !s.isEmpty())
            .toList();
    return String.join(", ", said);
  }

  private static String labelled(String label, Peek value) {
    return value.isPresent() ? label + value.text() : "";
  }

  /** {@code root (containerDisk quay.io/containerdisks/fedora:latest)}. */
  private static String volume(Peek volume) {
    var source =
        volume.fields().entrySet().stream().filter(e -> !e.getKey().equals("name")).findFirst();
    return volume.at("name").text()
        + source
            .map(
                s ->
                    " ("
                        + s.getKey()
                        + s.getValue().fields().values().stream()
                            .findFirst()
                            .filter(v -> v.fields().isEmpty())
                            .map(v -> " " + v.text())
                            .orElse("")
                        + ")")
            .orElse("");
  }

  /** {@code lan: vms/vm-lan, bridge, 02:59:0f:71:2f:bb}. */
  static String network(Peek network, Peek interfaces) {
    var name = network.at("name").text();
    var details = new ArrayList<String>();
    details.add(network.at("pod").isPresent() ? "pod" : network.at("multus", "networkName").text());
    interfaces.items().stream()
        .filter(i -> !name.isEmpty() && i.at("name").text().equals(name))
        .findFirst()
        .ifPresent(
            i -> {
              details.add(binding(i));
              details.add(i.at("macAddress").text());
              details.add(i.at("state").text());
            });
    return (name.isEmpty() ? network.text() : name)
        + ": "
        + String.join(", ", details.stream().filter(d -> !d.isEmpty()).toList());
  }

  private static String binding(Peek nic) {
    if (nic.at("binding").isPresent()) {
      return "plugin " + nic.at("binding", "name").text();
    }
    return Stream.of(VmBinding.values())
        .map(VmBinding::wire)
        .filter(b -> nic.at(b).isPresent())
        .findFirst()
        .orElse("");
  }
}
