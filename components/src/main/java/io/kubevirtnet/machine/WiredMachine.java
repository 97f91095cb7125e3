package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The part of a machine that a wiring knows, where it stands in the machine. */
public final class WiredMachine {
  private static final String SPEC = "spec.template.spec.";
  private static final String DEVICES = SPEC + "domain.devices";
  private static final String VOLUME = "network-data";

  /** Places of the machine, longer ones first, with the inputs that they come from. */
  private static final Map<String, String> INPUTS = inputs();

  private WiredMachine() {}

  private static Map<String, String> inputs() {
    var inputs = new LinkedHashMap<String, String>();
    inputs.put(DEVICES + ".interfaces", "interfaces");
    inputs.put(DEVICES, "devices");
    inputs.put(SPEC + "networks", "networks");
    inputs.put(SPEC + "volumes", "networkData");
    inputs.put("metadata.name", "virtualMachine");
    inputs.put("metadata.namespace", "namespace");
    return inputs;
  }

  public static Machine of(VirtualMachineWiringSpec spec) {
    return new Machine(MachineKind.VIRTUAL_MACHINE, Part.of(PropertyPath.ROOT, object(spec)));
  }

  /** The machine without what only the guest reads, which may stand in a secret. */
  public static Machine cards(VirtualMachineWiringSpec spec) {
    return new Machine(
        MachineKind.VIRTUAL_MACHINE, Part.of(PropertyPath.ROOT, object(spec, Fields.EMPTY)));
  }

  /** The place of an input that a place in the machine comes from. */
  public static PropertyPath input(PropertyPath path) {
    for (var place : INPUTS.entrySet()) {
      if (path.text().startsWith(place.getKey())) {
        var rest = path.text().substring(place.getKey().length());
        return new PropertyPath(
            place.getValue().equals("networkData") ? "networkData" : place.getValue() + rest);
      }
    }
    return path;
  }

  /** At the input, and with the place that this comes from where one is known. */
  public static Finding placed(Finding finding, VirtualMachineWiringSpec spec) {
    var path = input(finding.path());
    var placed = finding.at(path);
    return origin(path, spec)
        .map(origin -> placed.withFix(placed.fix() + " It comes from " + origin + "."))
        .orElse(placed);
  }

  /** That of the longest part of the path which has one. */
  private static Optional<String> origin(PropertyPath path, VirtualMachineWiringSpec spec) {
    return spec.origins().known().orElse(Map.of()).entrySet().stream()
        .filter(o -> covers(o.getKey(), path.text()))
        .max(Comparator.comparingInt(o -> o.getKey().length()))
        .map(o -> o.getValue().shown());
  }

  private static boolean covers(String place, String path) {
    return path.startsWith(place)
        && (path.length() == place.length() || ".[".indexOf(path.charAt(place.length())) >= 0);
  }

  public static Fields object(VirtualMachineWiringSpec spec) {
    var volume =
        Tree.of("name", VOLUME)
            .with("cloudInitNoCloud", Tree.of("networkData", spec.networkData()));
    return object(
        spec, Fields.EMPTY.withIf(spec.networkData().isGiven(), "volumes", Tree.items(volume)));
  }

  private static Fields object(VirtualMachineWiringSpec spec, Fields rest) {
    var devices = devices(spec.devices()).with("interfaces", spec.interfaces());
    var instance = Tree.of("domain", Tree.of("devices", devices)).with("networks", spec.networks());
    for (var field : rest.fields().entrySet()) {
      instance = instance.with(field.getKey(), field.getValue());
    }
    return Tree.of("apiVersion", "kubevirt.io/v1")
        .with("kind", MachineKind.VIRTUAL_MACHINE.wire())
        .with(
            "metadata", Tree.of("name", spec.virtualMachine()).with("namespace", spec.namespace()))
        .with("spec", preference(spec).with("template", Tree.of("spec", instance)));
  }

  /** Which one it is makes no difference to what is left to it. */
  private static Fields preference(VirtualMachineWiringSpec spec) {
    boolean none = spec.preference().known().filter(p -> !p).isPresent();
    return none
        ? Fields.EMPTY
        : Fields.EMPTY.with("preference", spec.preference().map(p -> Fields.EMPTY));
  }

  private static Fields devices(Value<Map<String, Value<Tree>>> given) {
    var devices = Fields.EMPTY;
    for (var device : given.known().orElse(Map.of()).entrySet()) {
      devices = devices.with(device.getKey(), device.getValue());
    }
    return devices;
  }
}
