package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.AttachmentHealthCatalogue;
import java.util.Set;

/** Whether the node providers of vCluster Platform can make machines. */
final class ProviderCheck implements Check {
  @Override
  public String title() {
    return "Node providers";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of();
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var providers =
        cluster.all(Subject.NODE_PROVIDER).stream()
            .filter(p -> p.at("/spec").has("kubeVirt"))
            .toList();
    for (var provider : providers) {
      var errors = Judged.errors(provider);
      if (!errors.isEmpty()) {
        notes.found(
            AttachmentHealthCatalogue.PROVIDER,
            provider.reference(),
            Judged.sentence(errors),
            errors.get(0).fix(),
            KubectlCommand.get(provider));
      }
    }
    if (!providers.isEmpty()) {
      notes.fineOtherwise(
          "%s can make machines.".formatted(Shown.count(providers.size(), "node provider")));
    }
  }
}
