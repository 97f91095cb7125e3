package io.kubevirtnet.sdk;

import com.pulumi.resources.Resource;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Origin;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A resource of the running program. */
record ResourceOrigin(Resource resource) implements Origin {

  static Marks marks(boolean secret, Collection<? extends Resource> resources) {
    return new Marks(
        secret, resources.stream().map(ResourceOrigin::new).collect(Collectors.toSet()));
  }

  static Set<Resource> resources(Marks marks) {
    return marks.origins().stream()
        .map(o -> ((ResourceOrigin) o).resource())
        .collect(Collectors.toSet());
  }
}
