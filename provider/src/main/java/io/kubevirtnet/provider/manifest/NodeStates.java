package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what nodes have: NodeNetworkStates, a list of them, or the output of nmstatectl show. */
public final class NodeStates {
  private static final String KIND = "NodeNetworkState";

  private NodeStates() {}

  /** The network of one node. */
  public record NodeState(String node, NetworkState state) {}

  /**
   * The nodes in the order of the text.
   *
   * @param source name of the file; it names a node whose state does not say its own
   */
  public static List<NodeState> read(String source, String text) {
    var nodes = new ArrayList<NodeState>();
    for (var document : KubernetesDocuments.documents(source, text)) {
      if (document instanceof Fields f && f.get("interfaces").isPresent()) {
        nodes.add(new NodeState(hostname(f).orElse(source), new NetworkState(f)));
      } else {
        KubernetesDocuments.objects(document)
            .orElseThrow(() -> unreadable(source))
            .forEach(object -> nodes.add(node(source, object)));
      }
    }
    if (nodes.isEmpty()) {
      throw unreadable(source);
    }
    return List.copyOf(nodes);
  }

  private static NodeState node(String source, KubernetesObject object) {
    var state = at(object.fields(), "status", "currentState");
    if (!object.reference().kind().equals(KIND) || !(state.orElse(null) instanceof Fields f)) {
      throw unreadable(source);
    }
    return new NodeState(object.reference().name(), new NetworkState(f));
  }

  private static Optional<String> hostname(Fields state) {
    return at(state, "hostname", "running")
        .filter(Scalar.class::isInstance)
        .map(t -> String.valueOf(t.plain()));
  }

  private static Optional<Tree> at(Fields fields, String outer, String inner) {
    return fields.get(outer).filter(Fields.class::isInstance).flatMap(t -> ((Fields) t).get(inner));
  }

  private static UnreadableManifest unreadable(String source) {
    return new UnreadableManifest(
        source
            + ": neither a NodeNetworkState with a currentState, nor a list of them, nor the output of"
            + " `nmstatectl show`.");
  }
}
