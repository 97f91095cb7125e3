package io.kubevirtnet.provider.cluster;

/**
 * What names a network attachment.
 *
 * @param kind such as {@code VirtualMachine}
 * @param namespace empty for kinds that are in none
 */
public record NetworkUser(String kind, String namespace, String name) {

  /** {@code VirtualMachine vms/web}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
