package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Versions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a server cluster that a network was made with, for previews that say what a change
 * of them does to nodes and virtual machines. It changes nothing, in Netris or in the cluster;
 * NetrisNetwork makes one.
 *
 * <p>It is read by the plugin, with the credentials in {@code kubevirtnet:kubeconfig}.
 *
 * <pre>{@code
 * new NetrisServerCluster("tenant-a", NetrisServerClusterArgs.builder()
 *     .serverCluster("tenant-a").facts(net.facts())
 *     .hostModel(HostModel.Trunk).bridgeName("br-3").definitions("vms/tenant-a")
 *     .build());
 * }</pre>
 */
public final class NetrisServerCluster extends CustomResource {
  @Export(
      name = "serverCluster",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> serverCluster;

  public NetrisServerCluster(String name, NetrisServerClusterArgs args) {
    this(name, args, CustomResourceOptions.Empty);
  }

  public NetrisServerCluster(
      String name, NetrisServerClusterArgs args, CustomResourceOptions options) {
    super(
        Blueprints.NETRIS_SERVER_CLUSTER.type(),
        name,
        args,
        CustomResourceOptions.merge(
            CustomResourceOptions.builder().version(Versions.OWN).build(), options));
  }

  /** Name of the server cluster. */
  public Output<String> serverCluster() {
    return Objects.requireNonNull(serverCluster);
  }
}
