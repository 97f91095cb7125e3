package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import java.util.List;

/**
 * A machine in the words of KubeVirt's API.
 *
 * @param object the whole object, {@code apiVersion} or not
 */
public record Machine(MachineKind kind, Part object) {

  /** Metadata and spec of the machine that is made. */
  public Part template() {
    var part = object;
    for (var name : kind.template()) {
      part = part.get(name);
    }
    return part;
  }

  /** The spec of the VirtualMachineInstance that is made. */
  public Part spec() {
    return template().get("spec");
  }

  /** How KubeVirt's messages call the place of {@link #spec}: {@code spec.template.spec}. */
  public String specPath() {
    return kind.specPath();
  }

  /** As they are written: KubeVirt may add a default to none. */
  public List<Part> interfaces() {
    return spec().get("domain", "devices", "interfaces").items();
  }

  public List<Part> networks() {
    return spec().get("networks").items();
  }

  /** An instance type or a preference may fill in what is left out. */
  public boolean hasPreference() {
    return isChosen("preference") || isChosen("instancetype");
  }

  private boolean isChosen(String name) {
    return switch (kind) {
      case VIRTUAL_MACHINE -> object.get("spec", name).isSet();
      case POOL -> object.get("spec", "virtualMachineTemplate", "spec", name).isSet();
      case INSTANCE, REPLICA_SET -> false;
    };
  }
}
