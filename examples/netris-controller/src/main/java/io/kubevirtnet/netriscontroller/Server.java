package io.kubevirtnet.netriscontroller;

import java.util.List;

/** Machine of the inventory. */
record Server(int id, String name, int site, int tenant, List<String> nics) {}
