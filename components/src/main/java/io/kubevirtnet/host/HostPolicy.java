package io.kubevirtnet.host;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.Captures;
import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.spec.NodeNetworkPolicySpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one NodeNetworkConfigurationPolicy says, whoever writes it.
 *
 * @param desiredState unknown as a whole only where its author left even its keys to be known later
 */
public record HostPolicy(
    Value<String> name,
    Value<Map<String, Value<String>>> nodeSelector,
    Value<Map<String, Value<String>>> capture,
    Tree desiredState,
    Value<String> maxUnavailable) {
  public static final String API_VERSION = "nmstate.io/v1";
  public static final String KIND = "NodeNetworkConfigurationPolicy";

  /** The policy that a NodeNetworkPolicy of this name stands for. */
  public static HostPolicy of(NodeNetworkPolicySpec spec, String resourceName) {
    return new HostPolicy(
        spec.policyName().orDefault(resourceName),
        spec.nodeSelector().orDefault(Map.of()),
        spec.capture(),
        spec.desiredState().tree(),
        spec.maxUnavailable());
  }

  /** The nodes meant, when every label is known. */
  public Optional<NodeSelector> nodes() {
    return nodes(nodeSelector);
  }

  static Optional<NodeSelector> nodes(Value<Map<String, Value<String>>> selector) {
    return selector
        .known()
        .filter(labels -> labels.values().stream().noneMatch(Value::isUnknown))
        .map(
            labels -> {
              var plain = new LinkedHashMap<String, String>();
              labels.forEach((key, value) -> value.ifKnown(v -> plain.put(key, v)));
              return new NodeSelector(plain);
            });
  }

  /** What it takes from each node; what can not be read is told. */
  public Captures captures(PropertyPath path, Report report) {
    var expressions = Tree.of(capture);
    return Captures.parse(
        capture.known().isPresent() && expressions instanceof Fields f ? f : Fields.EMPTY,
        path,
        report);
  }

  /** What one node is handed: captures filled in, the handler's defaults written out. */
  public Optional<Fields> on(NetworkState node, PropertyPath spec, Report report) {
    if (!(desiredState instanceof Fields desired)) {
      return Optional.empty();
    }
    var captures = captures(spec.child("capture"), new Report());
    if (captures.isEmpty()) {
      return Optional.of(HandlerDefaults.apply(desired));
    }
    var before = report.findings().size();
    var rendered =
        captures
            .resolve(node, report)
            .map(c -> Captures.render(desired, c, spec.child("desiredState"), report));
    return rendered.filter(r -> report.findings().size() == before).map(HandlerDefaults::apply);
  }

  /** As the kubernetes provider takes it. */
  public Fields object() {
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", KIND)
        .with("metadata", Tree.of("name", name))
        .with("spec", spec());
  }

  public Fields spec() {
    return Tree.fields()
        .withIf(says(nodeSelector), "nodeSelector", nodeSelector)
        .withIf(says(capture), "capture", capture)
        .with("maxUnavailable", maxUnavailable.map(HostPolicy::numberOrPercentage))
        .with("desiredState", desiredState);
  }

  private static Object numberOrPercentage(String text) {
    return text.endsWith("%") || !text.matches("\\d{1,9}") ? text : (Object) Integer.valueOf(text);
  }

  private static boolean says(Value<Map<String, Value<String>>> map) {
    return map.isUnknown() || map.known().filter(m -> !m.isEmpty()).isPresent();
  }
}
