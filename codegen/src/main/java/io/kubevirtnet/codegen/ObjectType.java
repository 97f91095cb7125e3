package io.kubevirtnet.codegen;

import java.util.List;

/**
 * A structured type that properties refer to.
 *
 * @param written authors write one down, too, where components hand it on
 */
record ObjectType(String name, String description, List<Property> properties, boolean written) {

  ObjectType(String name, String description, List<Property> properties) {
    this(name, description, properties, false);
  }
}
