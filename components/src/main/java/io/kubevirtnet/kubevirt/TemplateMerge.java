package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What inputs make of a template, and what its author adds to that. Lists whose items have names
 * are put together; anything else that both say is a conflict, and stays as the inputs have it.
 */
public final class TemplateMerge {
  private static final List<String> NAMED_LISTS =
      List.of("domain.devices.interfaces", "domain.devices.disks", "networks", "volumes");

  private final Template template;
  private final PropertyPath root;
  private final Set<String> namedLists;
  private final List<Conflict> conflicts = new ArrayList<>();
  private Places places;

  /**
   * Something that both say.
   *
   * @param made where it stands in the object, by which the input is found
   * @param added the place in the template
   * @param name of the item of a list, where it is one; empty otherwise
   */
  public record Conflict(PropertyPath made, PropertyPath added, String name) {}

  /**
   * @param places of the items of lists that were added
   */
  public record Merged(Tree tree, Places places, List<Conflict> conflicts) {}

  private TemplateMerge(Template template, PropertyPath root, String spec) {
    this.template = template;
    this.root = root;
    this.namedLists = NAMED_LISTS.stream().map(l -> spec + "." + l).collect(Collectors.toSet());
    this.places =
        template.placed()
            ? Places.EMPTY.same(root, template.path())
            : Places.EMPTY.at(root, template.path());
  }

  /**
   * Both as one, for a template of the instances of a machine.
   *
   * @param root where the template stands in the object
   */
  public static Merged of(Fields made, Template template, PropertyPath root) {
    return merged(made, template, new TemplateMerge(template, root, "spec"));
  }

  /** Both as one, for a whole machine. */
  public static Merged machine(Fields made, Template template) {
    return merged(
        made,
        template,
        new TemplateMerge(template, PropertyPath.ROOT, MachineKind.VIRTUAL_MACHINE.specPath()));
  }

  private static Merged merged(Fields made, Template template, TemplateMerge merge) {
    var tree = merge.both(made, template.tree(), "");
    return new Merged(tree, merge.places, List.copyOf(merge.conflicts));
  }

  private Tree both(Tree made, Tree added, String place) {
    if (made instanceof Fields ours && added instanceof Fields theirs) {
      return fields(ours, theirs, place);
    }
    if (namedLists.contains(place) && made instanceof Items ours && added instanceof Items theirs) {
      return items(ours, theirs, place);
    }
    boolean open = added instanceof Unknown && !(made instanceof Scalar);
    if (open || made instanceof Unknown && namedLists.contains(place)) {
      return new Unknown(made.allMarks().and(added.allMarks()));
    }
    conflicts.add(new Conflict(object(place), template.at(place, added), ""));
    return made;
  }

  private Fields fields(Fields ours, Fields theirs, String place) {
    var merged = new LinkedHashMap<String, Tree>();
    ours.fields()
        .forEach(
            (key, tree) ->
                merged.put(
                    key,
                    theirs
                        .get(key)
                        .map(other -> both(tree, other, inside(place, key)))
                        .orElse(tree)));
    theirs.fields().forEach(merged::putIfAbsent);
    return new Fields(merged, ours.marks().and(theirs.marks()));
  }

  private static String inside(String place, String key) {
    return new PropertyPath(place).child(key).text();
  }

  private Items items(Items ours, Items theirs, String place) {
    var merged = new ArrayList<>(ours.items());
    for (int i = 0; i < theirs.items().size(); i++) {
      var item = theirs.items().get(i);
      var from = template.at(place + "[" + i + "]", item);
      var same = index(ours, item);
      if (same.isPresent()) {
        conflicts.add(
            new Conflict(object(place).index(same.get()), from, name(item).orElseThrow().shown()));
      } else {
        var to = object(place).index(merged.size());
        places = template.placed() ? places.same(to, from) : places.at(to, from);
        merged.add(item);
      }
    }
    return new Items(merged, ours.marks().and(theirs.marks()));
  }

  private static Optional<Integer> index(Items items, Tree of) {
    var name = name(of).flatMap(Part::text);
    for (int i = 0; name.isPresent() && i < items.items().size(); i++) {
      if (name(items.items().get(i)).flatMap(Part::text).equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Optional<Part> name(Tree item) {
    return Optional.of(Part.of(PropertyPath.ROOT, item).get("name"))
        .filter(p -> p.text().isPresent());
  }

  private PropertyPath object(String place) {
    var at = root.text();
    return new PropertyPath(at.isEmpty() || place.isEmpty() ? at + place : at + "." + place);
  }
}
