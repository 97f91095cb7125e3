package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One node with its handler: takes policies one at a time and walks each through what upstream's
 * controller does. Only the loop's thread comes here.
 */
final class NodeHandler {
  static final int ATTEMPTS = 5;
  private static final Duration SERVER_PAUSE = Duration.ofMillis(100);

  final String node;
  final String uid;
  Map<String, String> labels;
  HostState host;
  Behavior behavior = new Behavior.Works();
  boolean ready = true;
  boolean running = true;
  final Holds holds = new Holds();

  private final HandlerLoop loop;
  private final Map<String, ObjectNode> enactments = new HashMap<>();
  private final LinkedHashMap<String, Work> queue = new LinkedHashMap<>();
  private Optional<Work> busy = Optional.empty();

  NodeHandler(
      HandlerLoop loop, String node, String uid, Map<String, String> labels, HostState host) {
    this.loop = loop;
    this.node = node;
    this.uid = uid;
    this.labels = Map.copyOf(labels);
    this.host = host;
  }

  Optional<ObjectNode> enactment(String policy) {
    return Optional.ofNullable(enactments.get(policy));
  }

  boolean isIdle() {
    return queue.isEmpty();
  }

  void enqueue(String policy) {
    if (!running) {
      return;
    }
    Work work = queue.computeIfAbsent(policy, Work::new);
    work.again = work.step != Work.Step.BEGIN;
  }

  /** The handler's pod is gone; NetworkManager rolls back what was not committed. */
  void stop() {
    running = false;
    queue.clear();
    busy = Optional.empty();
    holds.leave();
  }

  void start() {
    running = true;
    loop.rollouts().forEach(rollout -> rollout.release(node));
    enqueueAll();
  }

  /** In the order of their names, as upstream does. */
  void enqueueAll() {
    loop.rollouts().forEach(rollout -> enqueue(rollout.policy().name()));
  }

  /** Goes one step; false when there is none to go now. */
  boolean step() {
    if (!running || !ready) {
      return false;
    }
    if (busy.isPresent()) {
      return busy.get().isDue() && tried(busy.get());
    }
    for (Work work : queue.values()) {
      if (work.isDue() && tried(work)) {
        return true;
      }
    }
    return false;
  }

  /** While the server is away or cross a handler tries the same again. */
  private boolean tried(Work work) {
    try {
      return switch (work.step) {
        case BEGIN -> begin(work);
        case TAKE_SLOT -> takeSlot(work);
        case APPLY -> apply(work);
        case COMMIT -> commit(work);
        case REPORT -> report(work);
      };
    } catch (KubeApiException | UncheckedIOException e) {
      work.postpone(SERVER_PAUSE);
      return false;
    }
  }

  private boolean begin(Work work) {
    Optional<Rollout> found = loop.rollout(work.policy);
    if (found.isEmpty()) {
      forget(work.policy);
      return finish(work);
    }
    Rollout rollout = found.get();
    Policy policy = rollout.policy();
    if (!Conditions.is(rollout.status(), "Progressing", "True")) {
      PolicyPhase.UNKNOWN.writeTo(rollout.status(), "");
      loop.writes().policyStatus(policy.name(), rollout.status());
    }
    if (!policy.selects(labels)) {
      forget(work.policy);
      rollout.release(node);
      loop.summarize(rollout);
      return finish(work);
    }
    if (isHeld(work, Stage.STARTING)) {
      return false;
    }
    work.rollout = found;
    work.generation = policy.generation();
    work.status = enactmentOf(policy);
    enactments.put(work.policy, work.status);
    return fill(work, policy);
  }

  private ObjectNode enactmentOf(Policy policy) {
    Optional<ObjectNode> present = loop.writes().enactmentStatus(node, policy.name());
    if (present.isEmpty()) {
      loop.writes().createEnactment(node, uid, policy.name());
    } else {
      loop.writes().forget(ref(policy.name()));
    }
    ObjectNode status =
        enactment(policy.name()).filter(known -> present.isPresent()).orElseGet(Json::object);
    if (status.isEmpty()) {
      EnactmentPhase.FRESH.writeTo(status, "");
    }
    return status;
  }

  private boolean fill(Work work, Policy policy) {
    ObjectNode status = work.status;
    if (status.path("policyGeneration").asLong() != work.generation) {
      status.putArray("conditions");
    }
    status.put("policyGeneration", work.generation);
    try {
      Captures captures =
          Captures.resolve(
              policy.spec().path("capture"), status.path("capturedStates"), host.shown());
      status.set("desiredState", policy.rendered(captures));
      status.set("capturedStates", captures.states());
      status
          .putObject("desiredStateMetaInfo")
          .put("version", "0")
          .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    } catch (Refused e) {
      EnactmentPhase.FAILED.writeTo(status, Messages.notGenerated(e.error()));
      loop.writes().status(ref(work.policy), status);
      loop.summarize(work.rollout());
      return finish(work);
    }
    loop.writes().status(ref(work.policy), status);
    if (retries(work) >= ATTEMPTS) {
      loop.summarize(work.rollout());
      return finish(work);
    }
    work.step = Work.Step.TAKE_SLOT;
    busy = Optional.empty();
    return true;
  }

  private boolean takeSlot(Work work) {
    Rollout rollout = work.rollout();
    if (loop.rollout(work.policy).filter(found -> found == rollout).isEmpty()
        || rollout.policy().generation() != work.generation) {
      work.step = Work.Step.BEGIN;
      return true;
    }
    int limit = rollout.policy().maxUnavailable(loop.enactments(work.policy).size());
    if (rollout.take(work.generation, node, limit)) {
      busy = Optional.of(work);
      write(work, EnactmentPhase.APPLYING, Messages.APPLYING);
      if (!Conditions.is(rollout.status(), "Available", "True")
          && !Conditions.is(rollout.status(), "Available", "False")) {
        loop.summarize(rollout);
      }
      work.step = Work.Step.APPLY;
      return true;
    }
    boolean waited = EnactmentPhase.PENDING.isOf(work.status, work.generation);
    write(work, EnactmentPhase.PENDING, Messages.WAITING);
    if (loop.failed(work.policy, work.generation) >= limit) {
      write(work, EnactmentPhase.ABORTED, Messages.aborted(ref(work.policy).name()));
      loop.summarize(rollout);
      return finish(work);
    }
    loop.summarize(rollout);
    return !waited;
  }

  private boolean apply(Work work) {
    if (isHeld(work, Stage.APPLYING)) {
      return false;
    }
    Behavior now = behavior;
    if (now instanceof Behavior.Fails fails) {
      behavior = now.next();
      return fail(work, Messages.failed(node, fails.error()));
    }
    HostState changed = host.copy();
    try {
      new HostChange(changed).apply(work.status.path("desiredState"));
    } catch (Refused e) {
      return fail(work, Messages.failed(node, e.error()));
    }
    work.changed = Optional.of(changed);
    work.step = Work.Step.COMMIT;
    return true;
  }

  private boolean commit(Work work) {
    if (isHeld(work, Stage.PROBING)) {
      return false;
    }
    HostState changed = work.changed.orElseThrow();
    if (behavior instanceof Behavior.FailsProbe fails) {
      return fail(work, Messages.failedProbe(node, fails.probe(), changed.shown()));
    }
    host = changed;
    write(work, EnactmentPhase.AVAILABLE, Messages.RECONCILED);
    work.rollout().release(node);
    work.step = Work.Step.REPORT;
    return true;
  }

  private boolean report(Work work) {
    if (isHeld(work, Stage.REPORTING)) {
      return false;
    }
    loop.writes().nodeState(node, host);
    loop.summarize(work.rollout());
    return finish(work);
  }

  private boolean fail(Work work, String message) {
    int failures = retries(work) + 1;
    work.status.withObject("/retryCount").put(String.valueOf(work.generation), failures);
    if (failures >= ATTEMPTS) {
      write(work, EnactmentPhase.FAILED, message);
      loop.summarize(work.rollout());
      return finish(work);
    }
    write(work, EnactmentPhase.RETRYING, Messages.retrying(node, failures + 1, ATTEMPTS));
    loop.summarize(work.rollout());
    work.step = Work.Step.BEGIN;
    work.postpone(loop.backoff().multipliedBy(1L << (failures - 1)));
    busy = Optional.empty();
    return true;
  }

  private int retries(Work work) {
    return work.status.path("retryCount").path(String.valueOf(work.generation)).asInt();
  }

  private void write(Work work, EnactmentPhase phase, String message) {
    phase.writeTo(work.status, message);
    loop.writes().status(ref(work.policy), work.status);
  }

  private void forget(String policy) {
    loop.writes().deleteEnactment(node, policy);
    enactments.remove(policy);
  }

  private boolean finish(Work work) {
    queue.remove(work.policy);
    busy = Optional.empty();
    holds.leave();
    if (work.again) {
      enqueue(work.policy);
    }
    return true;
  }

  private boolean isHeld(Work work, Stage stage) {
    if (holds.stop(stage)) {
      busy = Optional.of(work);
      return true;
    }
    return false;
  }

  private ObjectRef ref(String policy) {
    return HandlerWrites.enactment(node, policy);
  }
}
