package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Virtual machines behind an API server. */
final class KubernetesMachines implements MachineSource {
  /** As the manifests of the controller itself and of the operators that install it have it. */
  private static final ApiQuery CONTROLLER =
      ApiQuery.labelled(new NodeSelector(Map.of("app", "dynamic-networks-controller")));

  private final ApiServer server;
  private final Cancellation cancellation = new Cancellation();
  private final Requests requests;
  private final Listing listing;

  KubernetesMachines(ApiServer server, Patience patience) {
    this.server = server;
    this.requests = new Requests(server, patience, cancellation);
    this.listing = new Listing(requests);
  }

  @Override
  public Optional<Fields> machine(String namespace, String name) {
    return get(ApiKind.VIRTUAL_MACHINES, namespace, name);
  }

  @Override
  public Optional<Fields> instance(String namespace, String name) {
    return get(ApiKind.MACHINES, namespace, name);
  }

  @Override
  public Optional<Fields> kubeVirt() {
    List<JsonNode> found = new ArrayList<>();
    listing.read(ApiKind.KUBEVIRTS, ApiQuery.ALL, Listing.PAGE, found::add);
    return found.stream().findFirst().map(JsonTree::fields);
  }

  @Override
  public boolean plugsNetworks() {
    return listing.any(ApiKind.PODS, CONTROLLER);
  }

  private Optional<Fields> get(ApiKind kind, String namespace, String name) {
    return requests.send(ApiCall.get(kind.pathIn(namespace, name))).object().map(JsonTree::fields);
  }

  @Override
  public void close() {
    cancellation.cancel();
    server.close();
  }
}
