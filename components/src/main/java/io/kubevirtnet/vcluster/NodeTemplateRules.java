package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for how the templates of provider and node type come together. */
final class NodeTemplateRules {
  private static final String TEMPLATE = "virtualMachineTemplate";
  private static final String MERGE = "mergeVirtualMachineTemplate";

  private final NodeScene scene;
  private final Part type;
  private final Part base;

  private NodeTemplateRules(NodeScene scene) {
    this.scene = scene;
    this.type = scene.sources().type();
    this.base = scene.sources().provider().get("spec", "kubeVirt", TEMPLATE);
  }

  static void check(NodeScene scene) {
    if (scene.has(PropertyKey.MACHINE_TEMPLATE)) {
      return;
    }
    var rules = new NodeTemplateRules(scene);
    if (!rules.base.isSet() && !rules.type.get(TEMPLATE).isSet()) {
      scene
          .report()
          .add(
              TemplateCatalogue.NO_TEMPLATE,
              rules.type.get("name").written(),
              "Node type " + rules.type.get("name").shown() + " has no template.");
      return;
    }
    rules.size();
    rules.lists();
    rules.labels();
    rules.replaced();
  }

  private void size() {
    var domain = scene.node().machine().spec().get("domain");
    var requests = domain.get("resources", "requests");
    var missing =
        List.of("cpu", "memory").stream()
            .filter(n -> !requests.get(n).isSet() && !type.get("resources", n).isSet())
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    boolean elsewhere =
        domain.get("memory", "guest").isSet()
            || scene.node().machine().object().get("spec", "instancetype").isSet();
    if (elsewhere) {
      scene
          .report()
          .notChecked(
              type.get("name").written(),
              "whether the platform reads the size of a machine elsewhere than in its requests");
    } else {
      scene
          .report()
          .add(
              TemplateCatalogue.SIZE_UNKNOWN,
              type.get("name").written(),
              "Nothing says how much "
                  + String.join(" and ", missing)
                  + " a machine of "
                  + type.get("name").shown()
                  + " has.");
    }
  }

  /** A list whose entries are found by name. */
  private enum Listed {
    INTERFACES("interfaces", "domain/devices/interfaces"),
    NETWORKS("networks", "networks"),
    DISKS("disks", "domain/devices/disks"),
    VOLUMES("volumes", "volumes");

    private final String word;
    private final String place;

    Listed(String word, String place) {
      this.word = word;
      this.place = place;
    }

    Part in(Part template) {
      var part = template.get("spec", "template", "spec");
      for (var name : place.split("/", -1)) {
        part = part.get(name);
      }
      return part;
    }

    /** Names of the first that the second has not. */
    List<String> lost(Part template, Part patch) {
      var kept = names(in(patch));
      return names(in(template)).stream().filter(n -> !kept.contains(n)).toList();
    }

    private static Set<String> names(Part list) {
      var names = new LinkedHashSet<String>();
      list.items().forEach(i -> i.get("name").text().ifPresent(names::add));
      return names;
    }
  }

  private void lists() {
    var merge = type.get(MERGE);
    var words = new ArrayList<String>();
    var lost = new LinkedHashSet<String>();
    Optional<Part> first = Optional.empty();
    for (var listed : Listed.values()) {
      var patch = listed.in(merge);
      var gone = listed.lost(base, merge);
      if (!patch.items().isEmpty() && !gone.isEmpty()) {
        words.add(listed.word);
        lost.addAll(gone);
        first = first.or(() -> Optional.of(patch));
      }
    }
    first.ifPresent(
        f ->
            scene
                .report()
                .add(
                    TemplateCatalogue.LIST_REPLACED,
                    Reading.place(f),
                    "The merge has "
                        + String.join(" and ", words)
                        + " of its own, so that "
                        + String.join(" and ", lost)
                        + " of the provider's template "
                        + (lost.size() == 1 ? "is" : "are")
                        + " gone."));
  }

  private void labels() {
    var whole = type.get(TEMPLATE);
    if (!whole.isObject()) {
      return;
    }
    var lost = new LinkedHashSet<String>();
    for (var kind : List.of("labels", "annotations")) {
      lost.addAll(lost(base.get("metadata", kind), whole.get("metadata", kind)));
      lost.addAll(
          lost(
              base.get("spec", "template", "metadata", kind),
              whole.get("spec", "template", "metadata", kind)));
    }
    if (!lost.isEmpty()) {
      scene
          .report()
          .add(
              TemplateCatalogue.LABELS_LOST,
              Reading.place(whole),
              "The provider's template has " + String.join(", ", lost) + ", and this one has not.");
    }
  }

  private static List<String> lost(Part base, Part own) {
    return own.isOpen()
        ? List.of()
        : Reading.entries(base).stream()
            .filter(e -> !own.get(e.key()).isSet())
            .map(Reading.Entry::shownKey)
            .toList();
  }

  /** The list that was there before the injection. */
  private Part before(Listed listed) {
    var whole = type.get(TEMPLATE);
    var merged = listed.in(type.get(MERGE));
    return whole.isSet() ? listed.in(whole) : merged.isSet() ? merged : listed.in(base);
  }

  private void replaced() {
    if (!scene.isAttached()) {
      return;
    }
    var machine = scene.node().machine();
    boolean changes =
        changes(before(Listed.INTERFACES), machine.interfaces())
            || changes(before(Listed.NETWORKS), machine.networks());
    var old =
        NodeScene.named(before(Listed.NETWORKS).items(), Bindings.INJECTED)
            .or(() -> NodeScene.named(before(Listed.INTERFACES).items(), Bindings.INJECTED));
    old.filter(o -> changes)
        .ifPresent(
            o ->
                scene
                    .report()
                    .add(
                        TemplateCatalogue.MULTUS_REPLACED,
                        o.get("name").written(),
                        "The template has multus, which is replaced by "
                            + scene
                                .said(PropertyKey.ATTACHMENT)
                                .map(p -> p.value().shown())
                                .orElse("the network of Netris")
                            + "."));
  }

  private static boolean changes(Part before, List<Part> after) {
    var old = NodeScene.named(before.items(), Bindings.INJECTED).flatMap(Part::tree);
    return old.isPresent()
        && !old.equals(NodeScene.named(after, Bindings.INJECTED).flatMap(Part::tree));
  }
}
