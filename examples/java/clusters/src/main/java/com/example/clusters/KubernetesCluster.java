package com.example.clusters;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;

/** A cluster by its context in the kubeconfig, as a provider of the kubernetes package. */
final class KubernetesCluster extends ProviderResource {
  KubernetesCluster(String context) {
    super("kubernetes", context, new Args(context), CustomResourceOptions.Empty);
  }

  /** The two settings that are needed here. */
  private static final class Args extends ResourceArgs {
    @Import private final Output<String> context;
    @Import private final Output<Boolean> enableServerSideApply = Output.of(true);

    Args(String context) {
      this.context = Output.of(context);
    }
  }
}
