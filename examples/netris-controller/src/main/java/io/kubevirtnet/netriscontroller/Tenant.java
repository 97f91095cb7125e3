package io.kubevirtnet.netriscontroller;

/** Owner of other objects. */
record Tenant(int id, String name, String description) {}
