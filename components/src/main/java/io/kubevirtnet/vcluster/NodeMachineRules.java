package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for the machine that comes of it all, as one of many. */
final class NodeMachineRules {
  private final NodeScene scene;

  private NodeMachineRules(NodeScene scene) {
    this.scene = scene;
  }

  static void check(NodeScene scene) {
    var rules = new NodeMachineRules(scene);
    rules.podNetwork();
    if (scene.isPool()) {
      rules.addresses();
      rules.masquerade();
      rules.disks();
    }
  }

  private List<Part> interfaces() {
    return scene.node().machine().interfaces();
  }

  private List<Part> networks() {
    return scene.node().machine().networks();
  }

  /** The author of a list of networks has seen that the pod network is not in it. */
  private void podNetwork() {
    var devices = scene.node().machine().spec().get("domain", "devices");
    var attach = devices.get("autoattachPodInterface");
    boolean alone =
        networks().size() == 1
            && networks().get(0).get("name").is(Bindings.INJECTED)
            && networks().get(0).get("multus").isObject();
    if (alone
        && !networks().get(0).get("multus", "default").isSet()
        && !attach.isFalse()
        && !attach.isOpen()) {
      scene
          .said(PropertyKey.ATTACHMENT)
          .or(() -> scene.said(PropertyKey.NETRIS_SERVER_CLUSTER))
          .ifPresent(
              p ->
                  scene.say(
                      EffectCatalogue.POD_NETWORK_LOST,
                      p,
                      "The machine has multus only: its template lists no network.",
                      EffectCatalogue.POD_NETWORK_LOST.fix()));
    }
  }

  private void addresses() {
    for (var nic : interfaces()) {
      var mac = nic.get("macAddress");
      if (mac.text().filter(m -> !m.isEmpty()).isPresent() && !isClaimed(mac)) {
        scene.add(
            EffectCatalogue.SAME_MAC,
            mac,
            "Every machine has " + mac.shown() + " on " + nic.get("name").shown() + ".");
      }
    }
  }

  /** A claim is for one machine. */
  private boolean isClaimed(Part part) {
    var source = scene.node().source(Reading.place(part));
    return scene.node().properties().properties().values().stream()
        .filter(p -> p.origin() == PropertyOrigin.CLAIM)
        .anyMatch(p -> p.value().written().equals(source));
  }

  private void masquerade() {
    for (var nic : interfaces()) {
      var network = nic.get("name").text().flatMap(name -> NodeScene.named(networks(), name));
      if (nic.get("masquerade").isObject()
          && network.filter(n -> n.get("pod").isSet()).isPresent()) {
        scene
            .report()
            .add(
                EffectCatalogue.MASQUERADE,
                scene.node().source(nic.get("masquerade").path()),
                "Interface " + nic.get("name").shown() + " is behind a masquerade.");
      }
    }
  }

  private void disks() {
    var machine = scene.node().machine();
    var templates = machine.object().get("spec", "dataVolumeTemplates");
    var own = own(templates);
    if (templates.tree().filter(Tree::hasUnknown).isPresent()) {
      return;
    }
    for (var volume : machine.spec().get("volumes").items()) {
      var claim = volume.get("persistentVolumeClaim", "claimName");
      var data = volume.get("dataVolume", "name");
      boolean shared = claim.isSet() || data.text().filter(n -> !own.contains(n)).isPresent();
      if (shared) {
        scene.add(
            EffectCatalogue.SHARED_DISK,
            claim.isSet() ? claim : data,
            "Volume "
                + volume.get("name").shown()
                + " is "
                + (claim.isSet() ? claim : data).shown()
                + " for every machine.");
      }
    }
  }

  private static Set<String> own(Part templates) {
    return templates.items().stream()
        .flatMap(t -> t.get("metadata", "name").text().stream())
        .collect(Collectors.toSet());
  }
}
