package io.kubevirtnet.kubevirt;

import static java.util.stream.Collectors.joining;

import io.kubevirtnet.finding.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cards of a machine: their places on its buses, their queues, and what its guest calls them.
 */
final class CardAdvice {
  /** QEMU: ACPI_PCIHP, 14 bits. */
  private static final long LAST_INDEX = 16_383;

  private static final long VECTORS = 200;
  private static final long MOST_QUEUES = 256;
  private static final Pattern GUEST_NAME =
      Pattern.compile("\\b(?:enp\\d+s\\d+|ens\\d+|eth\\d+)\\b");

  private final Wiring wiring;
  private final Report report;

  private CardAdvice(Wiring wiring, Report report) {
    this.wiring = wiring;
    this.report = report;
  }

  static void check(Wiring wiring, Report report) {
    var advice = new CardAdvice(wiring, report);
    advice.indexes();
    advice.slots();
    advice.queues();
    advice.tags();
    advice.devices();
    advice.guestNames();
  }

  private void indexes() {
    var seen = new HashSet<Long>();
    for (var nic : wiring.nics) {
      var index = nic.place.get("acpiIndex");
      if (!index.isThere() || nic.sriov.isSet()) {
        continue;
      }
      long number = index.number();
      if (number < 0 || number > LAST_INDEX) {
        report.add(
            AdviceCatalogue.ACPI_INDEX,
            index.written(),
            index.shown() + (number < 0 ? " has no effect." : " is above " + LAST_INDEX + "."));
      } else if (number > 0 && !seen.add(number)) {
        report.add(
            AdviceCatalogue.ACPI_TWICE,
            index.written(),
            "Another interface of the machine has the index " + index.shown() + ", too.");
      }
    }
  }

  private void slots() {
    var seen = new HashSet<String>();
    for (var disk : wiring.spec.get("domain", "devices").get("disks").items()) {
      var address = disk.get("disk", "pciAddress").text();
      if (!address.isEmpty()) {
        seen.add(address.toLowerCase(Locale.ROOT));
      }
    }
    for (var nic : wiring.nics) {
      var address = nic.place.get("pciAddress");
      if (address.isThere()
          && !address.is("")
          && !seen.add(address.text().toLowerCase(Locale.ROOT))) {
        report.add(
            AdviceCatalogue.PCI_TWICE,
            address.written(),
            "Another device of the machine is at " + address.shown() + ".");
      }
    }
  }

  private void queues() {
    var multiqueue = wiring.spec.get("domain", "devices").get("networkInterfaceMultiqueue");
    if (!multiqueue.isTrue() || wiring.nicNamesOpen || wiring.hasPreference) {
      return;
    }
    long cards = wiring.nics.stream().filter(CardAdvice::hasQueues).count();
    var cpus = cpus();
    if (cards == 0 && !wiring.nics.isEmpty()) {
      report.add(
          AdviceCatalogue.QUEUES_UNUSED,
          multiqueue.written(),
          "No interface of the machine is a virtio card.");
    } else if (cpus.isPresent() && cpus.getAsLong() == 1) {
      report.add(AdviceCatalogue.QUEUES_UNUSED, multiqueue.written(), "The machine has one CPU.");
    } else if (cpus.isPresent()
        && (cpus.getAsLong() > MOST_QUEUES || cpus.getAsLong() * cards > VECTORS)) {
      report.add(
          AdviceCatalogue.QUEUES_MANY,
          multiqueue.written(),
          cards + " cards get " + Math.min(cpus.getAsLong(), MOST_QUEUES) + " queues each.");
    }
  }

  private static boolean hasQueues(Nic nic) {
    var model = nic.place.get("model");
    return !nic.sriov.isSet() && (model.isOpen() || model.is("") || model.is("virtio"));
  }

  /** Nothing when the machine does not say so itself. */
  private OptionalLong cpus() {
    var cpu = wiring.spec.get("domain", "cpu");
    var parts = List.of(cpu.get("cores"), cpu.get("sockets"), cpu.get("threads"));
    if (parts.stream().anyMatch(Place::isOpen) || parts.stream().noneMatch(p -> p.number() > 0)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        parts.stream().mapToLong(p -> Math.max(1, p.number())).reduce(1, (a, b) -> a * b));
  }

  private void tags() {
    var volumes = wiring.spec.get("volumes");
    boolean told =
        volumes.isOpen()
            || volumes.items().stream().anyMatch(v -> v.get("cloudInitConfigDrive").isSet());
    for (var nic : wiring.nics) {
      var tag = nic.place.get("tag");
      if (!told && tag.isThere() && !tag.is("")) {
        report.add(
            AdviceCatalogue.TAG_UNSEEN,
            tag.written(),
            "The machine has no volume of the kind cloudInitConfigDrive.");
      }
    }
  }

  private void devices() {
    var devices = wiring.nics.stream().filter(n -> n.sriov.isThere()).toList();
    if (devices.isEmpty()) {
      return;
    }
    report.notChecked(
        devices.get(0).sriov.written(),
        "needs a driver of the device in the guest, and an IOMMU on the nodes");
    var dedicated = wiring.spec.get("domain", "cpu").get("dedicatedCpuPlacement");
    if (!dedicated.isTrue() && !dedicated.isOpen() && !wiring.hasPreference) {
      report.add(
          AdviceCatalogue.DEVICE_WITHOUT_CPUS,
          devices.get(0).sriov.written(),
          devices.stream().map(n -> "\"" + n.name.shown() + "\"").collect(joining(", "))
              + (devices.size() == 1 ? " is a device" : " are devices")
              + " of a machine without CPUs of its own.");
    }
  }

  /** What components have written for the guest they judge where it was written. */
  private void guestNames() {
    if (wiring.nics.size() < 2) {
      return;
    }
    for (var volume : wiring.spec.get("volumes").items()) {
      for (var source : Set.of("cloudInitNoCloud", "cloudInitConfigDrive")) {
        var data = volume.get(source).get("networkData");
        var name = GUEST_NAME.matcher(data.text());
        if (data.written().equals(data.path())
            && !data.isSecret()
            && !data.text().contains("macaddress")
            && name.find()) {
          report.add(
              AdviceCatalogue.GUEST_NAMES,
              data.written(),
              "The network data names "
                  + name.group()
                  + ", and the machine has "
                  + wiring.nics.size()
                  + " interfaces.");
        }
      }
    }
  }
}
