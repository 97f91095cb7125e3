package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;

/** The disk that cloud-init reads: how to join the tenant's cluster, and the network's data. */
record CloudInitDisk(MachineDraft machine, Assumptions assumptions) {
  private static final String NAME = "cloudinitdisk";
  private static final String SECRET = "cloud-init";

  /**
   * Puts it after all other disks.
   *
   * @param type where the node type is written
   */
  void add(boolean hasNetworkData, PropertyPath type) {
    assumptions.add(Assumption.DISK_NAMES);
    var disks = new MachineDisks(machine);
    var name = Tree.of((Object) disks.free(NAME)).writtenAt(type);
    var secret =
        Tree.of("name", disks.ownName(Part.of(type, Tree.of((Object) SECRET).writtenAt(type))));
    var source =
        Tree.of("secretRef", secret).withIf(hasNetworkData, "networkDataSecretRef", secret);
    disks.last(MachineDisks.VOLUMES, Tree.of("name", name).with("cloudInitNoCloud", source), type);
    disks.last(
        MachineDisks.DISKS, Tree.of("name", name).with("disk", Tree.of("bus", "virtio")), type);
  }
}
