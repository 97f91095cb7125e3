package io.kubevirtnet.codegen;

import java.util.List;

/** A resource: what it takes, and what it hands on. */
record Resource(String name, String description, List<Property> inputs, List<Property> outputs) {}
