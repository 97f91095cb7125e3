package io.kubevirtnet.across;

import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The network definitions that a machine names. */
public final class MachineUses {
  private MachineUses() {}

  /** One for each network of Multus, in the machine's order. */
  public static List<AttachmentUse> of(Machine machine, String namespace) {
    var nodes = nodes(machine.spec());
    var nics = machine.interfaces();
    return machine.networks().stream()
        .filter(n -> n.get("multus").get("networkName").isSet())
        .map(
            n ->
                new AttachmentUse(
                    text(n.get("multus").get("networkName")),
                    namespace,
                    n.get("multus").get("default").isTrue(),
                    nodes,
                    nic(n.get("name"), nics)))
        .toList();
  }

  /** The interface of that name. */
  private static Part nic(Part network, List<Part> nics) {
    return nics.stream()
        .filter(i -> network.text().isPresent() && network.text().equals(i.get("name").text()))
        .findFirst()
        .orElseGet(() -> new Part(PropertyPath.ROOT, Optional.empty()));
  }

  /** Text as a rule takes it; what is none has a finding elsewhere, and is left out. */
  static Value<String> text(Part part) {
    if (part.isOpen()) {
      return new Value.Unknown<>(part.path(), part.tree().orElseThrow().marks());
    }
    return part.tree()
        .filter(t -> t instanceof Scalar s && s.value() instanceof String)
        .<Value<String>>map(
            t -> new Value.Known<>(part.written(), part.text().orElse(""), t.marks()))
        .orElseGet(() -> new Value.Absent<>(part.path()));
  }

  /** Affinity asks for more than labels can say. */
  private static Optional<NodeSelector> nodes(Part spec) {
    var selector = spec.get("nodeSelector").tree();
    if (spec.get("affinity").get("nodeAffinity").isSet()
        || selector.filter(Tree::hasUnknown).isPresent()) {
      return Optional.empty();
    }
    var labels = new LinkedHashMap<String, String>();
    if (selector.isPresent() && selector.get() instanceof Fields f) {
      f.fields()
          .forEach(
              (label, value) ->
                  Part.of(PropertyPath.ROOT, value).text().ifPresent(v -> labels.put(label, v)));
    }
    return Optional.of(new NodeSelector(labels));
  }
}
