package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards of a machine by name; of two with one name the last counts, as for KubeVirt. */
final class Cards {
  private static final Form PORTS =
      Form.list(Form.object(Map.of("name", Form.TEXT, "protocol", Form.TEXT, "port", Form.NUMBER)));
  private static final Form RANGES =
      Form.list(
          Form.object(Map.of("protocol", Form.TEXT, "start", Form.NUMBER, "end", Form.NUMBER)));
  private static final Form DHCP =
      Form.object(
          Map.of(
              "bootFileName",
              Form.TEXT,
              "tftpServerName",
              Form.TEXT,
              "ntpServers",
              Form.list(Form.ADDRESS),
              "privateOptions",
              Form.list(Form.object(Map.of("option", Form.NUMBER, "value", Form.TEXT)))));
  private static final Form POD_NETWORK =
      Form.object(Map.of("vmNetworkCIDR", Form.ADDRESS, "vmIPv6NetworkCIDR", Form.TEXT));
  private static final Form MULTUS_NETWORK =
      Form.object(Map.of(Card.NETWORK_NAME, Form.TEXT, "default", Form.FLAG));
  private static final Form CLAIM =
      Form.object(Map.of("claimName", Form.TEXT, "requestName", Form.TEXT));

  private final Map<String, Card> byName = new LinkedHashMap<>();
  private final List<String> order;
  private final List<String> networkOrder;
  private final boolean open;
  private final boolean hasPodNetwork;

  private Cards(List<Part> nics, List<Part> networks, boolean open, KubeVirtRelease release) {
    this.open = open || isOpen(nics) || isOpen(networks);
    hasPodNetwork = networks.stream().anyMatch(n -> n.get(Card.POD).isSet());
    var nicOf = byName(nics);
    var networkOf = byName(networks);
    order = List.copyOf(nicOf.keySet());
    networkOrder = List.copyOf(networkOf.keySet());
    var names = new LinkedHashSet<>(nicOf.keySet());
    names.addAll(networkOf.keySet());
    var nicForm = Form.object(nicFields(release));
    var networkForm = Form.object(networkFields(release));
    for (var name : names) {
      var nic = Optional.ofNullable(nicOf.get(name));
      var network = Optional.ofNullable(networkOf.get(name));
      byName.put(
          name, new Card(name, nic, network, form(nic, nicForm), form(network, networkForm)));
    }
  }

  /** As they are written. */
  static Cards written(Machine machine, KubeVirtRelease release) {
    return new Cards(machine.interfaces(), machine.networks(), hasOpenLists(machine), release);
  }

  /** With the card that KubeVirt gives to a machine that asks for none. */
  static Cards running(Machine machine, ClusterConfiguration config) {
    boolean asksForNone =
        machine.interfaces().isEmpty()
            && machine.networks().isEmpty()
            && !hasOpenLists(machine)
            && !machine.spec().get("domain", "devices", "autoattachPodInterface").isFalse();
    if (!asksForNone) {
      return written(machine, config.release());
    }
    var at = machine.spec().path();
    var name = Tree.of("name", "default");
    return new Cards(
        List.of(Part.of(at, name.with(config.defaultInterface(), Tree.fields()))),
        List.of(Part.of(at, name.with(Card.POD, Tree.fields()))),
        false,
        config.release());
  }

  private static Map<String, Form> nicFields(KubeVirtRelease release) {
    var fields = new LinkedHashMap<String, Form>();
    List.of("name", "model", "macAddress", "pciAddress", "tag")
        .forEach(f -> fields.put(f, Form.TEXT));
    Card.METHODS.forEach(f -> fields.put(f, Form.object(Map.of())));
    fields.put(Card.BINDING, Form.object(Map.of("name", Form.TEXT)));
    fields.put("ports", PORTS);
    if (release.isAtLeast(KubeVirtRelease.V1_9)) {
      fields.put("portRanges", RANGES);
    }
    fields.put("bootOrder", Form.OPTIONAL_NUMBER);
    fields.put("dhcpOptions", DHCP);
    fields.put("acpiIndex", Form.NUMBER);
    return fields;
  }

  private static Map<String, Form> networkFields(KubeVirtRelease release) {
    var fields = new LinkedHashMap<String, Form>();
    fields.put("name", Form.TEXT);
    fields.put(Card.POD, POD_NETWORK);
    fields.put(Card.MULTUS, MULTUS_NETWORK);
    if (release.isAtLeast(KubeVirtRelease.V1_9)) {
      fields.put(Card.CLAIM, CLAIM);
    }
    return fields;
  }

  private static Map<String, Part> byName(List<Part> parts) {
    var named = new LinkedHashMap<String, Part>();
    for (var part : parts) {
      if (!part.get("name").isOpen()) {
        named.put(part.get("name").text().orElse(""), part);
      }
    }
    return named;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> form(Optional<Part> part, Form form) {
    return part.flatMap(Part::tree)
        .flatMap(form::of)
        .filter(Map.class::isInstance)
        .map(m -> (Map<String, Object>) m)
        .orElse(Map.of());
  }

  private static boolean hasOpenLists(Machine machine) {
    return machine.spec().get("domain", "devices", "interfaces").isOpen()
        || machine.spec().get("networks").isOpen();
  }

  private static boolean isOpen(List<Part> parts) {
    return parts.stream().anyMatch(p -> p.get("name").isOpen());
  }

  /** There may be more of them than are known. */
  boolean isOpen() {
    return open;
  }

  Collection<Card> all() {
    return byName.values();
  }

  Optional<Card> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Those that have an interface, as they stand in its list. */
  List<Card> inOrder() {
    return of(order);
  }

  /** Those that have a network, as they stand in its list. */
  List<Card> networksInOrder() {
    return of(networkOrder);
  }

  private List<Card> of(List<String> names) {
    var cards = new ArrayList<Card>();
    names.forEach(name -> find(name).ifPresent(cards::add));
    return cards;
  }

  /** In the list as it stands: KubeVirt looks there, and not by name. */
  boolean hasPodNetwork() {
    return hasPodNetwork;
  }
}
