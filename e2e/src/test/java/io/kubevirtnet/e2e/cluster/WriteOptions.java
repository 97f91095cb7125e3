package io.kubevirtnet.e2e.cluster;

/** Who writes, and whether the server shall only pretend. */
public record WriteOptions(String fieldManager, boolean dryRun) {
  /** A test that writes. */
  public static final WriteOptions TEST = new WriteOptions("kubevirtnet-e2e", false);

  public WriteOptions onlyPretend() {
    return new WriteOptions(fieldManager, true);
  }

  String query() {
    return "?fieldManager=" + fieldManager + (dryRun ? "&dryRun=All" : "");
  }
}
