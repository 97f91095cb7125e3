package io.kubevirtnet.kubevirt;

/** Of what a preview may not be able to tell yet. */
enum Truth {
  YES,
  NO,
  OPEN
}
