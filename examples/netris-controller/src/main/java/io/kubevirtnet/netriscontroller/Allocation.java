package io.kubevirtnet.netriscontroller;

/** Addresses that subnets are cut from. */
record Allocation(int id, String name, String prefix, int tenant, int vpc) {}
