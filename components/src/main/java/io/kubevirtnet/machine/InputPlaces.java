package io.kubevirtnet.machine;

import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;

/** Which input says what stands where in the object of a machine. */
final class InputPlaces {
  private final VirtualMachineSpec spec;
  private final DesiredMachine machine;

  private InputPlaces(VirtualMachineSpec spec, DesiredMachine machine) {
    this.spec = spec;
    this.machine = machine;
  }

  static Places of(VirtualMachineSpec spec, DesiredMachine machine) {
    return new InputPlaces(spec, machine).places();
  }

  private Places places() {
    var root = DesiredMachine.TEMPLATE.child("spec");
    var devices = root.child("domain").child("devices");
    var places =
        Places.EMPTY
            .at(new PropertyPath("metadata"), spec.name().path())
            .at(new PropertyPath("metadata.namespace"), spec.namespace().path())
            .same(new PropertyPath("metadata.labels"), spec.labels().path())
            .same(new PropertyPath("metadata.annotations"), spec.annotations().path())
            .at(new PropertyPath("spec.runStrategy"), spec.runStrategy().path())
            .at(new PropertyPath("spec.instancetype"), spec.instanceType().path())
            .at(new PropertyPath("spec.preference"), spec.preference().path())
            .and(machine.merged().places())
            .same(DesiredMachine.TEMPLATE.child("metadata").child("labels"), spec.labels().path())
            .at(root.child("domain").child("cpu"), spec.cpuCores().path())
            .at(
                root.child("domain").child("cpu").child("dedicatedCpuPlacement"),
                spec.dedicatedCpus().path())
            .at(root.child("domain").child("memory"), spec.memory().path())
            .same(root.child("nodeSelector"), spec.nodeSelector().path())
            .at(root.child("networks"), spec.networks().path())
            .at(devices.child("interfaces"), spec.networks().path())
            .at(devices.child("networkInterfaceMultiqueue"), spec.multiqueue().path())
            .at(devices.child("autoattachPodInterface"), spec.autoattachPodInterface().path());
    int i = 0;
    for (var network : spec.networks().known().orElse(List.of())) {
      var iface = devices.child("interfaces").index(i);
      var net = root.child("networks").index(i);
      places =
          network
              .known()
              .map(machine::network)
              .map(n -> n.places(iface, net))
              .map(places::and)
              .orElse(places);
      i++;
    }
    return disks(places, root.child("volumes"), devices.child("disks"));
  }

  private Places disks(Places places, PropertyPath volumes, PropertyPath disks) {
    var more = places;
    int i = 0;
    if (machine.rootDisk().exists()) {
      var from = spec.containerDisk().isGiven() ? spec.containerDisk() : spec.rootVolume();
      more = more.at(volumes.index(i), from.path()).at(disks.index(i), from.path());
      i++;
    }
    if (machine.cloudInit().exists()) {
      more =
          more.at(volumes.index(i), spec.cloudInit().path())
              .at(disks.index(i), spec.cloudInit().path());
    }
    return more;
  }
}
