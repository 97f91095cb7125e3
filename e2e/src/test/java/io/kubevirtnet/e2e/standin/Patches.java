package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.util.Optional;
import java.util.Random;

/**
 * Life of a patch: fields that the resource adds to an object which somebody else makes, by
 * server-side apply under a field manager of its own.
 *
 * <p>As the real plugin does: a resource is a patch when its type is the object's kind and {@code
 * Patch}. It needs a name. A preview of its creation asks nobody, one of a change is a dry run. Its
 * field manager is random and kept in the state, unless an annotation names it, which then becomes
 * a field of the object like any other. A field of somebody else's is a conflict unless an
 * annotation forces it. An object that is not there is made. Deleting gives up the fields and never
 * the object; of an object that is gone this fails where the kind requires a field.
 */
final class Patches {
  private static final String MANAGER = "pulumi.com/patchFieldManager";
  private static final String FORCE = "pulumi.com/patchForce";
  private static final String REQUIRED = "Required value";
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int INVALID = 422;
  private static final Random RANDOM = new Random();

  private final Connection connection;

  Patches(Connection connection) {
    this.connection = connection;
  }

  static boolean isPatch(String urn, JsonNode object) {
    String type = urn.split("::")[2];
    return type.endsWith(":" + object.path("kind").asText() + "Patch");
  }

  static void requireName(ObjectNode inputs) {
    if (inputs.at("/metadata/name").asText().isEmpty()) {
      throw new IllegalStateException(
          "patch resources require the `.metadata.name` field to be set");
    }
  }

  Lifecycle.Created create(ObjectNode marked, String urn) {
    ObjectNode inputs = Marks.reveal(marked);
    String manager = annotated(inputs).orElseGet(Patches::random);
    try {
      ObjectNode live = apply(inputs, manager, isForced(inputs), false);
      return new Lifecycle.Created(
          ObjectRef.of(live).qualifiedName(),
          new Checkpoint(live, inputs, manager).outputs(marked));
    } catch (KubeApiException e) {
      throw new IllegalStateException(
          "resource \"%s\" was not successfully created by the Kubernetes API server: %s"
              .formatted(urn, said(e, manager)),
          e);
    }
  }

  ObjectNode previewUpdate(ObjectNode marked, ObjectNode oldOutputs) {
    ObjectNode inputs = Marks.reveal(marked);
    if (Marks.hasUnknown(inputs) || !connection.serves(inputs)) {
      return marked;
    }
    Checkpoint old = Checkpoint.parse(oldOutputs);
    String manager = annotated(inputs).orElse(old.fieldManager());
    try {
      ObjectNode live = required(old);
      boolean force = isForced(inputs) || isOurs(live);
      return new Checkpoint(apply(inputs, manager, force, true), inputs, manager).outputs(marked);
    } catch (KubeApiException e) {
      if (e.status() == FORBIDDEN) {
        return marked;
      }
      throw new IllegalStateException(said(e, manager), e);
    }
  }

  /** A refused update leaves the object as it was, which is a partial failure. */
  ObjectNode update(ObjectNode marked, ObjectNode oldOutputs) {
    ObjectNode inputs = Marks.reveal(marked);
    Checkpoint old = Checkpoint.parse(oldOutputs);
    String manager = annotated(inputs).orElse(old.fieldManager());
    ObjectNode before = required(old);
    try {
      ObjectNode live = apply(inputs, manager, isForced(inputs), false);
      if (!manager.equals(old.fieldManager())) {
        giveUp(live, old.fieldManager());
      }
      return new Checkpoint(live, inputs, manager).outputs(marked);
    } catch (KubeApiException e) {
      ObjectRef ref = ObjectRef.of(before);
      throw new PartialFailure(
          ref.qualifiedName(),
          new Checkpoint(before, inputs, manager).outputs(marked),
          "the Kubernetes API server reported that \"%s\" failed to fully initialize or become live: %s"
              .formatted(ref.qualifiedName(), said(e, manager)));
    }
  }

  void delete(Checkpoint old) {
    if (!connection.serves(old.live())) {
      return;
    }
    try {
      giveUp(old.live(), old.fieldManager());
    } catch (KubeApiException e) {
      if (e.status() == INVALID && String.valueOf(e.getMessage()).contains(REQUIRED)) {
        throw new IllegalStateException(
            "this Patch resource is currently managing a required field, so it can't be deleted"
                + " directly. Either set the `retainOnDelete` resource option, or transfer"
                + " ownership of the field before deleting: "
                + e.getMessage(),
            e);
      }
      throw e;
    }
  }

  /** An empty object of this manager takes away what nobody else has. */
  private void giveUp(ObjectNode object, String manager) {
    ObjectNode empty = JsonNodeFactory.instance.objectNode();
    empty.set("apiVersion", object.path("apiVersion"));
    empty.set("kind", object.path("kind"));
    ObjectNode metadata = empty.putObject("metadata");
    metadata.set("name", object.at("/metadata/name"));
    if (object.at("/metadata/namespace").isTextual()) {
      metadata.set("namespace", object.at("/metadata/namespace"));
    }
    connection.required().apply(empty, false, new WriteOptions(manager, false));
  }

  private ObjectNode apply(ObjectNode inputs, String manager, boolean force, boolean dryRun) {
    return connection
        .required()
        .apply(connection.placed(inputs), force, new WriteOptions(manager, dryRun));
  }

  private ObjectNode required(Checkpoint old) {
    KubeApi api = connection.required();
    ObjectRef ref = ObjectRef.of(old.live());
    return api.get(ref)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "update of resource failed: %s \"%s\" not found"
                        .formatted(ref.kind(), ref.name())));
  }

  private static Optional<String> annotated(ObjectNode inputs) {
    return Optional.of(annotation(inputs, MANAGER)).filter(name -> !name.isEmpty());
  }

  private static boolean isForced(ObjectNode inputs) {
    return annotation(inputs, FORCE).equals("true");
  }

  private static String annotation(ObjectNode inputs, String name) {
    return inputs.path("metadata").path("annotations").path(name).asText();
  }

  /** Made by this plugin without server-side apply. */
  private static boolean isOurs(ObjectNode live) {
    for (JsonNode entry : live.at("/metadata/managedFields")) {
      if (entry.path("operation").asText().equals("Update")
          && entry.path("manager").asText().equals(Checkpoint.FIELD_MANAGER)) {
        return true;
      }
    }
    return false;
  }

  private static String said(KubeApiException e, String manager) {
    return e.status() == CONFLICT
        ? "Server-side apply field conflict detected, see the how-to guides of the kubernetes"
            + " provider for troubleshooting help\nThe resource managed by field manager \"%s\" had an apply conflict: %s"
                .formatted(manager, e.getMessage())
        : String.valueOf(e.getMessage());
  }

  private static String random() {
    return "%s-%08x".formatted(Checkpoint.FIELD_MANAGER, RANDOM.nextInt());
  }
}
