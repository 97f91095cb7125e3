package io.kubevirtnet.vcluster;

/** What the text of a property has to be. */
public enum PropertyKind {
  TEXT,
  /** {@code "true"} or {@code "false"}. */
  FLAG,
  /** Texts with commas between them. */
  LIST,
  /** A map, written as YAML. */
  YAML,
  BASE64,
  /** An amount of Kubernetes, more than 0. */
  QUANTITY,
  /** {@code name}, or {@code namespace/name}. */
  REFERENCE,
  /** Name of another object of the platform. */
  NAME,
  /** An address with the length of its network's prefix. */
  CIDR,
  /** {@code first-last} with commas between them. */
  RANGES,
  IMAGE_URL,
  CHECKSUM,
  /** A way to connect an interface that is part of KubeVirt. */
  BINDING
}
