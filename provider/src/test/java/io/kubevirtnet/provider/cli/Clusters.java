package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.cluster.FakeApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Clusters that exist for a test, with a kubeconfig that has a context for each. */
final class Clusters implements AutoCloseable {
  private static final String KUBEVIRT = "/apis/kubevirt.io/v1/";
  private static final String ATTACHMENTS =
      "/apis/k8s.cni.cncf.io/v1/network-attachment-definitions";

  private final Map<String, FakeApiServer> servers = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Path kubeconfig;

  Clusters(Path folder) {
    kubeconfig = folder.resolve("kubeconfig");
  }

  /** A cluster with KubeVirt. */
  FakeApiServer with(String context) {
    var server = without(context);
    server.put(KUBEVIRT + "kubevirts", "{\"metadata\": {\"name\": \"kubevirt\"}}");
    return server;
  }

  /** One whose server knows the kinds of KubeVirt, but has no object of any. */
  FakeApiServer without(String context) {
    var server = new FakeApiServer();
    servers.put(context, server);
    context(context, server.address());
    return server;
  }

  /** One more context. */
  void context(String name, String address) {
    addresses.put(name, address);
  }

  static void attachment(FakeApiServer server, String namespace, String name, String config) {
    server.put(
        ATTACHMENTS,
        """
        {"metadata": {"name": "%s", "namespace": "%s"}, "spec": {"config": "%s"}}"""
            .formatted(name, namespace, config.replace("\"", "\\\"")));
  }

  static void machine(FakeApiServer server, String namespace, String name, String network) {
    server.put(
        KUBEVIRT + "virtualmachines",
        """
        {"metadata": {"name": "%s", "namespace": "%s"},
         "spec": {"template": {"spec": {"networks": [%s]}}}}"""
            .formatted(name, namespace, multus(network)));
  }

  static void instance(FakeApiServer server, String namespace, String name, String network) {
    server.put(
        KUBEVIRT + "virtualmachineinstances",
        """
        {"metadata": {"name": "%s", "namespace": "%s"}, "spec": {"networks": [%s]},
         "status": {"phase": "Running"}}"""
            .formatted(name, namespace, multus(network)));
  }

  static void nodeProvider(FakeApiServer server, String name, String cluster, String network) {
    server.put(
        "/apis/management.loft.sh/v1/nodeproviders",
        """
        {"metadata": {"name": "%s"},
         "spec": {"kubeVirt": {"clusterRef": {"cluster": "%s", "namespace": "vms"}, "nodeTypes": [
           {"name": "t", "properties": {"kubevirt.vcluster.com/network-attachment-definition": "%s"}}]}}}"""
            .formatted(name, cluster, network));
  }

  private static String multus(String network) {
    return "{\"name\": \"default\", \"pod\": {}}, {\"name\": \"n\", \"multus\": {\"networkName\": \"%s\"}}"
        .formatted(network);
  }

  /** The first context is the current one. */
  String kubeconfig() {
    var text = new StringBuilder("apiVersion: v1\nkind: Config\n");
    text.append("current-context: ").append(addresses.keySet().iterator().next()).append('\n');
    text.append("users: [{name: me, user: {token: very-secret}}]\nclusters:\n");
    addresses.forEach(
        (name, address) ->
            text.append("- {name: c-%s, cluster: {server: \"%s\"}}\n".formatted(name, address)));
    text.append("contexts:\n");
    addresses
        .keySet()
        .forEach(
            name ->
                text.append(
                    "- {name: %s, context: {cluster: c-%s, user: me}}\n".formatted(name, name)));
    try {
      return Files.writeString(kubeconfig, text.toString()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    servers.values().forEach(FakeApiServer::close);
  }
}
