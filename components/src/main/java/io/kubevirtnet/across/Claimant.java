package io.kubevirtnet.across;

/** One component of a run, as the register knows it; two of the same name stay two. */
public final class Claimant {
  private final String resource;
  private final Object cluster;

  /**
   * @param resource the component's type and name, for messages
   * @param cluster what stands for the cluster that its objects go to; equal for equal clusters
   */
  public Claimant(String resource, Object cluster) {
    this.resource = resource;
    this.cluster = cluster;
  }

  String resource() {
    return resource;
  }

  boolean sharesClusterWith(Claimant other) {
    return cluster.equals(other.cluster);
  }
}
