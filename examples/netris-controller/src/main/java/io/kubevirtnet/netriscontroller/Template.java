package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * V-Nets to make for each server cluster.
 *
 * @param vnets as they were sent
 */
record Template(int id, String name, JsonNode vnets) {}
