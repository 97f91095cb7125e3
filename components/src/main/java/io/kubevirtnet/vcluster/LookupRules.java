package io.kubevirtnet.vcluster;

import java.util.List;
import java.util.Optional;

/** The rules for what properties name: what is copied, and where it is looked up. */
final class LookupRules {
  private final NodeScene scene;

  private LookupRules(NodeScene scene) {
    this.scene = scene;
  }

  static void check(NodeScene scene) {
    var rules = new LookupRules(scene);
    rules.rootDisk();
    rules.namespaces();
    rules.defaultNetwork();
  }

  private void rootDisk() {
    var source =
        scene
            .said(PropertyKey.IMAGE_DATA_SOURCE)
            .or(() -> scene.said(PropertyKey.IMAGE_URL))
            .filter(s -> !scene.has(PropertyKey.ROOT_DISK_SIZE));
    source.ifPresent(
        s ->
            scene.say(
                ImageCatalogue.NO_SIZE,
                s,
                "There is no root-disk-size beside " + s.key() + ".",
                "Set " + PropertyKey.ROOT_DISK_SIZE.key() + "."));
  }

  private void namespaces() {
    var strategy = scene.sources().provider().get("spec", "kubeVirt", "namespaceStrategy");
    if (strategy.is("VirtualCluster")) {
      for (var key : List.of(PropertyKey.ATTACHMENT, PropertyKey.IMAGE_DATA_SOURCE)) {
        bare(key)
            .ifPresent(
                p ->
                    scene.say(
                        EffectCatalogue.MANY_NAMESPACES,
                        p,
                        p.value().shown() + " has no namespace.",
                        EffectCatalogue.MANY_NAMESPACES.fix()));
      }
    }
  }

  /**
   * Multus looks it up where its own pods are, unless it says a namespace. Once there is a
   * provider, the definition is looked for, and the same is said then.
   */
  private void defaultNetwork() {
    var namespace = scene.sources().provider().get("spec", "kubeVirt", "clusterRef", "namespace");
    if (namespace.isOpen()
        && scene.text(PropertyKey.MULTUS_DEFAULT).filter("true"::equals).isPresent()) {
      bare(PropertyKey.ATTACHMENT)
          .ifPresent(
              p ->
                  scene.say(
                      PropertyCatalogue.ATTACHMENT_NAME,
                      p,
                      "\"" + p.value().shown() + "\" has no namespace, but is the default network.",
                      PropertyCatalogue.ATTACHMENT_NAME.fix()));
    }
  }

  /** One that names something without its namespace. */
  private Optional<NodeProperty> bare(PropertyKey key) {
    return scene
        .said(key)
        .filter(p -> Reading.text(p.value()).filter(t -> t.indexOf('/') < 0).isPresent());
  }
}
