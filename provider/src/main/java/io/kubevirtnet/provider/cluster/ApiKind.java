package io.kubevirtnet.provider.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The kinds that are read or written, with where the API server has them, in all namespaces. */
enum ApiKind {
  NAMESPACES("/api/v1/namespaces"),
  NODES("/api/v1/nodes"),
  PODS("/api/v1/pods"),
  POLICIES("/apis/nmstate.io/v1/nodenetworkconfigurationpolicies"),
  ENACTMENTS("/apis/nmstate.io/v1beta1/nodenetworkconfigurationenactments"),
  STATES("/apis/nmstate.io/v1beta1/nodenetworkstates"),
  ATTACHMENTS("/apis/k8s.cni.cncf.io/v1/network-attachment-definitions"),
  CLUSTER_NETWORKS("/apis/k8s.ovn.org/v1/clusteruserdefinednetworks"),
  MACHINES("/apis/kubevirt.io/v1/virtualmachineinstances");

  private final String path;

  ApiKind(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  String path(String name) {
    return path + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
