package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads objects of a cluster from a text. The output of {@code nmstatectl show} counts as the
 * NodeNetworkState of its node.
 */
public final class ClusterDocuments {
  private static final String API_VERSION = "nmstate.io/v1beta1";

  private ClusterDocuments() {}

  /**
   * The objects in the order of the text.
   *
   * @param source name of the file; it names a node whose state does not say its own
   */
  public static List<KubernetesObject> read(String source, String text) {
    var objects = new ArrayList<KubernetesObject>();
    for (var document : KubernetesDocuments.documents(source, text)) {
      if (document instanceof Fields state
          && state.get("interfaces").isPresent()
          && state.get("kind").isEmpty()) {
        objects.add(reported(source, state));
      } else {
        objects.addAll(KubernetesDocuments.objects(document).orElseThrow(() -> unreadable(source)));
      }
    }
    return List.copyOf(objects);
  }

  private static KubernetesObject reported(String source, Fields state) {
    var node =
        Part.of(PropertyPath.ROOT, state)
            .get("hostname", "running")
            .text()
            .filter(t -> !t.isEmpty())
            .orElse(source);
    return new KubernetesObject(
        API_VERSION,
        new ObjectReference(SceneReading.STATE, "", node),
        Fields.EMPTY
            .with("apiVersion", Tree.of(API_VERSION))
            .with("kind", Tree.of(SceneReading.STATE))
            .with("metadata", Fields.EMPTY.with("name", Tree.of(node)))
            .with("status", Fields.EMPTY.with("currentState", state)));
  }

  private static UnreadableManifest unreadable(String source) {
    return new UnreadableManifest(
        source
            + ": neither Kubernetes objects, nor lists of them, nor the output of `nmstatectl"
            + " show`.");
  }
}
