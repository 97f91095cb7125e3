package io.kubevirtnet.guest;

import io.kubevirtnet.value.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * One network card of the machine, as far as the guest's configuration depends on it.
 *
 * @param network name of the machine's network
 * @param mac its address, in any notation that KubeVirt takes; absent when each start brings
 *     another one
 * @param name what the guest will call it, where that can be told
 * @param doubt why that name may turn out another one, as a sentence; nothing when it is certain
 * @param pod it is the network of the pod, which answers DHCP
 * @param masquerade the addresses that it has to have behind a masquerade
 * @param mtu the largest that the network carries
 */
public record GuestCard(
    Value<String> network,
    Value<String> mac,
    Optional<String> name,
    Optional<String> doubt,
    boolean pod,
    Optional<Masquerade> masquerade,
    Optional<Integer> mtu) {

  public static GuestCard of(Value<String> network, Value<String> mac, Optional<String> name) {
    return new GuestCard(
        network, mac, name, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  /** The name is only a guess. */
  public GuestCard doubtful(String why) {
    return new GuestCard(network, mac, name, Optional.of(why), pod, masquerade, mtu);
  }

  public GuestCard onPod() {
    return new GuestCard(network, mac, name, doubt, true, masquerade, mtu);
  }

  public GuestCard behind(Masquerade addresses) {
    return new GuestCard(network, mac, name, doubt, true, Optional.of(addresses), mtu);
  }

  public GuestCard withMtu(int most) {
    return new GuestCard(network, mac, name, doubt, pod, masquerade, Optional.of(most));
  }

  boolean is(String wanted) {
    return network.known().filter(wanted::equals).isPresent();
  }

  /** As Linux shows it, which is what cloud-init compares: {@code 02:00:00:00:00:0a}. */
  Value<String> canonicalMac() {
    return mac.map(GuestCard::canonical);
  }

  static String canonical(String mac) {
    var digits = mac.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    return String.join(":", digits.split("(?<=\\G..)"));
  }
}
