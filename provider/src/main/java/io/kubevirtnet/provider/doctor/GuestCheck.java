package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.LiveCatalogue;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether guests are configured as their network data says, and whether that can work. */
final class GuestCheck implements Check {
  @Override
  public String title() {
    return "Network data of running machines";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var secret = new ArrayList<String>();
    int read = 0;
    for (var instance : cluster.all(Subject.INSTANCE)) {
      if (instance.text("/status/phase").equals("Running")) {
        var found = NetworkData.of(instance);
        if (found.inSecret()) {
          secret.add(instance.key());
        }
        if (found.data().isPresent()) {
          read++;
          instance(instance, found.data().get(), cluster, notes);
        }
      }
    }
    if (!secret.isEmpty()) {
      notes.leftOpen("network data of " + Shown.names(secret) + ": secrets are not read");
    }
    if (read > 0) {
      notes.fineOtherwise("Guests are configured as their network data says.");
    }
  }

  private static void instance(
      LiveObject instance, NetworkData data, Picture cluster, Notes notes) {
    var names = new TreeSet<String>();
    var addresses = new TreeSet<String>();
    for (var card : instance.at("/status/interfaces")) {
      if (card.path("infoSource").asText().contains(LiveNetworkCheck.OF_GUEST)) {
        names.add(card.path("interfaceName").asText());
        card.path("ipAddresses").forEach(a -> addresses.add(a.asText()));
      }
    }
    names.remove("");
    if (!names.isEmpty() && otherNames(instance, data, names, notes)) {
      return;
    }
    if (!addresses.isEmpty()) {
      otherAddresses(instance, data, addresses, notes);
    }
    nameservers(instance, data, notes);
    data.all().forEach(card -> gateways(instance, card, cluster, notes));
  }

  private static boolean otherNames(
      LiveObject instance, NetworkData data, Set<String> names, Notes notes) {
    var others =
        data.ethernets().stream()
            .filter(c -> !c.isMatched())
            .map(NetworkData.Card::name)
            .filter(n -> !names.contains(n))
            .toList();
    if (!others.isEmpty()) {
      notes.found(
          LiveCatalogue.OTHER_NAME,
          instance.reference(),
          "Its network data is for %s; its guest has %s."
              .formatted(Shown.names(others), Shown.names(names)),
          LiveNetworkCheck.status(instance));
    }
    return !others.isEmpty();
  }

  private static void otherAddresses(
      LiveObject instance, NetworkData data, Set<String> has, Notes notes) {
    var seen = has.stream().flatMap(a -> IpText.address(a).stream()).toList();
    var missing =
        data.all().stream()
            .flatMap(c -> c.addresses().stream())
            .flatMap(a -> IpNetwork.parse(a).stream())
            .filter(n -> !seen.contains(n.address()))
            .map(IpNetwork::toString)
            .toList();
    if (!missing.isEmpty()) {
      notes.found(
          LiveCatalogue.OTHER_ADDRESS,
          instance.reference(),
          "Its network data says %s; its guest has %s."
              .formatted(Shown.names(missing), Shown.names(has)),
          LiveNetworkCheck.status(instance));
    }
  }

  private static void nameservers(LiveObject instance, NetworkData data, Notes notes) {
    var cards = data.all();
    boolean fixed = cards.stream().anyMatch(c -> !c.addresses().isEmpty());
    boolean told = cards.stream().anyMatch(c -> c.namesServers() || c.isDynamic());
    if (fixed && !told) {
      notes.found(
          LiveCatalogue.NO_NAMESERVERS,
          instance.reference(),
          "Its network data has static addresses and no nameservers.",
          KubectlCommand.get(instance));
    }
  }

  private static void gateways(
      LiveObject instance, NetworkData.Card card, Picture cluster, Notes notes) {
    var subnets = card.addresses().stream().flatMap(a -> IpNetwork.parse(a).stream()).toList();
    for (var text : card.isDynamic() ? List.<String>of() : card.gateways()) {
      var gateway = IpText.address(text);
      var subnet =
          subnets.stream().filter(s -> gateway.filter(s::contains).isPresent()).findFirst();
      if (gateway.isPresent() && subnet.isEmpty() && !gateway.get().isLinkLocal()) {
        notes.found(
            LiveCatalogue.GATEWAY,
            instance.reference(),
            "Gateway %s of %s is in none of %s."
                .formatted(text, card.name(), Shown.names(card.addresses())),
            KubectlCommand.get(instance));
      }
      subnet.ifPresent(s -> otherGateway(instance, text, s, cluster, notes));
    }
  }

  private static void otherGateway(
      LiveObject instance, String gateway, IpNetwork subnet, Picture cluster, Notes notes) {
    for (var network : Machine.ofInstance(instance).networks()) {
      cluster.find(Subject.DEFINITION, network.attachment()).map(Attachment::of).stream()
          .flatMap(a -> a.gateways().stream())
          .filter(g -> IpText.address(g).filter(subnet::contains).isPresent())
          .filter(g -> !IpText.address(g).equals(IpText.address(gateway)))
          .findFirst()
          .ifPresent(
              g ->
                  notes.found(
                      LiveCatalogue.OTHER_GATEWAY,
                      instance.reference(),
                      "Its network data says %s, and attachment %s says %s."
                          .formatted(gateway, network.attachment(), g),
                      KubectlCommand.get(instance)));
    }
  }
}
