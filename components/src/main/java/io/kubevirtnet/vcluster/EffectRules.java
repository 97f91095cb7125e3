package io.kubevirtnet.vcluster;

import java.util.List;
import java.util.Optional;

/** The rules for properties that do nothing together with the others. */
final class EffectRules {
  private static final List<PropertyKey> OF_THE_INTERFACE =
      List.of(PropertyKey.BINDING, PropertyKey.INTERFACE_TEMPLATE, PropertyKey.MULTUS_DEFAULT);

  private static final PropertyKey[] SOURCES = {
    PropertyKey.IMAGE_URL, PropertyKey.IMAGE_DATA_SOURCE, PropertyKey.OS_IMAGE_NAME
  };

  private static final PropertyKey[] ADDRESSES = {
    PropertyKey.CIDR, PropertyKey.NETRIS_SERVER_CLUSTER, PropertyKey.NETWORK_DATA_TEMPLATE
  };

  private final NodeScene scene;

  private EffectRules(NodeScene scene) {
    this.scene = scene;
  }

  static void check(NodeScene scene) {
    var rules = new EffectRules(scene);
    rules.attachment();
    rules.image();
    rules.addresses();
    rules.userData();
  }

  private void attachment() {
    if (!scene.isAttached()) {
      OF_THE_INTERFACE.stream()
          .filter(k -> !saysTheUsual(k))
          .forEach(
              k ->
                  without(
                      k,
                      "there is no network-attachment-definition",
                      PropertyKey.ATTACHMENT,
                      PropertyKey.NETRIS_SERVER_CLUSTER));
    }
  }

  /** It is as it would be without. */
  private boolean saysTheUsual(PropertyKey key) {
    var text = scene.text(key).orElse("");
    return text.equals("bridge") || text.equals("false");
  }

  private void image() {
    boolean url = scene.has(PropertyKey.IMAGE_URL);
    boolean source = scene.has(PropertyKey.IMAGE_DATA_SOURCE);
    if (scene.said(PropertyKey.IMAGE_DATA_SOURCE).isPresent()) {
      beaten(PropertyKey.IMAGE_URL, PropertyKey.IMAGE_DATA_SOURCE, "image-datasource wins");
      beaten(
          PropertyKey.IMAGE_CHECKSUM, PropertyKey.IMAGE_DATA_SOURCE, "a DataSource is not checked");
    } else if (scene
        .text(PropertyKey.IMAGE_URL)
        .filter(u -> u.startsWith("docker://"))
        .isPresent()) {
      beaten(
          PropertyKey.IMAGE_CHECKSUM,
          PropertyKey.IMAGE_URL,
          "an image of docker:// is not checked");
    }
    if (!url && !source && !scene.has(PropertyKey.OS_IMAGE_NAME)) {
      for (var key :
          List.of(
              PropertyKey.IMAGE_CHECKSUM,
              PropertyKey.ROOT_DISK_SIZE,
              PropertyKey.DATA_VOLUME_TEMPLATE,
              PropertyKey.ROOT_DISK_TEMPLATE)) {
        without(key, "there is neither image-url nor image-datasource", SOURCES);
      }
    }
  }

  private void addresses() {
    if (scene.has(PropertyKey.NETWORK_DATA)) {
      for (var key : List.of(PropertyKey.CIDR, PropertyKey.NETWORK_DATA_TEMPLATE)) {
        beaten(key, PropertyKey.NETWORK_DATA, "network-data wins");
      }
    }
    boolean given = scene.has(PropertyKey.CIDR) || scene.has(PropertyKey.NETWORK_DATA_TEMPLATE);
    if (!given) {
      without(PropertyKey.RANGES, "there is no network-cidr", ADDRESSES);
    }
    if (!given && !scene.has(PropertyKey.NETRIS_SERVER_CLUSTER)) {
      for (var key : List.of(PropertyKey.NAMESERVERS, PropertyKey.GUEST_INTERFACE)) {
        without(key, "there is no network-cidr", ADDRESSES);
      }
    }
  }

  private void userData() {
    if (scene.has(PropertyKey.USER_DATA)) {
      beaten(PropertyKey.USER_DATA_TEMPLATE, PropertyKey.USER_DATA, "user-data wins");
    }
  }

  private void without(PropertyKey key, String why, PropertyKey... wanted) {
    scene
        .said(key)
        .filter(p -> !scene.isMeantForOthers(p, wanted))
        .ifPresent(p -> add(p, why, "Set " + wanted[0].key() + ", or remove it."));
  }

  /** Of two that exclude each other, the one that was said last should win. */
  private void beaten(PropertyKey key, PropertyKey by, String why) {
    Optional<PropertyOrigin> winner = scene.said(by).map(NodeProperty::origin);
    scene
        .said(key)
        .filter(p -> winner.filter(w -> w.compareTo(p.origin()) <= 0).isPresent())
        .ifPresent(p -> add(p, why, "Remove one of the two."));
  }

  private void add(NodeProperty property, String why, String fix) {
    scene.say(
        EffectCatalogue.NO_EFFECT, property, property.key() + " does nothing: " + why + ".", fix);
  }
}
