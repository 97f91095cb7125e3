package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import java.util.List;

/** The ways in which KubeVirt connects an interface, those that it has removed as well. */
final class Bindings {
  /** What the platform calls the network and the interface that it injects. */
  static final String INJECTED = "multus";

  private static final List<String> ALL =
      List.of(
          "bridge", "masquerade", "sriov", "passtBinding", "binding", "slirp", "passt", "macvtap");

  private Bindings() {}

  /** Those that an interface has. */
  static List<String> of(Part nic) {
    return ALL.stream().filter(b -> nic.get(b).isSet()).toList();
  }
}
