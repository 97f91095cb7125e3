package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Optional;

/**
 * What a machine is called, where it is, and whether it runs. Machines of a pool have names of the
 * platform's own; they are shown as the node type's with {@code -xxxxx} after it.
 */
final class MachinePlace {
  /** How long a name may be with what comes after it. */
  private static final int LONGEST_TYPE = 57;

  private final NodeSources sources;
  private final Assumptions assumptions;

  MachinePlace(NodeSources sources, Assumptions assumptions) {
    this.sources = sources;
    this.assumptions = assumptions;
  }

  /** A template needs not say what kind of object it is for. */
  static Fields headed(Fields template) {
    var machine =
        Tree.of("apiVersion", "kubevirt.io/v1")
            .with("kind", "VirtualMachine")
            .with("metadata", template.get("metadata").orElse(Fields.EMPTY));
    for (var field : template.fields().entrySet()) {
      if (machine.get(field.getKey()).isEmpty()) {
        machine = machine.with(field.getKey(), field.getValue());
      }
    }
    return machine;
  }

  void name(MachineDraft machine) {
    machine.put(List.of("metadata", "name"), name());
    namespace()
        .ifPresentOrElse(
            namespace -> machine.put(List.of("metadata", "namespace"), namespace),
            () -> machine.remove(List.of("metadata", "namespace")));
    power(machine);
  }

  private Tree name() {
    var claimed = sources.claim().map(c -> c.get("metadata", "name")).filter(Part::isSet);
    if (claimed.isPresent()) {
      return claimed.get().tree().orElseThrow();
    }
    var type = sources.type().get("name");
    return type.text()
        .<Tree>map(
            name ->
                new Scalar(
                    name.substring(0, Math.min(name.length(), LONGEST_TYPE)) + "-xxxxx",
                    type.tree().map(Tree::allMarks).orElse(Marks.NONE),
                    Optional.of(type.written())))
        .orElseGet(() -> new Unknown(Marks.NONE));
  }

  /** That of the provider, or the one of a tenant that only the claim decides. */
  private Optional<Tree> namespace() {
    return isPerTenant() ? Optional.empty() : kubeVirt().get("clusterRef", "namespace").tree();
  }

  private Part kubeVirt() {
    return sources.provider().get("spec", "kubeVirt");
  }

  /** A machine that belongs to no tenant is in the provider's namespace all the same. */
  private boolean isPerTenant() {
    boolean hasTenant = sources.claim().map(c -> c.get("spec", "vClusterRef").isSet()).orElse(true);
    return kubeVirt().get("namespaceStrategy").is("VirtualCluster") && hasTenant;
  }

  void noteAttachment(NodeProperty attachment) {
    assumptions.addIf(
        isPerTenant() && attachment.value().text().filter(t -> !t.contains("/")).isPresent(),
        Assumption.ATTACHMENT_NAMESPACE);
  }

  /** What is written of it in the template counts, unless the claim turns the machine off. */
  private void power(MachineDraft machine) {
    boolean off =
        sources
            .claim()
            .map(c -> c.get("spec", "power", "state"))
            .filter(s -> s.is("Off"))
            .isPresent();
    boolean isSaid =
        machine.at(List.of("spec", "runStrategy")).isSet()
            || machine.at(List.of("spec", "running")).isSet();
    if (isSaid && !off) {
      return;
    }
    assumptions.addIf(!isSaid, Assumption.POWER);
    machine.remove(List.of("spec", "running"));
    machine.put(List.of("spec", "runStrategy"), Tree.of((Object) (off ? "Halted" : "Always")));
  }
}
