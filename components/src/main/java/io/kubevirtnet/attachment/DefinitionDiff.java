package io.kubevirtnet.attachment;

import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a definition says differently than before, field by field. The order of keys and the blanks
 * of the text are no difference; a plugin of a list is compared with the one of its type.
 */
public final class DefinitionDiff {
  private static final PropertyPath ANNOTATIONS =
      PropertyPath.ROOT.child("metadata").child("annotations");

  /** Keys of the network, which a config with one plugin has beside those of the plugin. */
  private static final Set<String> OF_THE_NETWORK =
      Set.of("name", "cniVersion", "cniVersions", "disableCheck", "disableGC");

  private final List<DefinitionChange> changes = new ArrayList<>();

  private DefinitionDiff() {}

  /** In the order of the places; empty when both say the same. */
  public static List<DefinitionChange> between(Definition before, Definition after) {
    var diff = new DefinitionDiff();
    diff.config(before, after);
    diff.annotations(before.annotations(), after.annotations());
    return List.copyOf(diff.changes);
  }

  private void config(Definition before, Definition after) {
    var old = Part.of(before.path(), before.config());
    var now = Part.of(after.path(), after.config());
    if (!old.isObject() || !now.isObject()) {
      whole(old, now);
      return;
    }
    var consequences = new Consequences(before, after);
    for (var key : OF_THE_NETWORK.stream().sorted().toList()) {
      LeafDiff.of(old.get(key), now.get(key))
          .forEach(d -> changes.add(consequences.ofNetwork(key, d)));
    }
    if (isList(old) != isList(now)) {
      changes.add(
          new DefinitionChange(
              after.path().text(),
              isList(old) ? "a list of plugins" : "one plugin",
              isList(now) ? "a list of plugins" : "one plugin",
              DefinitionChange.Reach.NEXT_START,
              "Machines see no difference by the form alone."));
    }
    plugins(plugins(old), plugins(now), consequences);
  }

  private void whole(Part old, Part now) {
    LeafDiff.of(old, now)
        .forEach(
            d ->
                changes.add(
                    new DefinitionChange(
                        d.path(),
                        d.before(),
                        d.after(),
                        DefinitionChange.Reach.NEXT_START,
                        Consequences.AT_THE_NEXT_START)));
  }

  private static boolean isList(Part config) {
    return config.get("type").text().filter(t -> !t.isEmpty()).isEmpty()
        && config.get("plugins").isSet();
  }

  private static List<Part> plugins(Part config) {
    if (isList(config)) {
      return config.get("plugins").items();
    }
    var own = Fields.EMPTY;
    for (var field : ((Fields) config.tree().orElseThrow()).fields().entrySet()) {
      own = own.withIf(!OF_THE_NETWORK.contains(field.getKey()), field.getKey(), field.getValue());
    }
    return List.of(Part.of(config.path(), own));
  }

  /** The first one makes the interface and is the same one whatever its type is. */
  private void plugins(List<Part> before, List<Part> after, Consequences consequences) {
    var left = new ArrayList<>(before);
    for (int i = 0; i < after.size(); i++) {
      var now = after.get(i);
      var old = i == 0 ? before.stream().findFirst() : sameType(left, now);
      old.ifPresent(left::remove);
      if (old.isPresent()) {
        plugin(old.get(), now, consequences);
      } else {
        changes.add(consequences.ofChain(now.path(), LeafDiff.NONE, type(now)));
      }
    }
    left.forEach(p -> changes.add(consequences.ofChain(p.path(), type(p), LeafDiff.NONE)));
  }

  private static Optional<Part> sameType(List<Part> plugins, Part plugin) {
    return plugins.stream().filter(p -> type(p).equals(type(plugin))).findFirst();
  }

  private static String type(Part plugin) {
    return plugin.get("type").text().orElse("a plugin without type");
  }

  private void plugin(Part before, Part after, Consequences consequences) {
    for (var key : keys(before, after)) {
      LeafDiff.of(before.get(key), after.get(key))
          .forEach(d -> changes.add(consequences.ofPlugin(after, key, d)));
    }
  }

  private static Set<String> keys(Part a, Part b) {
    var keys = new TreeSet<String>();
    a.tree().ifPresent(t -> addKeys(t, keys));
    b.tree().ifPresent(t -> addKeys(t, keys));
    return keys;
  }

  private static void addKeys(Tree tree, Set<String> keys) {
    if (tree instanceof Fields f) {
      keys.addAll(f.fields().keySet());
    }
  }

  private void annotations(Fields before, Fields after) {
    var old = Part.of(ANNOTATIONS, before);
    var now = Part.of(ANNOTATIONS, after);
    for (var key : keys(old, now)) {
      LeafDiff.of(old.get(key), now.get(key))
          .forEach(d -> changes.add(Consequences.ofAnnotation(key, d)));
    }
  }
}
