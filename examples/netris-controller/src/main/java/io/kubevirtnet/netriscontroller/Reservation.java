package io.kubevirtnet.netriscontroller;

/**
 * Something that may not be given out.
 *
 * @param kind {@code ip}, {@code vlan} or {@code vxlan}
 * @param consumer who wants it: {@code sys} for a program outside
 */
record Reservation(int id, String kind, String value, String consumer) {}
