package io.kubevirtnet.e2e.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.kubevirtnet.e2e.standin.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.UpdateRequest;

/**
 * What the engine does with one NodeNetworkPolicy, and what it keeps of it between two runs. Most
 * faults are tested with this: an engine's start takes longer than all that it does.
 *
 * <p>A run whose plugin dies leaves the state as it was before, as the engine does.
 */
final class PolicyLife {
  private static final String TYPE = "kubevirtnet:index:NodeNetworkPolicy";

  private final Site site;
  private final String name;
  private Optional<Kept> kept = Optional.empty();

  PolicyLife(Site site, String name) {
    this.site = site;
    this.name = name;
  }

  private record Kept(
      String id, Struct inputs, Struct outputs, boolean failed, boolean refreshFirst) {}

  /** Whether the state has the resource. */
  boolean exists() {
    return kept.isPresent();
  }

  /** What the state has of it. */
  ObjectNode outputs() {
    return Wire.tree(kept.orElseThrow(() -> new AssertionError("not in the state")).outputs());
  }

  List<String> nodes() {
    return texts("nodes");
  }

  List<String> pendingNodes() {
    return texts("pendingNodes");
  }

  private List<String> texts(String output) {
    return StreamSupport.stream(outputs().path(output).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  Outcome preview(String yaml) {
    return run(yaml, true);
  }

  Outcome up(String yaml) {
    return run(yaml, false);
  }

  CompletableFuture<Outcome> startUp(String yaml) {
    return CompletableFuture.supplyAsync(() -> up(yaml));
  }

  CompletableFuture<Outcome> startDestroy() {
    return CompletableFuture.supplyAsync(this::destroy);
  }

  private Outcome run(String yaml, boolean preview) {
    site.desk().take();
    Struct news = Wire.struct(Site.yaml(yaml));
    try {
      if (kept.filter(Kept::refreshFirst).isPresent() && !preview) {
        read();
      }
      var check =
          site.plugin()
              .calls()
              .check(
                  CheckRequest.newBuilder()
                      .setUrn(urn())
                      .setOlds(kept.map(Kept::inputs).orElse(Struct.getDefaultInstance()))
                      .setNews(news)
                      .build());
      if (check.getFailuresCount() > 0) {
        return outcome("none", Optional.of(text(check.getFailuresList())));
      }
      if (kept.isEmpty()) {
        return create(check.getInputs(), preview);
      }
      DiffResponse diff = diff(check.getInputs());
      if (diff.getReplacesCount() > 0) {
        return outcome("none", Optional.of("asks for a replacement"));
      }
      return diff.getChanges() == DiffChanges.DIFF_NONE && !kept.get().failed()
          ? outcome("same", Optional.empty())
          : update(check.getInputs(), preview);
    } catch (StatusRuntimeException e) {
      return outcome("none", Optional.of(message(e)));
    }
  }

  private Outcome create(Struct inputs, boolean preview) {
    try {
      var created =
          site.plugin()
              .calls()
              .create(
                  CreateRequest.newBuilder()
                      .setUrn(urn())
                      .setProperties(inputs)
                      .setPreview(preview)
                      .build());
      if (!preview) {
        kept =
            Optional.of(
                new Kept(
                    created.getId(),
                    inputs,
                    created.getProperties(),
                    false,
                    created.getRefreshBeforeUpdate()));
      }
      return outcome("create", Optional.empty());
    } catch (StatusRuntimeException e) {
      if (!preview) {
        keepPart(e);
      }
      return outcome("create", Optional.of(message(e)));
    }
  }

  private DiffResponse diff(Struct inputs) {
    Kept old = kept.orElseThrow();
    return site.plugin()
        .calls()
        .diff(
            DiffRequest.newBuilder()
                .setId(old.id())
                .setUrn(urn())
                .setOlds(old.outputs())
                .setOldInputs(old.inputs())
                .setNews(inputs)
                .build());
  }

  private Outcome update(Struct inputs, boolean preview) {
    Kept old = kept.orElseThrow();
    try {
      var updated =
          site.plugin()
              .calls()
              .update(
                  UpdateRequest.newBuilder()
                      .setId(old.id())
                      .setUrn(urn())
                      .setOlds(old.outputs())
                      .setOldInputs(old.inputs())
                      .setNews(inputs)
                      .setPreview(preview)
                      .build());
      if (!preview) {
        kept =
            Optional.of(
                new Kept(
                    old.id(),
                    inputs,
                    updated.getProperties(),
                    false,
                    updated.getRefreshBeforeUpdate()));
      }
      return outcome("update", Optional.empty());
    } catch (StatusRuntimeException e) {
      if (!preview) {
        keepPart(e);
      }
      return outcome("update", Optional.of(message(e)));
    }
  }

  Outcome refresh() {
    site.desk().take();
    try {
      read();
      return outcome("refresh", Optional.empty());
    } catch (StatusRuntimeException e) {
      return outcome("refresh", Optional.of(message(e)));
    }
  }

  private void read() {
    Kept old = kept.orElseThrow();
    var seen =
        site.plugin()
            .calls()
            .read(
                ReadRequest.newBuilder()
                    .setId(old.id())
                    .setUrn(urn())
                    .setProperties(old.outputs())
                    .setInputs(old.inputs())
                    .build());
    kept =
        seen.getId().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Kept(
                    seen.getId(),
                    seen.getInputs(),
                    seen.getProperties(),
                    false,
                    seen.getRefreshBeforeUpdate()));
  }

  Outcome destroy() {
    site.desk().take();
    if (kept.isEmpty()) {
      return outcome("none", Optional.empty());
    }
    try {
      if (kept.get().refreshFirst()) {
        read();
      }
      if (kept.isPresent()) {
        Kept old = kept.get();
        site.plugin()
            .calls()
            .delete(
                DeleteRequest.newBuilder()
                    .setId(old.id())
                    .setUrn(urn())
                    .setProperties(old.outputs())
                    .setOldInputs(old.inputs())
                    .build());
        kept = Optional.empty();
      }
      return outcome("delete", Optional.empty());
    } catch (StatusRuntimeException e) {
      return outcome("delete", Optional.of(message(e)));
    }
  }

  /** What a failed create or update says about how far it came. */
  private void keepPart(StatusRuntimeException problem) {
    var status = StatusProto.fromThrowable(problem);
    if (status == null || status.getDetailsCount() == 0) {
      return;
    }
    try {
      var part = status.getDetails(0).unpack(ErrorResourceInitFailed.class);
      kept =
          Optional.of(
              new Kept(
                  part.getId(),
                  part.getInputs(),
                  part.getProperties(),
                  true,
                  part.getRefreshBeforeUpdate()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome outcome(String step, Optional<String> error) {
    return new Outcome(step, error, site.desk().take());
  }

  private String urn() {
    return "urn:pulumi:test::life::" + TYPE + "::" + name;
  }

  private static String message(StatusRuntimeException e) {
    return Optional.ofNullable(e.getStatus().getDescription()).orElse(e.getStatus().toString());
  }

  private static String text(List<CheckFailure> failures) {
    return failures.stream()
        .map(failure -> failure.getProperty() + ": " + failure.getReason())
        .collect(Collectors.joining("\n"));
  }
}
