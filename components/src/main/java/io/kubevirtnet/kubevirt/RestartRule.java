package io.kubevirtnet.kubevirt;

import java.util.Map;
import java.util.TreeMap;

/** KubeVirt: vmliveupdate.IsRestartRequired, for interfaces and networks alone. */
final class RestartRule {
  private static final String LIVE_REFERENCES = "LiveUpdateNADRef";

  private RestartRule() {}

  /** The name of a definition can change while the machine runs. */
  static boolean swapsDefinitions(ClusterConfiguration config) {
    return config.isOn(LIVE_REFERENCES);
  }

  /** What is not known yet does not ask for a restart. */
  static boolean isRequired(Cards desired, Cards current, ClusterConfiguration config) {
    boolean swaps = swapsDefinitions(config);
    return desired.hasPodNetwork() && !current.hasPodNetwork()
        || current.all().stream()
            .anyMatch(
                c ->
                    desired.find(c.name()).map(d -> differ(d, c, swaps)).orElse(!desired.isOpen()));
  }

  private static boolean differ(Card desired, Card current, boolean swaps) {
    boolean nicDiffers =
        current.nic().isPresent()
            && (desired.nic().isEmpty() || !Form.isSame(desired.nicForm(), current.nicForm()));
    boolean networkDiffers =
        current.network().isPresent()
            && (desired.network().isEmpty()
                || !Form.isSame(network(desired, swaps), network(current, swaps)));
    return nicDiffers || networkDiffers;
  }

  private static Map<String, Object> network(Card card, boolean swaps) {
    if (!swaps || !(card.networkForm().get(Card.MULTUS) instanceof Map<?, ?> multus)) {
      return card.networkForm();
    }
    var nameless = new TreeMap<Object, Object>(multus);
    nameless.remove(Card.NETWORK_NAME);
    var network = new TreeMap<>(card.networkForm());
    network.put(Card.MULTUS, nameless);
    return network;
  }
}
