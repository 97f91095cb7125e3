package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.vcluster.MachineDraft.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the attachment of the properties into a machine, as network and interface multus. */
final class MultusInjection {
  static final List<String> NETWORKS = List.of("spec", "template", "spec", "networks");
  static final List<String> INTERFACES =
      List.of("spec", "template", "spec", "domain", "devices", "interfaces");
  private static final List<String> AUTOMATIC =
      List.of("spec", "template", "spec", "domain", "devices", "autoattachPodInterface");
  private static final Set<String> NAMES = Set.of(InjectedInterface.NAME);

  private final EffectiveProperties properties;
  private final NodeProperty attachment;
  private final MachineDraft machine;
  private final Assumptions assumptions;
  private final Report report;

  MultusInjection(
      EffectiveProperties properties,
      NodeProperty attachment,
      MachineDraft machine,
      Assumptions assumptions,
      Report report) {
    this.properties = properties;
    this.attachment = attachment;
    this.machine = machine;
    this.assumptions = assumptions;
    this.report = report;
  }

  void inject() {
    if (properties.others().isPresent() && attachment.value().isOpen()) {
      // Nobody can tell yet whether there is an attachment at all.
      machine.openList(NETWORKS);
      machine.openList(INTERFACES);
      report.notChecked(attachment.value().written(), "known after apply");
      return;
    }
    var isDefault = isDefault();
    notePodNetwork(isDefault);
    if (isDefault.isEmpty() || isDefault.get()) {
      removePodNetworks(isDefault.isEmpty());
    }
    notePosition();
    addInterface();
    addNetwork(isDefault);
  }

  /** Matters unless the author says that there is to be none. */
  private void notePodNetwork(Optional<Boolean> isDefault) {
    boolean mayBeMeant =
        !isDefault.orElse(true)
            && !machine.at(AUTOMATIC).isFalse()
            && !machine.at(AUTOMATIC).isOpen();
    assumptions.addIf(
        mayBeMeant && isEmpty(NETWORKS) && isEmpty(INTERFACES), Assumption.POD_NETWORK);
  }

  private boolean isEmpty(List<String> list) {
    return machine.takesItems(list) && machine.items(list).isEmpty();
  }

  private void notePosition() {
    assumptions.addIf(
        machine.items(INTERFACES).stream().anyMatch(i -> !isNamed(i, NAMES)),
        Assumption.INTERFACE_POSITION);
  }

  /** Nothing while it is not known. */
  private Optional<Boolean> isDefault() {
    return properties.isOpen(PropertyKey.MULTUS_DEFAULT)
        ? Optional.empty()
        : Optional.of(
            properties.text(PropertyKey.MULTUS_DEFAULT).filter("true"::equals).isPresent());
  }

  private void removePodNetworks(boolean perhaps) {
    var kept = new ArrayList<Item>();
    var removed = new HashSet<String>();
    for (var item : machine.items(NETWORKS)) {
      var network = part(item);
      if (network.isObject() && network.get("pod").isSet()) {
        network.get("name").text().ifPresent(removed::add);
      } else {
        kept.add(item);
      }
    }
    if (kept.size() == machine.items(NETWORKS).size()) {
      return;
    }
    if (perhaps) {
      machine.openList(NETWORKS);
      machine.openList(INTERFACES);
      return;
    }
    machine.putItems(NETWORKS, kept);
    machine.putItems(
        INTERFACES, machine.items(INTERFACES).stream().filter(i -> !isNamed(i, removed)).toList());
  }

  private void addNetwork(Optional<Boolean> isDefault) {
    var reference = attachment.value();
    var written = reference.written();
    Fields multus = Tree.of("networkName", reference.tree().orElseThrow().writtenAt(written));
    if (isDefault.isEmpty()) {
      multus = multus.with("default", new Unknown(Marks.NONE));
    } else if (isDefault.get()) {
      var place = properties.find(PropertyKey.MULTUS_DEFAULT).orElse(attachment);
      multus = multus.with("default", Tree.of((Object) true).writtenAt(place.value().written()));
    }
    var name = Tree.of((Object) InjectedInterface.NAME).writtenAt(written);
    put(NETWORKS, Tree.of("name", name).with("multus", multus))
        .ifPresent(place -> machine.place(place, written));
  }

  private void addInterface() {
    var nic = InjectedInterface.of(properties, attachment);
    assumptions.addIf(nic.bindingReplaced(), Assumption.BINDING_OF_TEMPLATE);
    put(INTERFACES, nic.tree())
        .ifPresent(
            place -> {
              machine.place(place, attachment.value().written());
              nic.sources().forEach((field, source) -> machine.place(place.child(field), source));
            });
  }

  /** In the place of the one that is called so already, else at the end; gives back where. */
  private Optional<PropertyPath> put(List<String> list, Tree injected) {
    if (!machine.takesItems(list)) {
      return Optional.empty();
    }
    var items = new ArrayList<Item>();
    int at = -1;
    for (var item : machine.items(list)) {
      if (!isNamed(item, NAMES)) {
        items.add(item);
      } else if (at < 0) {
        at = items.size();
        items.add(Item.added(injected));
      }
    }
    if (at < 0) {
      at = items.size();
      items.add(Item.added(injected));
    }
    machine.putItems(list, items);
    return Optional.of(MachineDraft.path(list).index(at));
  }

  private static boolean isNamed(Item item, Set<String> names) {
    return part(item).get("name").text().filter(names::contains).isPresent();
  }

  private static Part part(Item item) {
    return Part.of(PropertyPath.ROOT, item.tree());
  }
}
