package io.kubevirtnet.kubevirt;

/** An interface of a machine, as far as several rules ask for it. */
final class Nic {
  final Place place;
  final Place name;
  final Place bridge;
  final Place masquerade;
  final Place sriov;
  final Place passtBinding;
  final Place plugin;
  final Place state;
  final Place mac;

  Nic(Place place) {
    this.place = place;
    name = place.get("name");
    bridge = place.get("bridge");
    masquerade = place.get("masquerade");
    sriov = place.get("sriov");
    passtBinding = place.get("passtBinding");
    plugin = place.get("binding");
    state = place.get("state");
    mac = place.get("macAddress");
  }

  /** Bindings that KubeVirt counts: those that it has not removed. */
  int bindings() {
    return count(bridge) + count(masquerade) + count(sriov) + count(passtBinding) + count(plugin);
  }

  int methods() {
    return bindings() - count(plugin);
  }

  boolean hasOpenBinding() {
    return bridge.isOpen()
        || masquerade.isOpen()
        || sriov.isOpen()
        || passtBinding.isOpen()
        || plugin.isOpen();
  }

  private static int count(Place binding) {
    return binding.isThere() ? 1 : 0;
  }
}
