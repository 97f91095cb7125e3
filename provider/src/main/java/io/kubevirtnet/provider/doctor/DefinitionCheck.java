package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.AttachmentHealthCatalogue;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import java.util.HashSet;
import java.util.Set;

/** Whether network attachments are right, and whether somebody uses them. */
final class DefinitionCheck implements Check {
  @Override
  public String title() {
    return "Network attachments";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.DEFINITION);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var meant =
        cluster.all(Subject.DEFINITION).stream().filter(d -> cluster.means(d.namespace())).toList();
    for (var definition : meant) {
      var errors = Judged.errors(definition);
      if (!errors.isEmpty()) {
        notes.found(
            AttachmentHealthCatalogue.INVALID,
            definition.reference(),
            Judged.sentence(errors),
            errors.get(0).fix(),
            KubectlCommand.get(definition));
      }
    }
    if (!meant.isEmpty()) {
      notes.fineOtherwise(
          "%s can be read by the plugins."
              .formatted(Shown.count(meant.size(), "network attachment")));
      unused(cluster, notes);
    }
  }

  private static void unused(Picture cluster, Notes notes) {
    boolean whole =
        cluster.namespace().isEmpty()
            && cluster.isWhole(Subject.MACHINE)
            && cluster.isWhole(Subject.INSTANCE)
            && cluster.isWhole(Subject.NODE_PROVIDER);
    if (!whole) {
      notes.leftOpen("which network attachments nobody uses: not all machines were looked at");
      return;
    }
    var used = used(cluster);
    cluster.all(Subject.DEFINITION).stream()
        .filter(d -> !used.contains(d.key()))
        .forEach(
            d ->
                notes.found(
                    AttachmentHealthCatalogue.UNUSED,
                    d.reference(),
                    "No machine, node provider or binding names it.",
                    KubectlCommand.get(d)));
  }

  private static Set<String> used(Picture cluster) {
    var used = new HashSet<String>();
    Machine.all(cluster).forEach(m -> m.networks().forEach(n -> used.add(n.attachment())));
    cluster.all(Subject.INSTANCE).stream()
        .map(Machine::ofInstance)
        .forEach(m -> m.networks().forEach(n -> used.add(n.attachment())));
    cluster.all(Subject.NODE_PROVIDER).stream()
        .flatMap(p -> ManifestCheck.definitionsOf(Judged.manifest(p)).stream())
        .forEach(u -> u.definition().known().ifPresent(used::add));
    for (var kubeVirt : cluster.all(Subject.KUBEVIRT)) {
      for (var plugin : kubeVirt.at("/spec/configuration/network/binding")) {
        // A bare name is one of the machine's namespace, whichever that is.
        var reference = plugin.path("networkAttachmentDefinition").asText();
        cluster.all(Subject.DEFINITION).stream()
            .filter(d -> d.key().equals(reference) || d.name().equals(reference))
            .forEach(d -> used.add(d.key()));
      }
    }
    return used;
  }
}
