package io.kubevirtnet.platform;

import io.kubevirtnet.spec.KubeVipSpec;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.NodePoolSpec;
import io.kubevirtnet.spec.NodeTypeSelectorSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.spec.PoolTaintSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** From a provider to the part of a tenant's vcluster.yaml that takes its nodes from there. */
public final class VclusterValuesExpander {
  private static final String POD_NETWORKS = "k8s.v1.cni.cncf.io/networks";
  private static final String USUAL_PORT = ":8443";

  /** What Multus calls the first attachment of a pod. */
  private static final String FIRST_ATTACHMENT = "net1";

  private VclusterValuesExpander() {}

  public static Fields values(KubeVirtNodeProviderSpec spec, String resourceName) {
    var nodes =
        Tree.of("provider", spec.name().orDefault(resourceName))
            .with("properties", spec.poolProperties());
    var values =
        Tree.of(
            "privateNodes",
            Tree.of("enabled", true).with("autoNodes", Tree.items(withPools(nodes, spec))));
    return values.with("controlPlane", spec.kubeVip().map(VclusterValuesExpander::controlPlane));
  }

  private static Fields withPools(Fields nodes, KubeVirtNodeProviderSpec spec) {
    var pools = spec.pools();
    if (pools.isAbsent()) {
      return nodes.with(
          "dynamic", spec.nodeTypes().map(types -> each(types, VclusterValuesExpander::ofType)));
    }
    if (pools.isUnknown()) {
      return nodes.with("dynamic", new Unknown(pools.marks()));
    }
    var fixed = new ArrayList<Tree>();
    var dynamic = new ArrayList<Tree>();
    for (var pool : pools.known().orElse(List.of())) {
      boolean counted = pool.flatMap(NodePoolSpec::quantity).isGiven() && !pool.isUnknown();
      (counted ? fixed : dynamic).add(Tree.of(pool.map(VclusterValuesExpander::pool)));
    }
    return nodes
        .withIf(!fixed.isEmpty(), "static", new Items(fixed, Marks.NONE))
        .withIf(!dynamic.isEmpty(), "dynamic", new Items(dynamic, Marks.NONE));
  }

  /** Grows and shrinks with demand for this type. */
  private static Fields ofType(NodeTypeSpec type) {
    return Tree.of("name", type.name())
        .with("nodeTypeSelector", Tree.items(ofTypes(List.of(type.name()))));
  }

  private static Fields pool(NodePoolSpec pool) {
    return Tree.of("name", pool.name())
        .with("quantity", pool.quantity())
        .with("nodeTypeSelector", selector(pool))
        .with("limits", pool.limits())
        .with("nodeLabels", pool.nodeLabels())
        .with("taints", pool.taints().map(all -> each(all, VclusterValuesExpander::taint)));
  }

  private static Value<Tree> selector(NodePoolSpec pool) {
    Value<Tree> byName = pool.nodeTypes().map(names -> Tree.items(ofTypes(names)));
    return byName.or(
        pool.nodeTypeSelector().map(all -> each(all, VclusterValuesExpander::condition)));
  }

  /** By the short name, as the platform's documents do. */
  private static Fields ofTypes(List<Value<String>> names) {
    var property = Tree.of("property", PropertyKey.NODE_TYPE.key());
    return names.size() == 1
        ? property.with("value", names.get(0))
        : property.with("operator", "In").with("values", names);
  }

  private static Fields condition(NodeTypeSelectorSpec condition) {
    return Tree.of("property", condition.property())
        .with("operator", condition.compare())
        .with("value", condition.value())
        .with("values", condition.values());
  }

  private static Fields taint(PoolTaintSpec taint) {
    return Tree.of("key", taint.key()).with("value", taint.value()).with("effect", taint.effect());
  }

  /** The part {@code controlPlane} for an address of its own. */
  public static Fields controlPlane(KubeVipSpec vip) {
    return Tree.of("endpoint", vip.endpoint().map(VclusterValuesExpander::withPort))
        .with("statefulSet", Tree.of("annotations", Tree.of(POD_NETWORKS, vip.attachmentName())))
        .with(
            "advanced",
            Tree.of(
                "kubeVip",
                Tree.of("enabled", true)
                    .with("interface", vip.interfaceName().orDefault(FIRST_ATTACHMENT))
                    .with("gateway", vip.gateway())));
  }

  /** An IPv6 address stands in brackets when a port follows it. */
  static String withPort(String endpoint) {
    int colon = endpoint.lastIndexOf(':');
    if (colon < 0 || endpoint.endsWith("]")) {
      return endpoint + USUAL_PORT;
    }
    return endpoint.indexOf(':') < colon && !endpoint.startsWith("[")
        ? "[" + endpoint + "]" + USUAL_PORT
        : endpoint;
  }

  private static <T> Tree each(List<Value<T>> all, Function<T, Fields> expand) {
    return Tree.of(all.stream().map(one -> one.map(expand)).toList());
  }
}
