package io.kubevirtnet.testing;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of the machine {@code web} in {@code vms} as a YAML document: {@code before:} and {@code
 * after:} hold {@code interfaces}, {@code networks}, {@code devices}, {@code volumes}, {@code
 * annotations} and what else is in the spec of the instance. Optional are {@code facts:}, {@code
 * kubevirt:} (the spec of the KubeVirt object), {@code dynamicNetworks:}, {@code release:} and
 * {@code kind:}.
 */
public record ChangeExample(
    Machine before, Machine after, MachineFacts facts, ClusterConfiguration config) {

  public static boolean is(String yaml) {
    return yaml.startsWith("before:");
  }

  public static ChangeExample of(String yaml) {
    return of(read(yaml));
  }

  public static ChangeExample of(Map<?, ?> document) {
    var kind =
        Optional.ofNullable(document.get("kind"))
            .flatMap(
                k ->
                    List.of(MachineKind.values()).stream()
                        .filter(v -> v.wire().equals(k))
                        .findFirst())
            .orElse(MachineKind.VIRTUAL_MACHINE);
    return new ChangeExample(
        machine(kind, document, "before"),
        machine(kind, document, "after"),
        facts(part(document, "facts")),
        config(document));
  }

  public MachineChange change() {
    return MachineChange.of(before, after, facts, config);
  }

  public Report check() {
    var report = new Report();
    MachineChange.check(before, after, facts, config, report);
    return report;
  }

  private static Machine machine(MachineKind kind, Map<?, ?> document, String name) {
    var given = part(document, name);
    var spec = Fields.EMPTY;
    var devices = Fields.EMPTY;
    var domain = Fields.EMPTY;
    var metadata = Tree.of("name", "web").with("namespace", "vms");
    var template = Fields.EMPTY;
    for (var field : given.fields().entrySet()) {
      switch (field.getKey()) {
        case "interfaces", "networkInterfaceMultiqueue", "autoattachPodInterface" ->
            devices = devices.with(field.getKey(), field.getValue());
        case "machine", "cpu", "memory" -> domain = domain.with(field.getKey(), field.getValue());
        case "annotations" ->
            template = Tree.of("metadata", Tree.of("annotations", field.getValue()));
        case "name", "namespace" -> metadata = metadata.with(field.getKey(), field.getValue());
        default -> spec = spec.with(field.getKey(), field.getValue());
      }
    }
    var instance = template.with("spec", spec.with("domain", domain.with("devices", devices)));
    var object =
        switch (kind) {
          case INSTANCE -> instance.with("metadata", metadata);
          case VIRTUAL_MACHINE, REPLICA_SET ->
              Tree.of("metadata", metadata).with("spec", Tree.of("template", instance));
          case POOL ->
              Tree.of("metadata", metadata)
                  .with(
                      "spec",
                      Tree.of(
                          "virtualMachineTemplate",
                          Tree.of("spec", Tree.of("template", instance))));
        };
    return new Machine(kind, Part.of(PropertyPath.ROOT, object));
  }

  private static MachineFacts facts(Fields given) {
    return new MachineFacts(
        flag(given, "running"),
        flag(given, "migratable"),
        flag(given, "dynamicNetworks"),
        flag(given, "ordinalNames"));
  }

  private static Optional<Boolean> flag(Fields fields, String name) {
    return Part.of(PropertyPath.ROOT, fields).get(name).flag();
  }

  private static ClusterConfiguration config(Map<?, ?> document) {
    var release =
        Optional.ofNullable(document.get("release"))
            .flatMap(r -> KubeVirtRelease.parse(String.valueOf(r)).release())
            .orElse(KubeVirtRelease.newest());
    return document.containsKey("kubevirt")
        ? ClusterConfiguration.of(release, Tree.of("spec", part(document, "kubevirt")))
        : ClusterConfiguration.of(release);
  }

  private static Fields part(Map<?, ?> document, String name) {
    return Optional.ofNullable(document.get(name))
        .map(p -> (Fields) Tree.of((Object) p))
        .orElse(Fields.EMPTY);
  }

  private static Map<?, ?> read(String yaml) {
    try {
      return YamlStack.YAML.readValue(yaml, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
