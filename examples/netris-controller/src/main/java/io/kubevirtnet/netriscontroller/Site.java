package io.kubevirtnet.netriscontroller;

/** Location with the VLAN ids that it gives out by itself. */
record Site(int id, String name, int firstVlan, int lastVlan) {}
