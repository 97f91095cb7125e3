package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with pools of devices: virtual functions and macvtap. */
public final class PoolCatalogue {
  private PoolCatalogue() {}

  static final Rule POOL_CHOICE =
      Rule.refused("KVN-A200", "Virtual functions without a pool")
          .why("Either a policy makes the pool, or one that is there already has a name.")
          .fix("Set device, or resourceName to the pool that another policy makes.")
          .source("sriov-network-operator: SriovNetwork.spec.resourceName")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms}
              """);

  static final Rule POOL_NAME =
      Rule.refused("KVN-A201", "Pool or nodes with an impossible name")
          .why(
              "The name of a pool has letters, digits, '_' and '-', at most 63, and starts and ends with a letter or digit; its prefix is a DNS name, and node selectors are labels.")
          .fix("Correct it.")
          .source("sriov-network-operator: validateResourceName; API server")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, resourceName: "fast.pool"}
              """);

  static final Rule NO_CARD =
      Rule.refused("KVN-A202", "Pool of no card in particular")
          .why("The operator has to know which cards to divide.")
          .fix("Set vendor, deviceId, pfNames, rootDevices or netFilter.")
          .source("sriov-network-operator: staticValidateSriovNetworkNodePolicy")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, device: {vfs: 8}}
              """);

  static final Rule POOL_RANGE =
      Rule.refused("KVN-A203", "Number out of range in a pool")
          .why("vfs is 1 or more, priority 0 to 99, and an MTU 68 to 65535.")
          .fix("Choose a number in the range.")
          .source("sriov-network-operator: CRD SriovNetworkNodePolicy, validatePolicyForNodeState")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, device: {pfNames: [ens1f0], vfs: 0}}
              """);

  static final Rule CARD_NAME =
      Rule.refused("KVN-A204", "Card that can not be found by its name")
          .why("A card is named as the kernel does, with a range of its functions behind '#'.")
          .fix("Write ens1f0, or ens1f0#2-7 for some of its functions.")
          .source("sriov-network-operator: staticValidateSriovNetworkNodePolicy")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, device: {pfNames: ["ens1f0#6-8"], vfs: 8}}
              """);

  static final Rule POOL_CONTRADICTION =
      Rule.refused("KVN-A205", "Pool with settings that exclude each other")
          .why("The operator refuses the policy.")
          .fix("Change one of the two.")
          .source("sriov-network-operator: staticValidateSriovNetworkNodePolicy")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, device: {pfNames: [ens1f0], vfs: 8, rdma: true}}
              """);

  static final Rule UNUSED =
      Rule.warning("KVN-A206", "Setting of a pool that is not made here")
          .why("It belongs to the policy that makes the pool.")
          .fix("Set device, or remove it.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, resourceName: fast, nodeSelector: {rack: a}}
              """);

  static final Rule DRIVER =
      Rule.warning("KVN-A207", "Virtual functions that no virtual machine can take")
          .why("KubeVirt hands a function over by VFIO, so it needs the driver vfio-pci.")
          .fix("Leave deviceType out, or set purpose to pods.")
          .source("KubeVirt: SR-IOV; OpenShift Virtualization")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              properties: {namespace: vms, device: {pfNames: [ens1f0], vfs: 8, deviceType: netdevice}}
              """);

  static final Rule DEVICE_TWICE =
      Rule.refused("KVN-A210", "Device listed twice")
          .why("The device plugin keeps the last one of a name, and drops the others.")
          .fix("Give each a name of its own.")
          .source("macvtap-cni: readConfig")
          .example(
              """
              type: kubevirtnet:MacvtapDevices
              properties: {namespace: vms, attachTo: a, devices: [{name: a, lowerDevice: ens4}, {name: a, lowerDevice: ens5}]}
              """);

  static final Rule DEVICE =
      Rule.refused("KVN-A211", "Impossible device")
          .why(
              "A device is offered as macvtap.network.kubevirt.io/<name>, and its interfaces are called <name>Mvp0, <name>Mvp1 and so on, of at most 15 bytes.")
          .fix(
              "Use letters, digits and '-', at most 10; a lower device of 1 to 15 bytes; a capacity of 1 or more.")
          .source("macvtap-cni: generateMacvtapDevices; Linux IFNAMSIZ")
          .example(
              """
              type: kubevirtnet:MacvtapDevices
              properties: {namespace: vms, devices: [{name: dataplane-of-ours, lowerDevice: ens4}]}
              """);

  static final Rule ATTACH_TO =
      Rule.refused("KVN-A212", "Attachment to a device that is not offered")
          .why("The attachment is for one device.")
          .fix(
              "Set attachTo to the name of one of devices, or of an interface where devices is empty.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:MacvtapDevices
              properties: {namespace: vms, attachTo: b, devices: [{name: a, lowerDevice: ens4}]}
              """);

  public static final List<Rule> ALL =
      List.of(
          POOL_CHOICE,
          POOL_NAME,
          NO_CARD,
          POOL_RANGE,
          CARD_NAME,
          POOL_CONTRADICTION,
          UNUSED,
          DRIVER,
          DEVICE_TWICE,
          DEVICE,
          ATTACH_TO);
}
