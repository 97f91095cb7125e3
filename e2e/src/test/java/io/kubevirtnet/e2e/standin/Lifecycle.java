package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Create, read, update and delete of one object; trees carry Pulumi's marks, the server gets plain
 * ones.
 */
final class Lifecycle {
  private static final Duration DEFAULT_WAIT = Duration.ofMinutes(10);
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final Set<Integer> NO_PREVIEW = Set.of(FORBIDDEN, NOT_FOUND, CONFLICT);
  private static final String BACKGROUND_ANNOTATION = "pulumi.com/deletionPropagationPolicy";
  private static final WriteOptions WRITE = new WriteOptions(Checkpoint.FIELD_MANAGER, false);

  /** Identity and outputs of an object; the identity is empty in a preview. */
  record Created(String id, ObjectNode outputs) {}

  private final Connection connection;
  private final AtomicBoolean cancelled;

  Lifecycle(Connection connection, AtomicBoolean cancelled) {
    this.connection = connection;
    this.cancelled = cancelled;
  }

  /**
   * A preview asks the server for a dry run; where that cannot tell, the inputs are the outputs.
   */
  Created previewCreate(ObjectNode marked, String urn) {
    ObjectNode inputs = Marks.reveal(marked);
    if (Marks.hasUnknown(inputs) || !connection.serves(inputs)) {
      return new Created("", marked);
    }
    try {
      ObjectNode live =
          connection.required().create(connection.placed(inputs), WRITE.onlyPretend());
      live.remove("status");
      return new Created("", checkpoint(live, inputs).outputs(marked));
    } catch (KubeApiException e) {
      if (NO_PREVIEW.contains(e.status())) {
        return new Created("", marked);
      }
      throw notCreated(urn, e);
    }
  }

  Created create(ObjectNode marked, String urn) {
    ObjectNode inputs = Marks.reveal(marked);
    try {
      ObjectNode live = connection.required().create(connection.placed(inputs), WRITE);
      return new Created(
          ObjectRef.of(live).qualifiedName(), checkpoint(live, inputs).outputs(marked));
    } catch (KubeApiException e) {
      throw notCreated(urn, e);
    }
  }

  ObjectNode previewUpdate(ObjectNode marked, ObjectNode oldOutputs) {
    ObjectNode inputs = Checkpoint.normalize(Marks.reveal(marked));
    if (Marks.hasUnknown(inputs) || !connection.serves(inputs)) {
      return marked;
    }
    Checkpoint old = Checkpoint.parse(oldOutputs);
    try {
      return checkpoint(patch(old, inputs, WRITE.onlyPretend()), inputs).outputs(marked);
    } catch (KubeApiException e) {
      if (NO_PREVIEW.contains(e.status())) {
        return marked;
      }
      throw e;
    }
  }

  /** A refused update leaves the object as it was, which is a partial failure. */
  ObjectNode update(ObjectNode marked, ObjectNode oldOutputs) {
    ObjectNode inputs = Checkpoint.normalize(Marks.reveal(marked));
    Checkpoint old = Checkpoint.parse(oldOutputs);
    try {
      return checkpoint(patch(old, inputs, WRITE), inputs).outputs(marked);
    } catch (KubeApiException e) {
      ObjectRef ref = ObjectRef.of(old.live());
      ObjectNode live = connection.required().get(ref).orElseThrow(() -> e);
      throw new PartialFailure(
          ref.qualifiedName(),
          checkpoint(live, inputs).outputs(marked),
          "the Kubernetes API server reported that \"%s\" failed to fully initialize or become live: %s"
              .formatted(ref.qualifiedName(), e.getMessage()));
    }
  }

  /**
   * The object as it is, with the fields that the inputs stated as its inputs; empty when it is
   * gone.
   */
  Optional<Checkpoint> read(ObjectRef ref, ObjectNode oldInputs, String manager) {
    KubeApi api = connection.required();
    if (api.resource(ref.apiVersion(), ref.kind()).isEmpty()) {
      return Optional.empty();
    }
    return api.get(ref)
        .map(
            live ->
                new Checkpoint(
                    live,
                    oldInputs.isEmpty()
                        ? importable(live)
                        : checkpoint(live, Marks.reveal(oldInputs)).liveInputs(),
                    manager));
  }

  /** Waits until the object is gone. */
  void delete(Checkpoint old, Optional<Duration> limit) {
    ObjectRef ref = ObjectRef.of(old.live());
    KubeApi api = connection.required();
    if (api.resource(ref.apiVersion(), ref.kind()).isEmpty()) {
      return;
    }
    String policy =
        old.live().path("metadata").path("annotations").path(BACKGROUND_ANNOTATION).asText();
    boolean background = policy.equalsIgnoreCase("background");
    if (api.delete(ref, background ? "Background" : "Foreground")) {
      String uid = old.live().at("/metadata/uid").asText();
      Deadline.in(limit.orElse(DEFAULT_WAIT))
          .await(
              "the deletion of " + ref.kind() + " " + ref.qualifiedName(),
              () -> cancelled.get() || isGone(api, ref, uid));
      if (cancelled.get()) {
        throw new IllegalStateException("cancelled while deleting " + ref.qualifiedName());
      }
    }
  }

  private static boolean isGone(KubeApi api, ObjectRef ref, String uid) {
    return api.get(ref).filter(live -> live.at("/metadata/uid").asText().equals(uid)).isEmpty();
  }

  /** From the live object to the inputs; a field that is stated no more is removed. */
  private ObjectNode patch(Checkpoint old, ObjectNode inputs, WriteOptions options) {
    ObjectNode patch = TreeDiff.mergePatch(old.liveInputs(), connection.placed(inputs));
    return connection.required().merge(ObjectRef.of(old.live()), patch, options);
  }

  private static Checkpoint checkpoint(ObjectNode live, ObjectNode inputs) {
    return new Checkpoint(live, inputs, Checkpoint.FIELD_MANAGER);
  }

  private static ObjectNode importable(ObjectNode live) {
    ObjectNode inputs = live.deepCopy();
    inputs.remove("status");
    inputs
        .withObjectProperty("metadata")
        .remove(
            List.of("creationTimestamp", "generation", "managedFields", "resourceVersion", "uid"));
    return inputs;
  }

  private static IllegalStateException notCreated(String urn, KubeApiException cause) {
    return new IllegalStateException(
        "resource \"%s\" was not successfully created by the Kubernetes API server: %s"
            .formatted(urn, cause.getMessage()),
        cause);
  }
}
