package io.kubevirtnet.provider.page;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.Topology.Box;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where on the page the details of something are. */
final class Anchors {
  private final Map<ObjectReference, String> objects = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> impacts = new HashMap<>();

  Anchors(Plan plan) {
    var named = plan.resources().stream().limit(ObjectChapter.MOST).toList();
    for (var change : named) {
      name(change.reference(), "object-" + (objects.size() + 1));
    }
    for (int i = 0; i < Math.min(plan.machines().size(), Piece.MOST_ROWS); i++) {
      var impact = plan.machines().get(i);
      if (!impact.type().isEmpty()) {
        byName.putIfAbsent(impact.type(), machine(i));
      }
      if (!objects.containsKey(impact.machine())) {
        nameOnly(impact.machine(), machine(i));
      }
    }
    for (int i = 0; i < Math.min(plan.nodes().size(), Piece.MOST_ROWS); i++) {
      words(plan.nodes().get(i), node(i));
    }
  }

  static String node(int index) {
    return "node-" + (index + 1);
  }

  static String machine(int index) {
    return "machine-" + (index + 1);
  }

  Optional<String> id(ObjectReference object) {
    return Optional.ofNullable(objects.get(object));
  }

  /** A link inside the page. */
  Optional<String> link(Box box) {
    var parts = List.of(box.id().split("/", -1));
    var last = parts.get(parts.size() - 1);
    Optional<String> id =
        switch (box.layer()) {
          case NODES, UPLINK, BRIDGE -> find(impacts, box.label()).or(() -> find(impacts, last));
          case ATTACHMENT, MACHINE, NODE_TYPE ->
              find(byName, tail(parts)).or(() -> find(byName, last));
        };
    return id.map(i -> "#" + i);
  }

  private void name(ObjectReference object, String id) {
    if (objects.putIfAbsent(object, id) == null) {
      nameOnly(object, id);
    }
  }

  private void nameOnly(ObjectReference object, String id) {
    var name = object.namespace().isEmpty() ? "" : object.namespace() + "/";
    byName.putIfAbsent(layer(object.kind()) + name + object.name(), id);
  }

  /** The last two parts of the id, with the layer before them, as boxes and objects share them. */
  private static String tail(List<String> parts) {
    return String.join("/", parts.subList(0, Math.min(parts.size(), 3)));
  }

  private static String layer(String kind) {
    if (kind.equals("NetworkAttachmentDefinition")) {
      return "attachment/";
    }
    return kind.startsWith("VirtualMachine") ? "machine/" : "";
  }

  private void words(NodeImpact impact, String id) {
    impact.nodes().forEach(n -> impacts.putIfAbsent(n, id));
    impact.policies().forEach(p -> impacts.putIfAbsent(p.name(), id));
    impact.lines().stream()
        .flatMap(l -> Arrays.stream(l.split("[^A-Za-z0-9._-]+", -1)))
        .forEach(w -> impacts.putIfAbsent(w, id));
  }

  private static Optional<String> find(Map<String, String> ids, String name) {
    return Optional.ofNullable(ids.get(name));
  }
}
