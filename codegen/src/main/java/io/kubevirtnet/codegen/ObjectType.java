package io.kubevirtnet.codegen;

import java.util.List;

/** A structured type that properties refer to. */
record ObjectType(String name, String description, List<Property> properties) {}
