package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The networks of a machine that only name their definition, so that somebody else makes it. What
 * comes from a resource of the program is there when the machine is.
 */
public final class NamedNetworks {
  private NamedNetworks() {}

  /**
   * Their names, in the order of the machine.
   *
   * @param typed networks that came with their definition
   */
  public static Items of(Machine machine, Set<String> typed) {
    return of(machine, typed, Set.of(), true);
  }

  /**
   * The same.
   *
   * @param also references that are only named, although they came with a resource
   * @param bare whether names without a namespace count
   */
  public static Items of(Machine machine, Set<String> typed, Set<String> also, boolean bare) {
    var names =
        machine.networks().stream()
            .filter(n -> n.get("name").text().filter(typed::contains).isEmpty())
            .filter(n -> n.get("multus", "networkName").tree().filter(t -> is(t, also)).isPresent())
            .filter(n -> hasNamespace(n.get("multus"), bare))
            .flatMap(n -> n.get("name").tree().stream())
            .map(name -> name.marked(marks(machine)))
            .toArray();
    return Tree.items(names);
  }

  /** Which of them there are depends on the names of all, by which lists are merged. */
  private static Marks marks(Machine machine) {
    return Marks.all(
        machine.networks().stream()
            .flatMap(n -> n.get("name").tree().stream())
            .map(Tree::allMarks));
  }

  /** Whatever stands for a definition in its networks. */
  public static Stream<Tree> references(Machine machine) {
    return machine.networks().stream().flatMap(n -> n.get("multus", "networkName").tree().stream());
  }

  /** A text that no resource of the program gave. */
  public static boolean isNamed(Tree reference) {
    return reference instanceof Scalar s && s.marks().origins().isEmpty() && !s.value().equals("");
  }

  private static boolean is(Tree reference, Set<String> also) {
    return isNamed(reference)
        || reference instanceof Scalar s && also.contains(String.valueOf(s.value()));
  }

  /** A bare name of the default network means none of the machine's, and has a finding. */
  private static boolean hasNamespace(Part multus, boolean bare) {
    return multus.get("networkName").text().filter(r -> r.indexOf('/') >= 0).isPresent()
        || bare && !multus.get("default").isTrue();
  }
}
