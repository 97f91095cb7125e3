package io.kubevirtnet.netriscontroller;

/** Highest object; addresses of one do not meet those of another. */
record Vpc(int id, String name, int tenant, boolean system, boolean standard, int vni) {
  Vpc standard(boolean on) {
    return new Vpc(id, name, tenant, system, on, vni);
  }
}
