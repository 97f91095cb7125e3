package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.AttachmentHealthCatalogue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the network attachments that machines name are there. */
final class JoinCheck implements Check {
  @Override
  public String title() {
    return "Networks that machines name";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.DEFINITION, Subject.MACHINE, Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var there =
        cluster.all(Subject.DEFINITION).stream().map(LiveObject::key).collect(Collectors.toSet());
    var open = new TreeSet<String>();
    int networks = 0;
    for (var machine : Machine.all(cluster)) {
      // One that is not there for two networks of a machine is not there once.
      var missing = new TreeMap<String, String>();
      for (var network : machine.networks()) {
        networks++;
        if (!there.contains(network.attachment())) {
          missing.put(network.attachment(), network.name());
        }
      }
      missing.forEach(
          (attachment, network) -> {
            if (couldSee(attachment, cluster)) {
              notFound(machine, attachment, network, there, notes);
            } else {
              open.add(attachment);
            }
          });
    }
    if (!open.isEmpty()) {
      notes.leftOpen(
          "%s: not allowed to list network attachments there".formatted(Shown.names(open)));
    }
    if (networks > 0) {
      notes.fineOtherwise("%s of machines are there.".formatted(Shown.count(networks, "network")));
    }
  }

  private static boolean couldSee(String attachment, Picture cluster) {
    return cluster.isWhole(Subject.DEFINITION)
        || cluster.namespace().filter(n -> attachment.startsWith(n + "/")).isPresent();
  }

  private static void notFound(
      Machine machine, String attachment, String network, Set<String> there, Notes notes) {
    var name = attachment.substring(attachment.indexOf('/') + 1);
    var twins = there.stream().filter(t -> t.endsWith("/" + name)).sorted().toList();
    notes.found(
        AttachmentHealthCatalogue.ATTACHMENT_MISSING,
        machine.object().reference(),
        "Its network %s names %s, which is not there.".formatted(network, attachment),
        twins.isEmpty()
            ? AttachmentHealthCatalogue.ATTACHMENT_MISSING.fix()
            : "Write " + twins.get(0) + " if that is meant.",
        KubectlCommand.list(Subject.DEFINITION));
  }
}
