package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.provider.cluster.ObjectSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Looks at a cluster, and changes nothing in it. */
public final class Doctor {
  static final List<Check> CHECKS =
      List.of(
          new AccessCheck(),
          new AgentCheck(),
          new KubeVirtCheck(),
          new CdiCheck(),
          new MultusCheck(),
          new NmstateCheck(),
          new HandlerCheck(),
          new PolicyCheck(),
          new DefinitionCheck(),
          new ProviderCheck(),
          new JoinCheck(),
          new BridgeCheck(),
          new DeviceCheck(),
          new BindingCheck(),
          new StartCheck(),
          new LiveNetworkCheck(),
          new GuestCheck(),
          new NodeMachineCheck(),
          new PendingChangeCheck());

  private Doctor() {}

  /**
   * Reads and judges. Throws {@link io.kubevirtnet.provider.cluster.ClusterProblem} when the
   * cluster can not be reached; that something may not be read is part of the answer.
   *
   * @param namespace only machines of this one
   */
  public static Examination examine(
      String context, ObjectSource source, Optional<String> namespace, Clock clock) {
    var picture = new PictureReading(source, namespace, clock).read();
    return new Examination(context, source.address(), examine(picture));
  }

  static List<Checkup> examine(Picture picture) {
    return CHECKS.stream().map(c -> examine(c, picture)).toList();
  }

  private static Checkup examine(Check check, Picture picture) {
    var notes = new Notes();
    var refused = check.needs().stream().filter(picture::isRefused).sorted().toList();
    if (refused.isEmpty()) {
      check.look(picture, notes);
    } else {
      refused.forEach(s -> notes.leftOpen("not allowed to list " + s.resource()));
    }
    return notes.checkup(check.title());
  }
}
