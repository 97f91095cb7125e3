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
  KUBEVIRTS("/apis/kubevirt.io/v1/kubevirts"),
  VIRTUAL_MACHINES("/apis/kubevirt.io/v1/virtualmachines"),
  MACHINES("/apis/kubevirt.io/v1/virtualmachineinstances"),
  NODE_PROVIDERS("/apis/management.loft.sh/v1/nodeproviders"),
  NODE_ENVIRONMENTS("/apis/management.loft.sh/v1/nodeenvironments"),
  NODE_CLAIMS("/apis/management.loft.sh/v1/nodeclaims");

  private final String path;

  ApiKind(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  /** Only the objects of one namespace. */
  String pathIn(String namespace) {
    int last = path.lastIndexOf('/');
    return "%s/namespaces/%s%s"
        .formatted(
            path.substring(0, last),
            URLEncoder.encode(namespace, StandardCharsets.UTF_8),
            path.substring(last));
  }

  /** One object of a namespace. */
  String pathIn(String namespace, String name) {
    return pathIn(namespace) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  String path(String name) {
    return path + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
