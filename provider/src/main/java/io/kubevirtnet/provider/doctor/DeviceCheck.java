package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.PluginHealthCatalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what the network attachments of machines need beside Multus is there. */
final class DeviceCheck implements Check {
  private static final String OVN = "ovn-k8s-cni-overlay";

  @Override
  public String title() {
    return "Devices and plugins of networks";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.DEFINITION, Subject.MACHINE, Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var named =
        Machine.all(cluster).stream()
            .flatMap(m -> m.networks().stream())
            .map(Machine.Network::attachment)
            .collect(Collectors.toSet());
    var used = Attachment.all(cluster).stream().filter(a -> named.contains(a.key())).toList();
    used.stream().filter(a -> a.device().isPresent()).forEach(a -> device(a, cluster, notes));
    if (cluster.isAbsent(Subject.POOL)) {
      used.stream()
          .filter(a -> a.asksForAddresses("whereabouts"))
          .forEach(a -> addresses(a, notes));
    }
    var overlays = used.stream().filter(a -> a.uses(OVN)).toList();
    if (!overlays.isEmpty()) {
      overlay(overlays, cluster, notes);
    }
    if (!used.isEmpty()) {
      notes.fineOtherwise("All that these networks need is there.");
    }
  }

  private static void device(Attachment attachment, Picture cluster, Notes notes) {
    if (cluster.isRefused(Subject.NODE)) {
      notes.leftOpen("devices of nodes: not allowed to list nodes");
      return;
    }
    var device = attachment.device().orElse("");
    boolean offered =
        cluster.all(Subject.NODE).stream()
            .map(n -> n.at("/status/allocatable").path(device).asText())
            .anyMatch(amount -> !amount.isEmpty() && !amount.equals("0"));
    if (!offered) {
      notes.found(
          PluginHealthCatalogue.NO_DEVICE,
          attachment.object().reference(),
          "No node offers %s.".formatted(device),
          "kubectl get nodes -o custom-columns='NAME:.metadata.name,DEVICES:.status.allocatable'");
    }
  }

  private static void addresses(Attachment attachment, Notes notes) {
    notes.found(
        PluginHealthCatalogue.NO_WHEREABOUTS,
        attachment.object().reference(),
        "Its ipam is whereabouts, and the cluster does not know the kind IPPool.",
        "kubectl get crd " + Subject.POOL.resource());
  }

  private static void overlay(List<Attachment> overlays, Picture cluster, Notes notes) {
    if (cluster.isRefused(Subject.DAEMON_SET)) {
      notes.leftOpen(
          "whether OVN-Kubernetes runs: not allowed to list " + Subject.DAEMON_SET.resource());
      return;
    }
    var sets =
        cluster.all(Subject.DAEMON_SET).stream()
            .filter(d -> d.name().startsWith("ovnkube-node"))
            .map(Workload::of)
            .toList();
    var broken = sets.stream().filter(w -> !w.isReady()).toList();
    if (!sets.isEmpty() && broken.isEmpty()) {
      return;
    }
    var what =
        broken.isEmpty()
            ? "There is no DaemonSet ovnkube-node."
            : "Of DaemonSet ovnkube-node " + broken.get(0).standing() + ".";
    overlays.forEach(
        a ->
            notes.found(
                PluginHealthCatalogue.NO_OVN,
                a.object().reference(),
                what,
                "kubectl get daemonsets -A"));
  }
}
