package io.kubevirtnet.platform;

import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.NodePoolSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.List;

/** Which input says what stands where in a provider, and in what tenants take from it. */
final class NodeProviderPlaces {
  private NodeProviderPlaces() {}

  static Places of(KubeVirtNodeProviderSpec spec) {
    var object = DesiredNode.PROVIDER;
    var kubeVirt = object.child("spec").child("kubeVirt");
    var places =
        Places.EMPTY
            .at(object.child("metadata"), spec.name().path())
            .same(object.child("metadata").child("labels"), spec.labels().path())
            .same(object.child("metadata").child("annotations"), spec.annotations().path())
            .at(object.child("spec").child("displayName"), spec.displayName().path())
            .same(object.child("spec").child("properties"), spec.properties().path())
            .at(kubeVirt.child("clusterRef"), spec.cluster().path())
            .at(kubeVirt.child("clusterRef").child("namespace"), spec.namespace().path())
            .at(kubeVirt.child("namespaceStrategy"), spec.namespaceStrategy().path())
            .same(kubeVirt.child("deploy"), spec.deploy().path())
            .same(
                kubeVirt.child("deploy").child("vClusterDeviceOperator"),
                spec.deploy().path().child("deviceOperator"))
            .same(kubeVirt.child("virtualMachineTemplate"), spec.virtualMachineTemplate().path())
            .same(kubeVirt.child("nodeTypes"), spec.nodeTypes().path());
    for (var type : spec.nodeTypes().known().orElse(List.of())) {
      var metadata = type.path().child("metadata");
      places =
          places
              .same(metadata.child("labels"), type.path().child("labels"))
              .same(metadata.child("annotations"), type.path().child("annotations"))
              .same(
                  type.path().child("overhead").child("kubeReserved"),
                  type.path().child("kubeReserved"))
              .at(
                  type.path().child("properties").child(PropertyKey.ATTACHMENT.key()),
                  type.path().child("attachment"))
              .at(type.path().child("attachment"), type.path().child("attachment"));
    }
    return places;
  }

  /** The same for the values of a tenant. */
  static Places values(KubeVirtNodeProviderSpec spec) {
    var nodes = new PropertyPath("privateNodes.autoNodes").index(0);
    var control = new PropertyPath("controlPlane");
    var vip = spec.kubeVip().path();
    var kubeVip = control.child("advanced").child("kubeVip");
    var places =
        Places.EMPTY
            .at(nodes, spec.pools().path())
            .at(nodes.child("provider"), spec.name().path())
            .same(nodes.child("properties"), spec.poolProperties().path())
            .at(control, vip)
            .at(control.child("endpoint"), vip.child("endpoint"))
            .at(control.child("statefulSet"), vip.child("attachmentName"))
            .at(kubeVip.child("interface"), vip.child("interfaceName"))
            .at(kubeVip.child("gateway"), vip.child("gateway"));
    int fixed = 0;
    int dynamic = 0;
    for (var pool : spec.pools().known().orElse(List.of())) {
      boolean counted = pool.flatMap(NodePoolSpec::quantity).isGiven() && !pool.isUnknown();
      var place =
          counted ? nodes.child("static").index(fixed++) : nodes.child("dynamic").index(dynamic++);
      places = places.same(place, pool.path());
      if (pool.flatMap(NodePoolSpec::nodeTypes).isGiven()) {
        places = places.at(place.child("nodeTypeSelector"), pool.path().child("nodeTypes"));
      }
    }
    return places;
  }
}
