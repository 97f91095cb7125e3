package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The way to one place in a tree. */
final class TreePath {
  private TreePath() {}

  private record Place(PropertyPath path, Tree tree) {

    /** The places on the way to there, this one first. */
    Stream<Place> towards(PropertyPath target) {
      return Stream.concat(
          Stream.of(this),
          parts()
              .filter(part -> target.text().startsWith(part.path().text()))
              .flatMap(part -> part.towards(target)));
    }

    private Stream<Place> parts() {
      if (tree instanceof Fields f) {
        return f.fields().entrySet().stream()
            .map(e -> new Place(path.child(e.getKey()), e.getValue()));
      }
      return tree instanceof Items l
          ? IntStream.range(0, l.items().size())
              .mapToObj(i -> new Place(path.index(i), l.items().get(i)))
          : Stream.empty();
    }
  }

  static Optional<Tree> find(Tree tree, PropertyPath path) {
    return new Place(PropertyPath.ROOT, tree)
        .towards(path)
        .filter(place -> place.path().equals(path))
        .findFirst()
        .map(Place::tree);
  }
}
