package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What a change does to a machine that one would not expect of it. */
public final class ChangeCatalogue {
  private static final String SYNC = "KubeVirt: VMController.Sync";
  private static final String LIVE_UPDATE = "KubeVirt: vmliveupdate.IsRestartRequired";
  private static final String EVALUATOR = "KubeVirt: network/migration evaluator";
  private static final String UPDATER = "KubeVirt: workload-updater";

  private ChangeCatalogue() {}

  private static String example(String before, String after, String more) {
    return """
        before: {%s}
        after: {%s}
        %s"""
        .formatted(before, after, more);
  }

  private static String cards(String... cards) {
    var nics = new StringBuilder("interfaces: [{name: default, masquerade: {}}");
    var networks = new StringBuilder("], networks: [{name: default, pod: {}}");
    for (var card : cards) {
      var parts = card.split(" on ", 2);
      var name = parts[0].replaceAll("\\{name: ([^,}]+).*", "$1");
      nics.append(", ").append(parts[0]);
      networks
          .append(", {name: ")
          .append(name)
          .append(", multus: {networkName: ")
          .append(parts[1])
          .append("}}");
    }
    return nics.append(networks).append(']').toString();
  }

  static final Rule NOT_UNPLUGGED =
      Rule.warning("KVN-V180", "Card taken out without being unplugged")
          .why(
              "KubeVirt leaves it in the machine and on the network until a restart; one that is absent first goes while the machine runs.")
          .fix("Set state: absent for it, apply, and take it out when the machine has lost it.")
          .source(LIVE_UPDATE)
          .example(
              example(
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  cards(),
                  ""));

  static final Rule RENAMED =
      Rule.warning("KVN-V181", "Network that gets another name")
          .why(
              "The name is how KubeVirt knows a card: one goes at the next start, another comes, and the interface in the pod is called anew.")
          .fix("Keep the name, which nobody outside of the machine sees.")
          .source(LIVE_UPDATE)
          .example(
              example(
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  cards("{name: office, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  ""));

  static final Rule NOT_PLUGGABLE =
      Rule.warning("KVN-V182", "Card that can not be unplugged")
          .why(
              "KubeVirt unplugs only cards with bridge on networks of Multus; an SR-IOV device, a plugin and the pod's network stay until a restart.")
          .fix("Plan a restart of the machine.")
          .source("KubeVirt admitter: validateInterfaceStateValue")
          .example(example(cards("{name: fast, sriov: {}} on vms/fast"), cards(), ""));

  static final Rule WAITS =
      Rule.warning("KVN-V183", "Card that waits for a restart without a word")
          .why(
              "KubeVirt plugs in bridge and sriov on networks of Multus; it leaves others out of the running machine, and sets no condition that says so.")
          .fix("Restart the machine after the change.")
          .source(SYNC)
          .example(example(cards(), cards("{name: lan, binding: {name: macvtap}} on vms/lan"), ""));

  static final Rule NOT_SWAPPED =
      Rule.warning("KVN-V184", "Definition that is not swapped")
          .why(
              "Another definition comes with another pod; where the machine can not migrate, or the network is the pod's default, nothing happens and no condition says so.")
          .fix("Restart the machine after the change.")
          .source(EVALUATOR)
          .example(
              example(
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/office"),
                  "facts: {running: true, migratable: false}\n"));

  static final Rule ABSENT_KEPT =
      Rule.info("KVN-V185", "Card that stays absent")
          .why(
              "KubeVirt takes an absent card out of the machine by itself, and each update puts it back in for it to do so again.")
          .fix("Take the card and its network out of the program.")
          .source(SYNC)
          .example(
              example(
                  cards("{name: lan, bridge: {}, state: absent} on vms/lan"),
                  cards("{name: lan, bridge: {}, state: absent} on vms/lan"),
                  ""));

  static final Rule OTHER_GUEST_NAME =
      Rule.warning("KVN-V186", "Card that changes its name in the guest")
          .why(
              "The guest names cards by their place on PCI, which is by their order here; what it has configured by the old name goes to another network, or to none.")
          .fix("Add new cards at the end, set acpiIndex, or let the guest match by macAddress.")
          .source("KubeVirt: docs/pci-topology.md; systemd: net naming scheme")
          .example(
              example(
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  cards(
                      "{name: dmz, bridge: {}, macAddress: '02:00:00:00:00:08'} on vms/dmz",
                      "{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  ""));

  static final Rule NEW_MAC =
      Rule.info("KVN-V187", "Card that comes back with another MAC address")
          .why(
              "Without macAddress the network gives each pod one of its own, and this change makes a new pod; a guest that is configured by the old one loses the network.")
          .fix("Set macAddress, or stableMac, in the same change.")
          .source("KubeVirt: network/domainspec generators")
          .example(
              example(
                  cards("{name: lan, bridge: {}} on vms/lan"),
                  cards("{name: lan, bridge: {}, model: e1000} on vms/lan"),
                  ""));

  static final Rule NO_PORT =
      Rule.warning("KVN-V188", "More cards than free ports")
          .why(
              "A card needs a PCIe port that was there at the start: KubeVirt keeps at least 3 of them with up to 2 GiB of memory and 6 with more, for disks, too, and none on the root complex.")
          .fix("Restart the machine after the change, or add them in several steps.")
          .source("KubeVirt: docs/pci-topology.md")
          .example(
              example(
                  cards(),
                  cards(
                      "{name: a, bridge: {}} on vms/a",
                      "{name: b, bridge: {}} on vms/b",
                      "{name: c, bridge: {}} on vms/c",
                      "{name: d, bridge: {}} on vms/d"),
                  ""));

  static final Rule SWAP_WITH_CONTROLLER =
      Rule.warning("KVN-V189", "Definition swapped where networks are plugged in")
          .why(
              "KubeVirt does not support another definition for a card where the dynamic networks controller plugs networks into running pods.")
          .fix("Restart the machine after the change, or add another card and unplug this one.")
          .source("KubeVirt user guide: NAD reference")
          .example(
              example(
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/lan"),
                  cards("{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'} on vms/office"),
                  "facts: {running: true, migratable: true, dynamicNetworks: true}\n"));

  static final Rule NOBODY_MIGRATES =
      Rule.info("KVN-V190", "Migration that nobody starts")
          .why(
              "KubeVirt's workloadUpdateMethods are empty, so that the condition MigrationRequired stays.")
          .fix("Migrate the machine after the change, or add LiveMigrate to workloadUpdateMethods.")
          .source(UPDATER)
          .example(
              example(
                  cards(),
                  cards("{name: fast, sriov: {}} on vms/fast"),
                  "kubevirt: {workloadUpdateStrategy: {workloadUpdateMethods: []}}\n"));

  static final Rule EVICTED =
      Rule.warning("KVN-V191", "Change that shuts the machine down")
          .why(
              "Among KubeVirt's workloadUpdateMethods only Evict is left for it: the machine is shut down and started again, without anyone asking for it.")
          .fix("Add LiveMigrate to workloadUpdateMethods, or make the change in a quiet hour.")
          .source(UPDATER)
          .example(
              example(
                  cards(),
                  cards("{name: fast, sriov: {}} on vms/fast"),
                  "kubevirt: {workloadUpdateStrategy: {workloadUpdateMethods: [Evict]}}\n"));

  static final Rule STATE_STAYS =
      Rule.warning("KVN-V192", "State that the running card does not take")
          .why(
              "KubeVirt unplugs no card of a pod from before 1.0, and does not touch the link of passt.")
          .fix("Restart the machine after the change.")
          .source(SYNC)
          .example(
              example(
                  cards("{name: lan, bridge: {}} on vms/lan"),
                  cards("{name: lan, bridge: {}, state: absent} on vms/lan"),
                  "facts: {running: true, ordinalNames: true}\n"));

  static final Rule GUEST_BOOTED =
      Rule.info("KVN-V193", "Network data for a guest that has booted before")
          .why(
              "cloud-init applies it at the first boot of an instance, and KubeVirt calls it the same instance as long as machine and namespace have their names.")
          .fix("Run cloud-init clean in the guest before the restart, or change the guest itself.")
          .source("cloud-init: events and updates; KubeVirt: cloud-init instance-id")
          .example(
              example(
                  "volumes: [{name: init, cloudInitNoCloud: {networkData: 'version: 2'}}]",
                  "volumes: [{name: init, cloudInitNoCloud: {networkData: '{version: 2, ethernets: {}}'}}]",
                  ""));

  public static final List<Rule> ALL =
      List.of(
          NOT_UNPLUGGED,
          RENAMED,
          NOT_PLUGGABLE,
          WAITS,
          NOT_SWAPPED,
          ABSENT_KEPT,
          OTHER_GUEST_NAME,
          NEW_MAC,
          NO_PORT,
          SWAP_WITH_CONTROLLER,
          NOBODY_MIGRATES,
          EVICTED,
          STATE_STAYS,
          GUEST_BOOTED);
}
