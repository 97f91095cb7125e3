package io.kubevirtnet.provider.plan;

import io.kubevirtnet.node.NodeNames;
import io.kubevirtnet.provider.manifest.CheckedObject;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What can not be told about nodes, and why. */
final class HostRemarks {
  static final String NODES = "nodes";

  private final NodeIndex nodes;
  private final Draft draft;
  private final TreeSet<Integer> silent = new TreeSet<>();
  private final TreeSet<Integer> away = new TreeSet<>();

  HostRemarks(NodeIndex nodes, Draft draft) {
    this.nodes = nodes;
    this.draft = draft;
  }

  /** Somebody else may have said better why. */
  void noNodes(PlanScene scene) {
    if (scene.notChecked().stream().noneMatch(n -> n.what().equals(NODES))) {
      draft.add(new NotChecked(NODES, "no cluster reachable"));
    }
  }

  void meant(int place) {
    var node = nodes.at(place);
    if (!node.ready()) {
      away.add(place);
    }
    if (node.state().isEmpty()) {
      silent.add(place);
    }
  }

  void open(PolicyMove move, String field) {
    draft.add(new NotChecked(title(move) + ": " + field, "known after apply"));
  }

  void nobodyMeant(PolicyMove move) {
    draft.add(
        new NotChecked(title(move), "no node matches (" + move.policy().nodesInWords() + ")"));
  }

  void capturedAnew(PolicyMove move) {
    draft.add(
        new NotChecked(
            title(move) + ": spec.capture",
            "handlers use again what was captured first, which only the cluster knows; here it is"
                + " captured from what the nodes have now"));
  }

  void unresolved(PolicyMove move, Collection<Integer> places) {
    if (!places.isEmpty()) {
      draft.add(new NotChecked(title(move) + on(places), "a capture finds nothing there"));
    }
  }

  void forgotten(PolicyMove move, Collection<Integer> places) {
    if (!places.isEmpty()) {
      former(move, on(places));
    }
  }

  /** The engine keeps it with the resource. */
  void former(PolicyMove move, String where) {
    draft.add(
        new NotChecked(
            "what nodes had before " + title(move) + where,
            "not recorded here; what is recorded comes back, such as addresses of network cards"));
  }

  void finish() {
    tell(
        silent,
        "reports nothing, so what changes there is not known",
        "report nothing, so what changes there is not known");
    tell(
        away,
        "is not Ready: it changes when it is back, and a teardown does not wait for it",
        "are not Ready: they change when they are back, and a teardown does not wait for them");
  }

  private void tell(Collection<Integer> places, String one, String many) {
    if (!places.isEmpty()) {
      draft.add(
          new NotChecked(
              (places.size() == 1 ? "node " : "nodes ") + NodeNames.text(names(places)),
              places.size() == 1 ? one : many));
    }
  }

  private String on(Collection<Integer> places) {
    return " on " + NodeNames.text(names(places));
  }

  private List<String> names(Collection<Integer> places) {
    return places.stream().map(p -> nodes.at(p).name()).toList();
  }

  private static String title(PolicyMove move) {
    return CheckedObject.title(move.reference());
  }
}
