package io.kubevirtnet.e2e.engine;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;

/** An explicit provider of the kubernetes package. */
public final class KubeProvider extends ProviderResource {

  /** The kubeconfig is its text or the path of a file. */
  public KubeProvider(String name, String kubeconfig) {
    super(
        "kubernetes",
        name,
        new Args(kubeconfig),
        CustomResourceOptions.builder().version("4.32.0").build());
  }

  private static final class Args extends ResourceArgs {
    @Import private final Output<String> kubeconfig;

    Args(String kubeconfig) {
      this.kubeconfig = Output.ofSecret(kubeconfig);
    }
  }
}
