package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One machine with what its rules ask for. */
record NodeScene(NodeSources sources, EffectiveNode node, Report report) {

  /** A property that somebody wrote and that is known; an empty text counts as left out. */
  Optional<NodeProperty> said(PropertyKey key) {
    return node.properties()
        .set(key)
        .filter(p -> p.origin() != PropertyOrigin.DEFAULT)
        .filter(p -> Reading.text(p.value()).isPresent());
  }

  /** It is written, or may be. */
  boolean has(PropertyKey key) {
    return said(key).isPresent() || isOpen(key);
  }

  /** The text that counts, be it the platform's own. */
  Optional<String> text(PropertyKey key) {
    return node.properties().text(key);
  }

  boolean isOpen(PropertyKey key) {
    return node.properties().isOpen(key);
  }

  /** Something is injected, or may be. */
  boolean isAttached() {
    return has(PropertyKey.ATTACHMENT) || has(PropertyKey.NETRIS_SERVER_CLUSTER);
  }

  /** A node type has several machines, unless it may have one at most. */
  boolean isPool() {
    return !has(PropertyKey.MACHINE_TEMPLATE)
        && sources.type().get("maxCapacity").number().filter(c -> c == 1).isEmpty();
  }

  /**
   * What a provider says for all its types may be meant for the others.
   *
   * @param wanted what one of them would need for it
   */
  boolean isMeantForOthers(NodeProperty property, PropertyKey... wanted) {
    return property.origin() == PropertyOrigin.PROVIDER
        && sources.provider().get("spec", "kubeVirt", "nodeTypes").items().stream()
            .map(t -> t.get("properties"))
            .anyMatch(
                p -> p.isOpen() || Arrays.stream(wanted).anyMatch(w -> p.get(w.key()).isSet()));
  }

  /** The interfaces, or whatever the list is of, that have this name. */
  static Optional<Part> named(List<Part> list, String name) {
    return list.stream().filter(p -> p.get("name").is(name)).findFirst();
  }

  /** What is wrong with a part of the machine, where its author wrote that. */
  void add(Rule rule, Part part, String what) {
    add(rule, part, what, rule.fix());
  }

  void add(Rule rule, Part part, String what, String fix) {
    report.add(rule, node.source(Reading.place(part)), what, fix);
  }

  void say(Rule rule, NodeProperty property, String what, String fix) {
    report.add(rule, property.value().written(), what, fix);
  }
}
