package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What keeps a machine from starting. */
public final class StartCatalogue {
  private StartCatalogue() {}

  /** A machine whose pod waits. */
  private static final String WAITS =
      """
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata: {name: web, namespace: default}
      spec: {runStrategy: Always, template: {spec: {domain: {devices: {}}}}}
      status: {printableStatus: Starting}
      ---
      apiVersion: kubevirt.io/v1
      kind: VirtualMachineInstance
      metadata: {name: web, namespace: default, creationTimestamp: "2026-01-01T00:00:00Z"}
      spec: {domain: {devices: {}}}
      status: {phase: Scheduling}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: virt-launcher-web-x, namespace: default, labels: {kubevirt.io: virt-launcher, vm.kubevirt.io/name: web}, annotations: {kubevirt.io/domain: web}}
      spec: {nodeName: w1}
      """;

  private static String event(String message) {
    return WAITS
        + """
        status: {phase: Pending}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: virt-launcher-web-x.1, namespace: default}
        type: Warning
        reason: FailedCreatePodSandBox
        involvedObject: {kind: Pod, namespace: default, name: virt-launcher-web-x}
        message: '%s'
        """
            .formatted(message);
  }

  private static String unschedulable(String message) {
    return WAITS
        + """
        status: {phase: Pending, conditions: [{type: PodScheduled, status: "False", reason: Unschedulable, message: "%s"}]}
        """
            .formatted(message);
  }

  public static final Rule IMAGE =
      Rule.error("KVN-D052", "Machine whose container does not start")
          .why(
              "A machine runs only when all containers of its pod do, the sidecars of its binding plugins among them.")
          .fix("Correct the image, or see what the container logs.")
          .source("Kubernetes: ImagePullBackOff, CrashLoopBackOff; KubeVirt: hook sidecars")
          .example(
              WAITS
                  + """
                  status: {phase: Pending, containerStatuses: [{name: hook-sidecar-0, ready: false, state: {waiting: {reason: ImagePullBackOff, message: "Back-off pulling image quay.io/acme/passt:1"}}}]}
                  """);

  public static final Rule NO_PLUGIN =
      Rule.error("KVN-D060", "CNI plugin that a node does not have")
          .why(
              "The container runtime of the node runs plugins from its own folder, usually /opt/cni/bin.")
          .fix("Install the plugin on that node, or correct type in the config of the attachment.")
          .source("CNI: failed to find plugin in path")
          .example(
              event(
                  "plugin type=\"multus\" failed: failed to find plugin \"bridge\" in path [/opt/cni/bin]"));

  public static final Rule NO_NFT =
      Rule.error("KVN-D061", "Node without nft, which macspoofchk needs")
          .why(
              "The bridge plugin checks addresses with nft, and fails on a node that does not have it.")
          .fix("Install nftables on the node, or leave macspoofchk out of the attachment.")
          .source("CNI plugin bridge: macspoofchk")
          .example(
              event(
                  "plugin type=\"bridge\" failed: exec: \"nft\": executable file not found in $PATH"));

  public static final Rule NO_EXECUTABLE =
      Rule.error("KVN-D062", "Program that a node does not have")
          .why("A CNI plugin runs it on the node.")
          .fix("Install it on the node.")
          .source("Go os/exec: executable file not found")
          .example(
              event(
                  "plugin type=\"portmap\" failed: exec: \"iptables\": executable file not found in $PATH"));

  public static final Rule NOT_FOUND =
      Rule.error("KVN-D063", "Network attachment that Multus does not find")
          .why(
              "Multus looks when a pod starts, in the namespace of the pod unless another is written.")
          .fix("Make the attachment, or correct its name in the machine.")
          .source("Multus: cannot find a network-attachment-definition")
          .example(
              event(
                  "plugin type=\"multus\" failed: cannot find a network-attachment-definition (lan) in namespace (default)"));

  public static final Rule SANDBOX =
      Rule.error("KVN-D064", "Network that could not be set up for a machine")
          .why("A pod starts only when each of its networks is there.")
          .fix("Follow the message of the plugin, and its log on the node.")
          .source("Kubernetes: FailedCreatePodSandBox")
          .example(
              event(
                  "plugin type=\"macvlan\" failed (add): failed to lookup master eth7: Link not found"));

  public static final Rule NO_CAPACITY =
      Rule.error("KVN-D065", "Machine for which no node has a device")
          .why(
              "The device of its network is used up, or no device plugin offers it where the machine may run.")
          .fix("See what the nodes have left of it, and that the device plugin runs there.")
          .source("Kubernetes scheduler: Insufficient")
          .example(unschedulable("0/1 nodes are available: 1 Insufficient openshift.io/fast."));

  public static final Rule UNSCHEDULABLE =
      Rule.error("KVN-D066", "Machine that fits on no node")
          .why("The scheduler goes on trying, and the machine waits.")
          .fix("Change what the machine asks of its node, or label the nodes, or add one.")
          .source("Kubernetes scheduler: Unschedulable")
          .example(
              unschedulable(
                  "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector."));

  public static final Rule WAITS_LONG =
      Rule.warning("KVN-D067", "Machine that does not start")
          .why("It has been waiting for more than five minutes, and no event tells why.")
          .fix(
              "Read what the instance and its pod say of themselves; events are forgotten after an hour.")
          .source("KubeVirt: phases of an instance")
          .example(WAITS + "status: {phase: Pending}\n");

  static final List<Rule> ALL =
      List.of(
          IMAGE,
          NO_PLUGIN,
          NO_NFT,
          NO_EXECUTABLE,
          NOT_FOUND,
          SANDBOX,
          NO_CAPACITY,
          UNSCHEDULABLE,
          WAITS_LONG);
}
