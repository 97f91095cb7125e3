package io.kubevirtnet.finding;

/** The Kubernetes object that a finding is about; the namespace is empty for cluster-wide kinds. */
public record ObjectReference(String kind, String namespace, String name) {
  @Override
  public String toString() {
    return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
  }
}
