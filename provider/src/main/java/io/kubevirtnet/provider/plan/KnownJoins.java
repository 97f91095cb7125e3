package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether definitions fit the bridges of policies. Hundreds of policies make the same bridge on
 * other nodes, and most of one side is on the other, too: what is alike is asked once.
 */
final class KnownJoins {
  private static final Value<String> ANY = Value.known(PropertyPath.ROOT, "any");

  private final Map<HostPolicy, Integer> bridges = new HashMap<>();
  private final Map<Attachment, Integer> attachments = new HashMap<>();
  private final Map<Join, String> words = new HashMap<>();

  /** Numbers of a definition and of a bridge. */
  private record Join(int attachment, int bridge) {}

  /** A bridge as definitions see it, whoever makes it wherever. */
  record Bridge(int number, HostPolicy policy) {}

  Bridge bridge(HostSide host, String name) {
    var only = host.only(name);
    var policy =
        new HostPolicy(
            ANY,
            Value.known(PropertyPath.ROOT, Map.of()),
            new Value.Absent<>(PropertyPath.ROOT),
            only.desiredState(),
            new Value.Absent<>(PropertyPath.ROOT));
    return new Bridge(bridges.computeIfAbsent(policy, p -> bridges.size()), policy);
  }

  int number(Attachment attachment) {
    return attachments.computeIfAbsent(attachment, a -> attachments.size());
  }

  /** Why they do not fit; empty when they do. */
  String broken(Attachment attachment, int number, Bridge bridge) {
    return words.computeIfAbsent(
        new Join(number, bridge.number()),
        j -> JoinWords.broken(attachment, bridge.policy()).map(Finding::what).orElse(""));
  }
}
