package io.kubevirtnet.provider.wire;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A resource that the engine knows by this URN. */
public record UrnOrigin(String urn) implements Origin {

  public static Marks marks(boolean secret, Collection<String> urns) {
    return new Marks(secret, urns.stream().map(UrnOrigin::new).collect(Collectors.toSet()));
  }

  /** In the order of the alphabet, so that equal inputs make equal requests. */
  public static List<String> urns(Marks marks) {
    return urns(marks.origins());
  }

  private static List<String> urns(Set<Origin> origins) {
    return origins.stream().map(o -> ((UrnOrigin) o).urn()).sorted().toList();
  }
}
