package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import java.util.Optional;

/**
 * An environment or an image: whose name was written, and what is there.
 *
 * @param name where somebody names it
 * @param object the one that is known
 * @param evenUnnamed it counts where nobody names one, too
 */
record NamedSource(Optional<Part> name, Optional<Part> object, boolean evenUnnamed) {
  boolean isUsed() {
    return object.isPresent() && (name.isPresent() ? !isAnother() : evenUnnamed);
  }

  /** Another one is named than is there; one of both may not be known yet. */
  boolean isAnother() {
    var wanted = name.flatMap(Part::text);
    var there = object.flatMap(o -> o.get("metadata", "name").text());
    return wanted.isPresent() && there.isPresent() && !wanted.equals(there);
  }

  Part properties() {
    return object.orElseThrow().get("spec", "properties");
  }
}
