package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Versions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One NodeNetworkConfigurationPolicy for its whole life: created, awaited node by node, changed,
 * and taken back. For a bridge use {@link BridgeNetwork}, which makes one of these.
 *
 * <p>It is made by the plugin, with the credentials in {@code kubevirtnet:kubeconfig}.
 *
 * <pre>{@code
 * new NodeNetworkPolicy("jumbo", NodeNetworkPolicyArgs.builder()
 *     .nodeSelector(Map.of("rack", "a"))
 *     .desiredState(Map.of("interfaces", List.of(Map.of("name", "ens5", "type", "ethernet", "mtu", 9000))))
 *     .build());
 * }</pre>
 */
public final class NodeNetworkPolicy extends CustomResource {
  @Export(
      name = "policyName",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> policyName;

  @Export(
      name = "nodes",
      refs = {List.class, String.class},
      tree = "[0,1]")
  private @Nullable Output<List<String>> nodes;

  @Export(
      name = "pendingNodes",
      refs = {List.class, String.class},
      tree = "[0,1]")
  private @Nullable Output<List<String>> pendingNodes;

  public NodeNetworkPolicy(String name, NodeNetworkPolicyArgs args) {
    this(name, args, CustomResourceOptions.Empty);
  }

  public NodeNetworkPolicy(String name, NodeNetworkPolicyArgs args, CustomResourceOptions options) {
    super(
        Blueprints.NODE_NETWORK_POLICY.type(),
        name,
        args,
        CustomResourceOptions.merge(
            CustomResourceOptions.builder().version(Versions.OWN).build(), options));
  }

  /** Name of the NodeNetworkConfigurationPolicy. */
  public Output<String> policyName() {
    return Objects.requireNonNull(policyName);
  }

  /** Nodes that have the configuration, as of the last update or refresh. */
  public Output<List<String>> nodes() {
    return Objects.requireNonNull(nodes);
  }

  /** Nodes that match and do not have it yet: not Ready, or without nmstate's handler. */
  public Output<List<String>> pendingNodes() {
    return Objects.requireNonNull(pendingNodes);
  }
}
