package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/**
 * What an update would change: the live object, as far as the inputs stated it, against the new
 * inputs.
 */
final class Comparison {
  private final Connection connection;

  Comparison(Connection connection) {
    this.connection = connection;
  }

  DiffResponse of(DiffRequest request) {
    Checkpoint old = Checkpoint.parse(Wire.tree(request.getOlds()));
    ObjectNode inputs = Checkpoint.normalize(Marks.reveal(Wire.tree(request.getNews())));
    ObjectNode before = inNamespace(old.liveInputs());
    ObjectNode after = inNamespace(inputs);
    Map<String, TreeDiff.Change> stated =
        TreeDiff.between(inNamespace(Checkpoint.normalize(old.inputs())), after);

    DiffResponse.Builder response = DiffResponse.newBuilder().setHasDetailedDiff(true);
    TreeDiff.between(before, after)
        .forEach(
            (path, change) -> {
              if (isIgnored(path, request)) {
                return;
              }
              boolean replaces = Replacements.forces(path, inputs);
              response
                  .addDiffs(path)
                  .putDetailedDiff(
                      path,
                      PropertyDiff.newBuilder()
                          .setKind(kind(change, replaces))
                          .setInputDiff(stated.containsKey(path))
                          .build());
              if (replaces) {
                response.addReplaces(path);
              }
            });
    boolean keepsItsName =
        inputs.at("/metadata/name").equals(old.live().at("/metadata/name"))
            && after.at("/metadata/namespace").equals(before.at("/metadata/namespace"));
    return response
        .setChanges(
            response.getDetailedDiffCount() > 0 ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE)
        .setDeleteBeforeReplace(
            response.getReplacesCount() > 0 && keepsItsName && !Naming.isAutonamed(inputs))
        .build();
  }

  private ObjectNode inNamespace(ObjectNode object) {
    ObjectNode result = object.deepCopy();
    ObjectNode metadata = result.withObjectProperty("metadata");
    if (!connection.isNamespaced(result)) {
      metadata.remove("namespace");
    } else if (metadata.path("namespace").asText().isEmpty()) {
      metadata.put("namespace", connection.namespace());
    }
    return result;
  }

  private static boolean isIgnored(String path, DiffRequest request) {
    return request.getIgnoreChangesList().stream()
        .anyMatch(
            ignored ->
                path.equals(ignored)
                    || path.startsWith(ignored + ".")
                    || path.startsWith(ignored + "["));
  }

  private static Kind kind(TreeDiff.Change change, boolean replaces) {
    return switch (change) {
      case ADD -> replaces ? Kind.ADD_REPLACE : Kind.ADD;
      case DELETE -> replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
      case UPDATE -> replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
    };
  }
}
