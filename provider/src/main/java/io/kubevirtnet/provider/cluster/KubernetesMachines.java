package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.netris.RunningMachines.Machine;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
  public String address() {
    return server.name();
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

  @Override
  public RunningMachines running(Collection<String> attachments) {
    var found = new TreeMap<String, Machine>();
    listing.read(
        ApiKind.MACHINES,
        ApiQuery.ALL,
        Listing.PAGE,
        instance -> {
          if (!Collections.disjoint(MachineNetworks.ofInstance(instance), attachments)) {
            var metadata = instance.path("metadata");
            var name = metadata.path("namespace").asText() + "/" + metadata.path("name").asText();
            found.put(name, new Machine(name, instance.path("status").path("nodeName").asText()));
          }
        });
    return RunningMachines.of(List.copyOf(found.values()));
  }

  @Override
  public Optional<FoundDefinition> definition(String namespace, String name) {
    return object(ApiKind.ATTACHMENTS, namespace, name)
        .map(o -> FoundDefinition.of(o.path("spec").path("config").asText()));
  }

  @Override
  public Map<String, Set<String>> bridges() {
    var bridges = new TreeMap<String, Set<String>>(new NodeNameOrder());
    listing.read(
        ApiKind.STATES,
        ApiQuery.ALL,
        KubernetesCluster.REPORT_PAGE,
        o -> ReportObject.read(o).ifPresent(r -> bridges.put(r.node(), bridges(r))));
    return bridges;
  }

  private static Set<String> bridges(NodeReport report) {
    return report.state().interfaces().stream()
        .filter(i -> i.type().filter("linux-bridge"::equals).isPresent())
        .flatMap(i -> i.name().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Fields> get(ApiKind kind, String namespace, String name) {
    return object(kind, namespace, name).map(JsonTree::fields);
  }

  private Optional<JsonNode> object(ApiKind kind, String namespace, String name) {
    return requests.send(ApiCall.get(kind.pathIn(namespace, name))).object();
  }

  @Override
  public void close() {
    cancellation.cancel();
    server.close();
  }
}
