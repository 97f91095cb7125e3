package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group of settings, in nmstate's order.
 *
 * @param struct how nmstate calls it
 * @param closed an unknown setting is an error
 * @param naming whether the error about an unknown one lists the known ones
 */
record Section(String struct, List<Setting> settings, boolean closed, boolean naming)
    implements Kind {

  /** One setting, the names it goes by first being the one that is kept. */
  record Setting(String name, List<String> aliases, Kind kind, boolean required) {
    List<String> names() {
      return Stream.concat(Stream.of(name), aliases.stream()).sorted().toList();
    }
  }

  static Setting optional(String name, Kind kind, String... aliases) {
    return new Setting(name, List.of(aliases), kind, false);
  }

  static Setting required(String name, Kind kind) {
    return new Setting(name, List.of(), kind, true);
  }

  static Section closed(String struct, Setting... settings) {
    return new Section(struct, List.of(settings), true, true);
  }

  /** Takes what it does not know without a word. */
  static Section open(String struct, Setting... settings) {
    return new Section(struct, List.of(settings), false, false);
  }

  @Override
  public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
    if (tree instanceof Items list && list.items().isEmpty() && naming) {
      return reading.refuse(
          ShapeCatalogue.WRONG_TYPE,
          tree,
          path,
          "A list is no group of settings.",
          "invalid length 0, expected "
              + expected()
              + " with "
              + settings.size()
              + (settings.size() == 1 ? " element" : " elements"));
    }
    if (!(tree instanceof Fields fields)) {
      return reading.wrongType(tree, path, this);
    }
    return Optional.of(readFields(fields, path, reading));
  }

  Fields readFields(Fields fields, PropertyPath path, Reading reading) {
    if (closed) {
      fields.fields().forEach((name, value) -> checkName(name, value, path, reading));
    }
    Map<String, Tree> kept = new LinkedHashMap<>();
    for (var setting : settings) {
      readSetting(setting, fields, path, reading).ifPresent(t -> kept.put(setting.name(), t));
    }
    return new Fields(kept, fields.marks());
  }

  private void checkName(String name, Tree value, PropertyPath path, Reading reading) {
    if (settings.stream().noneMatch(s -> s.names().contains(name))) {
      reading.refuse(
          ShapeCatalogue.UNKNOWN_SETTING,
          value,
          path.child(name),
          "There is no setting `" + name + "` here.",
          "unknown field `"
              + name
              + "`"
              + (naming
                  ? ParserWords.expecting(
                      settings.stream().flatMap(s -> s.names().stream()).toList())
                  : ""));
    }
  }

  private static Optional<Tree> readSetting(
      Setting setting, Fields fields, PropertyPath path, Reading reading) {
    var given = setting.names().stream().filter(n -> fields.get(n).isPresent()).toList();
    if (given.size() > 1) {
      return reading.refuse(
          ShapeCatalogue.UNKNOWN_SETTING,
          fields,
          path.child(given.get(1)),
          "`" + given.get(0) + "` and `" + given.get(1) + "` are the same setting.",
          "duplicate field `" + setting.name() + "`");
    }
    if (given.isEmpty()) {
      return setting.required()
          ? reading.refuse(
              ShapeCatalogue.MISSING_SETTING,
              fields,
              path,
              "`" + setting.name() + "` is missing.",
              "missing field `" + setting.name() + "`")
          : Optional.empty();
    }
    var name = given.get(0);
    return reading.read(setting.kind(), fields.get(name).orElseThrow(), path.child(name));
  }

  @Override
  public String expected() {
    return "struct " + struct;
  }
}
