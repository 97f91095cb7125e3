package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.health.LiveCatalogue;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Whether running machines are connected to their networks, as far as KubeVirt and guests tell. */
final class LiveNetworkCheck implements Check {
  static final String OF_GUEST = "guest-agent";
  private static final String OF_MULTUS = "multus-status";

  @Override
  public String title() {
    return "Networks of running machines";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var silent = new ArrayList<String>();
    int running = 0;
    for (var instance : cluster.all(Subject.INSTANCE)) {
      if (!instance.text("/status/phase").equals("Running")) {
        continue;
      }
      running++;
      for (var network : Machine.ofInstance(instance).networks()) {
        if (!isMeantAbsent(instance, network.name())) {
          plugged(instance, network, notes);
        }
      }
      if (instance.is("AgentConnected")) {
        addresses(instance, notes);
      } else {
        silent.add(instance.key());
      }
    }
    if (!silent.isEmpty()) {
      notes.leftOpen("the guests of " + Shown.names(silent) + ": no guest agent is connected");
    }
    if (running > 0) {
      notes.fineOtherwise(
          "%s connected to all of their networks."
              .formatted(
                  running == 1 ? "1 running machine is" : running + " running machines are"));
    }
  }

  /** Unplugged, or with its link down, on purpose. */
  private static boolean isMeantAbsent(LiveObject instance, String network) {
    for (var card : instance.at("/spec/domain/devices/interfaces")) {
      if (card.path("name").asText().equals(network)) {
        return card.path("state").asText().equals("absent");
      }
    }
    return false;
  }

  private static void plugged(LiveObject instance, Machine.Network network, Notes notes) {
    var card = live(instance, network.name());
    boolean plugged =
        card.map(c -> c.path("infoSource").asText())
            .filter(s -> s.isEmpty() || s.contains(OF_MULTUS))
            .isPresent();
    if (!plugged) {
      notes.found(
          LiveCatalogue.NOT_PLUGGED,
          instance.reference(),
          card.isEmpty()
              ? "Its status has no interface %s, for the network %s."
                  .formatted(network.name(), network.attachment())
              : "Multus does not report its interface %s, for the network %s."
                  .formatted(network.name(), network.attachment()),
          status(instance));
    }
  }

  private static Optional<JsonNode> live(LiveObject instance, String name) {
    for (var card : instance.at("/status/interfaces")) {
      if (card.path("name").asText().equals(name)) {
        return Optional.of(card);
      }
    }
    return Optional.empty();
  }

  private static void addresses(LiveObject instance, Notes notes) {
    for (var card : instance.at("/status/interfaces")) {
      boolean told = card.path("infoSource").asText().contains(OF_GUEST);
      boolean ours = !card.path("name").asText().isEmpty();
      boolean down = card.path("linkState").asText().equals("down");
      if (told && ours && !down && card.path("ipAddress").asText().isEmpty()) {
        notes.found(
            LiveCatalogue.NO_ADDRESS,
            instance.reference(),
            "Its guest gives no address to %s, the card of its network %s."
                .formatted(
                    card.path("interfaceName").asText().isEmpty()
                        ? "a card"
                        : card.path("interfaceName").asText(),
                    card.path("name").asText()),
            status(instance));
      }
    }
  }

  static String status(LiveObject instance) {
    return "kubectl get -n %s vmi %s -o jsonpath='{.status.interfaces}'"
        .formatted(instance.namespace(), instance.name());
  }
}
