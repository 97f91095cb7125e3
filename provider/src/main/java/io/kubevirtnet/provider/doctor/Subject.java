package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.provider.cluster.ObjectQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of object that is looked at. */
enum Subject {
  NODE("", "v1", "nodes", "Node", Scope.CLUSTER),
  DAEMON_SET("apps", "v1", "daemonsets", "DaemonSet", Scope.OPERATORS),
  DEPLOYMENT("apps", "v1", "deployments", "Deployment", Scope.OPERATORS),
  /** Those of NMState's handlers and of machines; others say nothing of networks. */
  HANDLER_POD(
      "",
      "v1",
      "pods",
      "Pod",
      Scope.OPERATORS,
      "labelSelector",
      "component=kubernetes-nmstate-handler"),
  LAUNCHER_POD(
      "", "v1", "pods", "Pod", Scope.MACHINES, "labelSelector", "kubevirt.io=virt-launcher"),
  EVENT("", "v1", "events", "Event", Scope.MACHINES, "fieldSelector", "type=Warning"),
  NMSTATE("nmstate.io", "v1", "nmstates", "NMState", Scope.CLUSTER),
  POLICY(
      "nmstate.io",
      "v1",
      "nodenetworkconfigurationpolicies",
      "NodeNetworkConfigurationPolicy",
      Scope.CLUSTER),
  ENACTMENT(
      "nmstate.io",
      "v1beta1",
      "nodenetworkconfigurationenactments",
      "NodeNetworkConfigurationEnactment",
      Scope.CLUSTER),
  NODE_STATE("nmstate.io", "v1beta1", "nodenetworkstates", "NodeNetworkState", Scope.CLUSTER),
  DEFINITION(
      "k8s.cni.cncf.io",
      "v1",
      "network-attachment-definitions",
      "NetworkAttachmentDefinition",
      Scope.OPERATORS),
  POOL("whereabouts.cni.cncf.io", "v1alpha1", "ippools", "IPPool", Scope.OPERATORS),
  KUBEVIRT("kubevirt.io", "v1", "kubevirts", "KubeVirt", Scope.OPERATORS),
  CDI("cdi.kubevirt.io", "v1beta1", "cdis", "CDI", Scope.CLUSTER),
  MACHINE("kubevirt.io", "v1", "virtualmachines", "VirtualMachine", Scope.MACHINES),
  INSTANCE(
      "kubevirt.io", "v1", "virtualmachineinstances", "VirtualMachineInstance", Scope.MACHINES),
  NODE_PROVIDER("management.loft.sh", "v1", "nodeproviders", "NodeProvider", Scope.CLUSTER);

  /** Where objects of a kind are looked for. */
  enum Scope {
    CLUSTER,
    /** In all namespaces, also when the machines of only one are meant. */
    OPERATORS,
    /** In the namespace whose machines are meant. */
    MACHINES
  }

  private final String group;
  private final String version;
  private final String plural;
  private final String kind;
  private final Scope scope;
  private final Optional<String> selector;
  private final String selected;

  Subject(String group, String version, String plural, String kind, Scope scope) {
    this(group, version, plural, kind, scope, "", "");
  }

  Subject(
      String group,
      String version,
      String plural,
      String kind,
      Scope scope,
      String selector,
      String selected) {
    this.group = group;
    this.version = version;
    this.plural = plural;
    this.kind = kind;
    this.scope = scope;
    this.selector = Optional.of(selector).filter(s -> !s.isEmpty());
    this.selected = selected;
  }

  String group() {
    return group;
  }

  String plural() {
    return plural;
  }

  String kind() {
    return kind;
  }

  Scope scope() {
    return scope;
  }

  boolean namespaced() {
    return scope != Scope.CLUSTER;
  }

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** As kubectl and roles name it: {@code kubevirts.kubevirt.io}. */
  String resource() {
    return Stream.of(plural, group).filter(s -> !s.isEmpty()).collect(Collectors.joining("."));
  }

  /** Reports of nodes are large, and little of them is looked at. */
  JsonNode kept(JsonNode object) {
    if (this == ENACTMENT && object.path("status") instanceof ObjectNode status) {
      status.remove(List.of("desiredState", "capturedStates"));
    }
    if (this == NODE_STATE && object.at("/status/currentState") instanceof ObjectNode state) {
      state.retain("interfaces");
      for (var link : state.path("interfaces")) {
        if (link instanceof ObjectNode fields) {
          fields.retain("name", "type");
        }
      }
    }
    return object;
  }

  ObjectQuery query(Optional<String> namespace) {
    var all = new ObjectQuery(group, version, plural, namespace);
    return selector.map(s -> all.with(s, selected)).orElse(all);
  }
}
