package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What KubeVirt refuses of networks that are devices of resource claims. */
final class ClaimCatalogue {
  private ClaimCatalogue() {}

  private static final String SOURCE = "KubeVirt admitter: networks of resource claims";
  private static final String GATE =
      "developerConfiguration: {featureGates: [NetworkDevicesWithDRA]}";
  private static final String CLAIM =
      "{name: fast, resourceClaim: {claimName: nics, requestName: vf}}";
  private static final String DEVICE = "{name: fast, sriov: {}}";

  private static String machine(String interfaces, String networks) {
    return Manifest.spec(
        "domain: {devices: {interfaces: ["
            + interfaces
            + "]}}\n      resourceClaims: [{name: nics, resourceClaimTemplateName: nics}]\n      networks: ["
            + networks
            + "]");
  }

  static final Rule GATE_OFF =
      Rule.refused("KVN-V043", "Network of a resource claim without its feature gate")
          .why("The gate NetworkDevicesWithDRA has to be listed in the KubeVirt object.")
          .fix("List the gate, or take the device through multus and a device plugin.")
          .source(SOURCE)
          .example(machine(DEVICE, CLAIM));

  static final Rule WITH_MULTUS =
      Rule.refused("KVN-V044", "Networks of Multus and of resource claims in one machine")
          .why("KubeVirt does not support both in one machine.")
          .fix("Attach all of them in the same way.")
          .source(SOURCE)
          .example(
              Manifest.kubeVirt(
                  GATE,
                  machine(
                      DEVICE + ", {name: lan, bridge: {}}",
                      CLAIM + ", {name: lan, multus: {networkName: lan}}")));

  static final Rule BINDING =
      Rule.refused("KVN-V045", "Binding that takes no device of a claim")
          .why("What a claim gives is a device of the host, not an interface of the pod.")
          .fix("Take sriov, or a binding plugin that is made for it.")
          .source(SOURCE)
          .example(Manifest.kubeVirt(GATE, machine("{name: fast, bridge: {}}", CLAIM)));

  static final Rule NAMES =
      Rule.refused("KVN-V046", "Network of a resource claim that says not which")
          .why("A claim may have several requests, and a machine several claims.")
          .fix("Set claimName to a name of resourceClaims, and requestName to a request of it.")
          .source(SOURCE)
          .example(
              Manifest.kubeVirt(
                  GATE, machine(DEVICE, "{name: fast, resourceClaim: {claimName: nics}}")));

  static final Rule UNDEFINED =
      Rule.refused("KVN-V047", "Resource claim that the machine does not have")
          .why("A network refers to a claim by its name in resourceClaims of the same machine.")
          .fix("Add the claim to resourceClaims, or correct the name.")
          .source(SOURCE)
          .example(
              Manifest.kubeVirt(
                  GATE, machine(DEVICE, CLAIM.replace("claimName: nics", "claimName: nic"))));

  static final Rule TWICE =
      Rule.refused("KVN-V048", "Two networks that take one request")
          .why("A request of a claim is for one network.")
          .fix("Give each network a request of its own.")
          .source(SOURCE)
          .example(
              Manifest.kubeVirt(
                  GATE,
                  machine(
                      DEVICE + ", {name: next, sriov: {}}",
                      CLAIM + ", " + CLAIM.replace("fast", "next"))));

  static final List<Rule> ALL = List.of(GATE_OFF, WITH_MULTUS, BINDING, NAMES, UNDEFINED, TWICE);
}
