/**
 * What this room is for: Kubernetes objects that somebody wrote by hand. In: YAML or JSON. Out:
 * what the rules of the components find in them, at the paths of the object, and what was not
 * checked.
 */
@NullMarked
package io.kubevirtnet.provider.manifest;

import org.jspecify.annotations.NullMarked;
