package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.util.Optional;

/** Network attachments behind an API server. */
final class KubernetesNetworks implements NetworkSource {
  private static final String GROUP = "/apis/kubevirt.io/v1";

  private final ApiServer server;
  private final Cancellation cancellation = new Cancellation();
  private final Requests requests;
  private final Listing listing;

  KubernetesNetworks(ApiServer server, Patience patience) {
    this.server = server;
    this.requests = new Requests(server, patience, cancellation);
    this.listing = new Listing(requests);
  }

  @Override
  public String address() {
    return server.name();
  }

  @Override
  public Optional<String> withoutMachines() {
    try {
      return listing.any(ApiKind.KUBEVIRTS, ApiQuery.ALL)
          ? Optional.empty()
          : Optional.of("KubeVirt is not deployed: there is no object of kind KubeVirt");
    } catch (ClusterProblem e) {
      if (e.kind() == Kind.NO_SUCH_KIND || e.kind() == Kind.FORBIDDEN && !knowsKubeVirt()) {
        return Optional.of("KubeVirt is not installed");
      }
      if (e.kind() == Kind.FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A user who may not look is told the same of a kind that does not exist. */
  private boolean knowsKubeVirt() {
    return requests.send(ApiCall.get(GROUP)).answer().good();
  }

  @Override
  public Networks read(Optional<String> namespace) {
    return new NetworkReading(listing, namespace).read();
  }

  @Override
  public void close() {
    cancellation.cancel();
    server.close();
  }
}
