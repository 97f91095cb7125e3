package io.kubevirtnet.netriscontroller;

/**
 * Server of a server cluster.
 *
 * @param shared whether it may be in others too; its ports are tagged then
 */
record Member(int server, boolean shared) {}
