package io.kubevirtnet.kubevirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The interfaces and networks of one machine, and what is known of the KubeVirt it is for. */
final class Wiring {
  final Place spec;
  final List<Nic> nics;
  final List<Net> nets;
  final ClusterConfiguration config;

  /** An instance type or a preference may fill in what is left out. */
  final boolean hasPreference;

  /** There may be other interfaces, or one may have another name. */
  final boolean nicNamesOpen;

  final boolean netNamesOpen;

  private Wiring(
      Place spec,
      List<Nic> nics,
      List<Net> nets,
      ClusterConfiguration config,
      boolean hasPreference) {
    this.spec = spec;
    this.nics = nics;
    this.nets = nets;
    this.config = config;
    this.hasPreference = hasPreference;
    this.nicNamesOpen = interfaces(spec).isOpen() || nics.stream().anyMatch(n -> n.name.isOpen());
    this.netNamesOpen = networks(spec).isOpen() || nets.stream().anyMatch(n -> n.name.isOpen());
  }

  static Wiring of(Place spec, ClusterConfiguration config, boolean hasPreference) {
    var nics = new ArrayList<Nic>();
    for (var nic : interfaces(spec).items()) {
      nics.add(new Nic(nic));
    }
    var nets = new ArrayList<Net>();
    boolean claims = config.release().isAtLeast(KubeVirtRelease.V1_9);
    for (var net : networks(spec).items()) {
      nets.add(new Net(net, claims));
    }
    return new Wiring(spec, nics, nets, config, hasPreference);
  }

  static Place interfaces(Place spec) {
    return spec.get("domain", "devices").get("interfaces");
  }

  static Place networks(Place spec) {
    return spec.get("networks");
  }

  /** The network that has the interface's name: of several, KubeVirt keeps the last. */
  Optional<Net> networkOf(Nic nic) {
    var name = nic.name.text();
    for (int i = nets.size() - 1; i >= 0; i--) {
      if (nets.get(i).name.is(name)) {
        return Optional.of(nets.get(i));
      }
    }
    return Optional.empty();
  }

  /** Without a network it is not. */
  Truth isOnPod(Nic nic) {
    if (netNamesOpen || nic.name.isOpen()) {
      return Truth.OPEN;
    }
    var net = networkOf(nic);
    if (net.isEmpty()) {
      return Truth.NO;
    }
    return net.get().pod.isOpen() ? Truth.OPEN : net.get().pod.isSet() ? Truth.YES : Truth.NO;
  }

  boolean hasNic(String name) {
    for (var nic : nics) {
      if (nic.name.is(name)) {
        return true;
      }
    }
    return false;
  }
}
