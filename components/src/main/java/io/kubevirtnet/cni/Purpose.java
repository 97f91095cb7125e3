package io.kubevirtnet.cni;

/** Who attaches to a definition; the two ask for opposite things. */
public enum Purpose {
  VIRTUAL_MACHINES,
  PODS,
  /** Nobody says: what only one of the two minds is left out. */
  UNSTATED
}
