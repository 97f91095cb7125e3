package io.kubevirtnet.kubevirt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names that the networks of a machine have in its pod. They come from the name that the
 * machine gives to a network, not from its definition: {@code lan} is {@code pod094a367b026}.
 *
 * @param pod the interface of the network
 * @param tap the end that the guest's card hangs on
 * @param bridge what KubeVirt puts between the two
 * @param moved what the interface is called where the bridge takes its place
 */
public record PodInterfaceNames(String pod, String tap, String bridge, String moved) {
  private static final String PRIMARY = "eth0";
  private static final String PREFIX = "pod";
  private static final int DIGITS = 11;

  /** By network; those on no network are left out. */
  public static Map<String, PodInterfaceNames> of(Machine machine) {
    return of(Cards.written(machine, KubeVirtRelease.newest()), false);
  }

  /** As pods that began before KubeVirt 1.0 call them: {@code net1}, {@code net2}. */
  public static Map<String, PodInterfaceNames> ordinal(Machine machine) {
    return of(Cards.written(machine, KubeVirtRelease.newest()), true);
  }

  static Map<String, PodInterfaceNames> of(Cards cards, boolean ordinal) {
    var names = new LinkedHashMap<String, PodInterfaceNames>();
    int number = 0;
    for (var card : cards.networksInOrder()) {
      if (card.isSecondary()) {
        number++;
        names.put(card.name(), secondary(ordinal ? "net" + number : hashed(card.name())));
      } else if (card.isPod() || card.isMultus()) {
        names.put(
            card.name(), new PodInterfaceNames(PRIMARY, "tap0", bridge(PRIMARY), moved(PRIMARY)));
      }
    }
    return names;
  }

  /** The name in the pod of a network that is not the pod's own. */
  public static String hashed(String network) {
    return PREFIX + hash(network).substring(0, DIGITS);
  }

  private static PodInterfaceNames secondary(String pod) {
    return new PodInterfaceNames(
        pod, "tap" + pod.substring(PREFIX.length()), bridge(pod), moved(pod));
  }

  private static String bridge(String pod) {
    return "k6t-" + unprefixed(pod);
  }

  private static String moved(String pod) {
    return unprefixed(pod) + "-nic";
  }

  private static String unprefixed(String pod) {
    return pod.startsWith(PREFIX) ? pod.substring(PREFIX.length()) : pod;
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
