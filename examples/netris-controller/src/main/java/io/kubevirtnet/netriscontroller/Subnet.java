package io.kubevirtnet.netriscontroller;

/**
 * Addresses of a site.
 *
 * @param purpose {@code common} for those of a V-Net
 */
record Subnet(int id, String name, String prefix, int tenant, int vpc, int site, String purpose) {}
