package io.kubevirtnet.provider.policy;

import io.kubevirtnet.enums.Consumers;
import io.kubevirtnet.enums.LeftBehind;
import io.kubevirtnet.enums.ManagementInterface;
import io.kubevirtnet.enums.Teardown;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.spec.NodeNetworkPolicySpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the author asks for, read from inputs that have passed the check.
 *
 * @param desired may have unknown leaves in a preview; empty where it is unknown as a whole
 * @param spec of the policy object
 * @param complete everything is known: it can be written
 */
record PolicyInputs(
    Value<String> name,
    Optional<NodeSelector> selector,
    Map<String, String> capture,
    Fields desired,
    Fields spec,
    String maxUnavailable,
    Optional<Duration> limit,
    Optional<Fields> baseline,
    boolean allowsNoNodes,
    boolean allowsManagement,
    boolean reverts,
    boolean refusesForUsers,
    boolean revertsLeft,
    boolean adopts,
    boolean complete) {

  static PolicyInputs read(Fields inputs, String resourceName) {
    return of(
        SpecReader.read(inputs, PropertyPath.ROOT, new Report(), NodeNetworkPolicySpec::read),
        resourceName);
  }

  static PolicyInputs of(NodeNetworkPolicySpec in, String resourceName) {
    var policy = HostPolicy.of(in, resourceName);
    var desired = policy.desiredState() instanceof Fields f ? f : Fields.EMPTY;
    return new PolicyInputs(
        policy.name(),
        policy.nodes(),
        plain(policy.capture()),
        desired,
        policy.spec(),
        policy.maxUnavailable().known().orElse("1"),
        in.timeoutSeconds().known().filter(s -> s > 0).map(Duration::ofSeconds),
        in.baseline().known().map(b -> (Fields) Tree.of(b)),
        is(in.allowNoNodes(), true),
        is(in.managementInterface(), ManagementInterface.Allow),
        is(in.teardown(), Teardown.Revert),
        is(in.consumers(), Consumers.Refuse),
        is(in.leftBehind(), LeftBehind.Revert),
        is(in.adopt(), true),
        policy.name().known().isPresent() && !policy.spec().hasUnknown());
  }

  /** Only for inputs that are complete. */
  String policyName() {
    return name.known().orElseThrow();
  }

  /** Only for inputs that are complete. */
  NodeSelector nodes() {
    return selector.orElseThrow();
  }

  /** Whether it is rendered on each node from what the node has. */
  boolean hasTemplates() {
    return !capture.isEmpty();
  }

  private static <T> boolean is(Value<T> value, T wanted) {
    return value.known().filter(wanted::equals).isPresent();
  }

  private static Map<String, String> plain(Value<Map<String, Value<String>>> texts) {
    var plain = new TreeMap<String, String>();
    texts.ifKnown(all -> all.forEach((key, value) -> value.ifKnown(v -> plain.put(key, v))));
    return plain;
  }
}
