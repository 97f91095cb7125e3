package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one policy object to a spec, whatever it is now. The admission refuses to change one that
 * is in progress, and never lets a capture change.
 */
final class PolicyWriter {
  private final Scene scene;
  private final Consumer<Policy> guard;

  /**
   * @param guard throws for a policy that must not be touched
   */
  PolicyWriter(Scene scene, Consumer<Policy> guard) {
    this.scene = scene;
    this.guard = guard;
  }

  /** Writes it; the answer has the generation to wait for. */
  Policy put(String name, Fields spec, Stamp stamp, Duration limit) {
    var deadline = scene.within(limit);
    while (true) {
      var there = scene.cluster().policy(name);
      there.ifPresent(guard);
      var written = attempt(there, name, spec, stamp, deadline);
      if (written.isPresent()) {
        return written.get();
      }
      if (deadline.isOver()) {
        throw new LifeProblem(
            LifeCatalogue.NO_HANDLER, name + " can not be changed: it is still in progress.");
      }
      deadline.pause();
    }
  }

  private Optional<Policy> attempt(
      Optional<Policy> there, String name, Fields spec, Stamp stamp, Deadline deadline) {
    try {
      if (there.isEmpty()) {
        return Optional.of(
            scene.cluster().create(new Policy(name, stamp.annotations(), spec, "", "", 0, false)));
      }
      if (!capture(there.get().spec()).equals(capture(spec))) {
        scene.cluster().delete(name);
        return Optional.empty();
      }
      return settled(there.get(), deadline).map(p -> replace(p, spec, stamp));
    } catch (ClusterProblem problem) {
      if (isRace(problem.kind())) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /** Waits until the nodes have finished with a policy that is to go soon, one way or another. */
  void settle(Policy policy, Duration limit) {
    if (policy.inProgress()) {
      scene.messages().status(policy.name() + ": waiting until the nodes have finished");
      new Rollout(scene).await(policy, limit);
    }
  }

  private static boolean isRace(Kind kind) {
    return kind == Kind.EXISTS || kind == Kind.CONFLICT || kind == Kind.IN_PROGRESS;
  }

  private Policy replace(Policy there, Fields spec, Stamp stamp) {
    return scene
        .cluster()
        .replace(
            new Policy(
                there.name(),
                stamp.annotations(),
                spec,
                there.uid(),
                there.resourceVersion(),
                there.generation(),
                there.inProgress(),
                there.managers()));
  }

  /**
   * The policy as soon as it may be changed. One that no handler will ever touch, since it means no
   * node that runs one, could never be changed again: it is made anew.
   */
  private Optional<Policy> settled(Policy there, Deadline deadline) {
    if (!there.inProgress()) {
      return Optional.of(there);
    }
    scene.messages().status(there.name() + ": waiting until the nodes have finished");
    var result = new Rollout(scene).await(there, deadline.left());
    var now = scene.cluster().policy(there.name());
    if (now.isEmpty() || !now.get().inProgress()) {
      return now;
    }
    if (result.outcome() == Outcome.NO_NODES) {
      requireNothingCaptured(there);
      scene.cluster().delete(there.name());
    } else if (result.outcome() == Outcome.TIMED_OUT) {
      throw new LifeProblem(
          LifeCatalogue.NO_HANDLER,
          there.name() + " is in progress on " + Names.with(result.waiting()) + ".");
    }
    return Optional.empty();
  }

  /**
   * What the author's captures took would be lost with the policy, and could not be taken again.
   */
  private void requireNothingCaptured(Policy there) {
    boolean captures =
        capture(there.spec()).fields().keySet().stream().anyMatch(name -> !Drafts.isOwn(name));
    if (captures
        && scene.cluster().enactments(there.name()).stream()
            .anyMatch(e -> !e.captured().isEmpty())) {
      throw new LifeProblem(
          LifeCatalogue.NO_HANDLER,
          there.name() + " is in progress, and none of its nodes is Ready and runs a handler.");
    }
  }

  private static Fields capture(Fields spec) {
    return States.object(spec, "capture");
  }

  /** Refuses whatever does not carry one of these owners, unless it is to be taken over. */
  static Consumer<Policy> foreigners(PolicyState state, String owner, boolean adopts) {
    return policy -> {
      if (!adopts && !isOurs(policy, state, owner)) {
        throw foreign(policy);
      }
    };
  }

  static boolean isOurs(Policy policy, PolicyState state, String owner) {
    return Stamp.of(policy)
        .filter(s -> s.owner().equals(owner) || s.owner().equals(state.owner()))
        .isPresent();
  }

  private static LifeProblem foreign(Policy policy) {
    if (policy.managers().stream().anyMatch(m -> m.startsWith("pulumi-kubernetes"))) {
      return new LifeProblem(
          LifeCatalogue.PLAIN_TO_MANAGED,
          "The " + HostPolicy.KIND + " " + policy.name() + " was made by the kubernetes provider.",
          "1. `pulumi stack --show-urns` prints the URN of the child "
              + policy.name()
              + ". 2. `pulumi state delete '<that URN>'` takes it out of the state; the cluster"
              + " keeps it. 3. Set adopt: true, and baseline or teardown: leave. 4. `pulumi up`.");
    }
    var owner = Stamp.of(policy).map(s -> " by " + s.owner()).orElse(" outside of this resource");
    return new LifeProblem(
        LifeCatalogue.FOREIGN_POLICY,
        "A " + HostPolicy.KIND + " " + policy.name() + " is there already, made" + owner + ".");
  }
}
