package io.kubevirtnet.vcluster;

/** What the platform calls objects that it makes for a server cluster of Netris. */
public final class NetrisName {
  private NetrisName() {}

  /** The definition that machines of a NodeProvider on a server cluster attach to. */
  public static String definition(String nodeProvider, String serverCluster) {
    return "netris-" + nodeProvider + "-" + serverCluster;
  }
}
