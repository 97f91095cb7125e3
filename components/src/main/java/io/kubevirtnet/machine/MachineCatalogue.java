package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the inputs of a virtual machine. */
public final class MachineCatalogue {
  private static final String OURS = "kubevirtnet";
  private static final String API_SERVER = "API server";

  private MachineCatalogue() {}

  private static String machine(String properties) {
    return "type: kubevirtnet:VirtualMachine\nproperties: {namespace: vms, memory: 2Gi, "
        + properties
        + "}\n";
  }

  /** Without networks, and without the one that KubeVirt would add. */
  private static String alone(String properties) {
    return machine("autoattachPodInterface: false, " + properties);
  }

  private static String network(String properties) {
    return machine("networks: [{name: lan, " + properties + "}]");
  }

  public static final Rule NETWORK_CHOICE =
      Rule.refused("KVN-V120", "Network that is none, or several")
          .why("Each entry is one network: the pod's own, or one attachment.")
          .fix("Set exactly one of pod, attachment and attachmentName.")
          .source("KubeVirt admitter: validateSingleNetworkSource")
          .example(network("pod: {}, attachmentName: vms/lan"));

  public static final Rule BINDING_CHOICE =
      Rule.refused("KVN-V121", "Several bindings for one network")
          .why("One thing connects a machine to a network.")
          .fix("Keep one of binding, plugin and pluginName.")
          .source("KubeVirt admitter: validateInterfaceBindingExists")
          .example(network("attachmentName: vms/lan, binding: bridge, pluginName: passt"));

  public static final Rule MAC_CHOICE =
      Rule.refused("KVN-V122", "Two MAC addresses for one network")
          .why("stableMac makes an address, and macAddress is one.")
          .fix("Remove one of the two.")
          .source(OURS)
          .example(
              network(
                  "attachmentName: vms/lan, stableMac: true, macAddress: \"02:00:00:00:00:07\""));

  public static final Rule SIZE_CHOICE =
      Rule.refused("KVN-V123", "Size said twice, or an instance type without name")
          .why(
              "An instance type says memory and processors; KubeVirt refuses a machine that says them, too.")
          .fix("Remove memory, cpuCores and dedicatedCpus, or instanceType.")
          .source("KubeVirt admitter: conflicts with selected instancetype")
          .example(
              """
              type: kubevirtnet:VirtualMachine
              properties: {namespace: vms, autoattachPodInterface: false, memory: 2Gi, instanceType: {name: u1.medium}}
              """);

  public static final Rule ROOT_DISK =
      Rule.refused("KVN-V124", "Disk to boot from that is none, or several")
          .why("There is one disk to boot from, with one thing in it.")
          .fix(
              "Keep one of containerDisk and rootVolume, with one of url, registry, sourcePvc and blank.")
          .source(OURS)
          .example(alone("rootVolume: {size: 20Gi}"));

  public static final Rule SIZE =
      Rule.refused("KVN-V125", "Size that can not be")
          .why(
              "Memory and disks are Kubernetes quantities above zero, and a guest has a processor at least.")
          .fix("Write a size such as 2Gi, or 1 or more cores.")
          .source(API_SERVER + ": resource.Quantity")
          .example(
              """
              type: kubevirtnet:VirtualMachine
              properties: {namespace: vms, autoattachPodInterface: false, memory: 2 GB}
              """);

  public static final Rule NAME =
      Rule.refused("KVN-V126", "Name that a machine can not have")
          .why(
              "Machine and namespace become names of objects and of hosts: lower case letters, digits and '-', at most 63.")
          .fix("Write such a name.")
          .source(API_SERVER + ": RFC 1123")
          .example(alone("name: Web_1"));

  public static final Rule CHOICE =
      Rule.refused("KVN-V127", "The same thing in two inputs")
          .why("Each of the two says it as a whole.")
          .fix("Remove one of the two.")
          .source(OURS)
          .example(
              alone("template: {spec: {hostname: web}}, templateYaml: \"spec: {hostname: web}\""));

  public static final Rule TEMPLATE_CONFLICT =
      Rule.refused("KVN-V128", "Template that says what an input says")
          .why("Each thing is said in one place, so that nobody has to know which one wins.")
          .fix("Remove it from the template, or the input.")
          .source(OURS)
          .example(alone("template: {spec: {domain: {memory: {guest: 4Gi}}}}"));

  public static final Rule NO_USUAL_BINDING =
      Rule.refused("KVN-V129", "Attachment that no binding of KubeVirt's own works with")
          .why(
              "The other end of such an interface passes only traffic with its own MAC address, so a bridge in the pod would carry nothing.")
          .fix("Set plugin or pluginName.")
          .source("KubeVirt user guide: interfaces and networks")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              name: tap
              properties: {namespace: vms, macvtap: {device: eth0}}
              ---
              type: kubevirtnet:VirtualMachine
              properties: {namespace: vms, memory: 2Gi, networks: [{name: lan, attachment: "${tap.attachment}"}]}
              """);

  public static final Rule TEMPLATE_SHAPE =
      Rule.refused("KVN-V130", "Template that is none")
          .why(
              "It is spec.template of a VirtualMachine: metadata and spec, and nothing beside them.")
          .fix("Write a map with metadata, spec or both.")
          .source("KubeVirt API: VirtualMachineInstanceTemplateSpec")
          .example(alone("templateYaml: \"kind: VirtualMachine\""));

  public static final Rule LABELS =
      Rule.refused("KVN-V131", "Label or annotation that the API server refuses")
          .why(
              "Keys are names of at most 63 characters after an optional DNS prefix; values of labels are such names or empty.")
          .fix("Write such a key or value.")
          .source(API_SERVER + ": ValidateLabels, ValidateAnnotations")
          .example(alone("labels: {team: \"A and B\"}"));

  public static final Rule NO_MEMORY =
      Rule.error("KVN-V132", "Machine without memory")
          .why("KubeVirt takes the VirtualMachine, and then refuses to start it.")
          .fix("Set memory or instanceType.")
          .source("KubeVirt admitter: ValidateVirtualMachineInstanceMandatoryFields")
          .example(
              """
              type: kubevirtnet:VirtualMachine
              properties: {namespace: vms, autoattachPodInterface: false, cpuCores: 2}
              """);

  public static final Rule WIRED_CHOICE =
      Rule.refused("KVN-V133", "Wiring of nothing, or of two things")
          .why("It is that of one machine, or of each machine of one node type.")
          .fix("Set exactly one of virtualMachine and nodeType.")
          .source(OURS)
          .example(
              """
              type: kubevirtnet:VirtualMachineWiring
              properties: {virtualMachine: web, nodeType: kv.bridge-vm, namespace: vms, interfaces: [], networks: []}
              """);

  public static final List<Rule> ALL =
      List.of(
          NETWORK_CHOICE,
          BINDING_CHOICE,
          MAC_CHOICE,
          SIZE_CHOICE,
          ROOT_DISK,
          SIZE,
          NAME,
          CHOICE,
          TEMPLATE_CONFLICT,
          NO_USUAL_BINDING,
          TEMPLATE_SHAPE,
          LABELS,
          NO_MEMORY,
          WIRED_CHOICE);
}
