package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The binding plugins that a KubeVirt object registers. */
final class RegistrationRules {
  private static final Set<String> KEYS =
      Set.of(
          "sidecarImage",
          "networkAttachmentDefinition",
          "domainAttachmentType",
          "migration",
          "downwardAPI",
          "computeResourceOverhead");
  private static final Set<String> ATTACHMENTS = Set.of("tap", "managedTap");
  private static final Set<String> MIGRATIONS = Set.of("link-refresh");
  private static final Set<String> DOWNWARD = Set.of("device-info");

  private final Report report;

  private RegistrationRules(Report report) {
    this.report = report;
  }

  static void check(Part binding, Report report) {
    if (binding.tree().isPresent() && binding.tree().get() instanceof Fields f) {
      var rules = new RegistrationRules(report);
      f.fields().forEach((name, plugin) -> rules.check(name, plugin, binding.path()));
    }
  }

  private void check(String name, Tree tree, PropertyPath path) {
    var secret = tree.allMarks().secret();
    var plugin = Part.of(path.child(secret ? Part.SECRET : name), tree);
    if (name.isEmpty()) {
      add(plugin, "The plugin has no name.", "Give it one: machines refer to it by that.");
    }
    if (tree instanceof Fields f) {
      f.fields().keySet().stream()
          .filter(k -> !KEYS.contains(k))
          .forEach(k -> unknownKey(plugin.get(k), secret ? Part.SECRET : k, secret));
      choice(plugin.get("domainAttachmentType"), "kind of attachment", ATTACHMENTS);
      choice(plugin.get("downwardAPI"), "kind of data for the sidecar", DOWNWARD);
      choice(plugin.get("migration", "method"), "method to migrate", MIGRATIONS);
      definition(plugin.get("networkAttachmentDefinition"));
      memory(plugin.get("computeResourceOverhead"));
      does(plugin);
    }
  }

  private void add(Part at, String what, String fix) {
    report.add(ClusterCatalogue.PLUGIN, at.written(), what, fix);
  }

  private void unknownKey(Part at, String shown, boolean secret) {
    add(
        at,
        "There is no \"" + shown + "\" here.",
        secret
            ? "Take it out."
            : Nearest.to(shown, KEYS)
                .map(n -> "Did you mean \"" + n + "\"?")
                .orElse("Take it out. Known are " + String.join(", ", new TreeSet<>(KEYS)) + "."));
  }

  private void choice(Part chosen, String called, Set<String> choices) {
    if (open(chosen) || !chosen.isSet() || chosen.is("")) {
      return;
    }
    if (choices.stream().noneMatch(chosen::is)) {
      add(
          chosen,
          "\"" + chosen.shown() + "\" is no " + called + ".",
          "Write " + String.join(" or ", new TreeSet<>(choices)) + ".");
    }
  }

  private boolean open(Part part) {
    if (part.isOpen()) {
      report.notChecked(part.written(), "known after apply");
    }
    return part.isOpen();
  }

  private void definition(Part reference) {
    if (open(reference) || reference.text().filter(t -> !t.isEmpty()).isEmpty()) {
      return;
    }
    var text = reference.text().get();
    int slash = text.indexOf('/');
    boolean fits =
        KubernetesName.isSubdomain(text.substring(slash + 1))
            && (slash < 0 || KubernetesName.isLabel(text.substring(0, slash)));
    if (!fits) {
      add(
          reference,
          "\"" + reference.shown() + "\" is no NetworkAttachmentDefinition.",
          "Write namespace/name; with the name alone it has to be in the namespace of each machine.");
    }
  }

  private void memory(Part overhead) {
    for (var kind : List.of("requests", "limits")) {
      var memory = overhead.get(kind, "memory");
      if (!open(memory)
          && memory.isSet()
          && memory.text().filter(t -> Quantity.parse(t).isPresent()).isEmpty()) {
        add(
            memory,
            "\"" + memory.shown() + "\" is no amount of memory.",
            "Write a quantity, like 250Mi.");
      }
    }
  }

  /** Something has to plug the machine in. */
  private void does(Part plugin) {
    var sidecar = plugin.get("sidecarImage");
    var attachment = plugin.get("domainAttachmentType");
    if (isEmpty(sidecar) && isEmpty(attachment)) {
      add(
          plugin,
          "The plugin has neither sidecarImage nor domainAttachmentType.",
          "Set one of them: a sidecar changes the machine's domain, and tap attaches it to the interface of the pod.");
    }
  }

  private static boolean isEmpty(Part part) {
    return !part.isOpen() && part.text().filter(t -> !t.isEmpty()).isEmpty();
  }
}
