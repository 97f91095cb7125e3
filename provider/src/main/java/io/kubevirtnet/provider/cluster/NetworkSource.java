package io.kubevirtnet.provider.cluster;

import java.util.Optional;

/** A cluster whose network attachments can be read. It throws {@link ClusterProblem} only. */
public interface NetworkSource extends AutoCloseable {
  /** Where its API server is; two contexts of one cluster have the same. */
  String address();

  /** Why there are no networks of virtual machines here; nothing where there may be some. */
  Optional<String> withoutMachines();

  /**
   * Reads them all, or those of one namespace; users are looked for in all namespaces as far as
   * that is allowed.
   */
  Networks read(Optional<String> namespace);

  /** Ends what is under way, with {@link ClusterProblem.Kind#CANCELLED}. */
  @Override
  void close();
}
