package io.kubevirtnet.provider.manifest;

/** A file that holds no Kubernetes objects, said in one line. */
public final class UnreadableManifest extends RuntimeException {
  public UnreadableManifest(String message) {
    super(message);
  }
}
