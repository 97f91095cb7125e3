package io.kubevirtnet.netriscontroller;

/**
 * Address of a subnet that is used.
 *
 * @param anycast whether it is a gateway
 */
record Host(int subnet, String address, boolean anycast) {}
