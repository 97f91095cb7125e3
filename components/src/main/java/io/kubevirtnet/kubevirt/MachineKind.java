package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.WireEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of KubeVirt that hold the spec of a machine. */
public enum MachineKind implements WireEnum {
  VIRTUAL_MACHINE("kubevirt.io", "VirtualMachine", "spec", "template"),
  INSTANCE("kubevirt.io", "VirtualMachineInstance"),
  REPLICA_SET("kubevirt.io", "VirtualMachineInstanceReplicaSet", "spec", "template"),
  POOL(
      "pool.kubevirt.io",
      "VirtualMachinePool",
      "spec",
      "virtualMachineTemplate",
      "spec",
      "template");

  private final String group;
  private final String kind;
  private final List<String> template;

  MachineKind(String group, String kind, String... template) {
    this.group = group;
    this.kind = kind;
    this.template = List.of(template);
  }

  /** The kind of an object, if it holds a machine. */
  public static Optional<MachineKind> of(String group, String kind) {
    return Arrays.stream(values())
        .filter(k -> k.group.equals(group) && k.kind.equals(kind))
        .findFirst();
  }

  public String group() {
    return group;
  }

  @Override
  public String wire() {
    return kind;
  }

  /** Where the template of the machine is; the machine itself is one. */
  List<String> template() {
    return template;
  }

  /** KubeVirt checks the binding that is to be added, and what is discontinued, in these only. */
  boolean isDefaulted() {
    return this == VIRTUAL_MACHINE || this == INSTANCE;
  }

  /** KubeVirt's text for the place of the machine's spec: {@code spec.template.spec}. */
  String specPath() {
    return template.isEmpty() ? "spec" : String.join(".", template) + ".spec";
  }
}
