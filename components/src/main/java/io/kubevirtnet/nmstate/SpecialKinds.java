package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds that nmstate reads with code of their own. */
final class SpecialKinds {
  private static final Set<String> TRUE = Set.of("1", "true", "yes", "on", "y");
  private static final Set<String> FALSE = Set.of("0", "false", "no", "off", "n");
  private static final List<String> MULTICAST_ROUTERS = List.of("disabled", "auto", "enabled");

  private SpecialKinds() {}

  /** Read and thrown away. */
  static final Kind IGNORED = kind("anything", (t, p, r) -> Optional.empty());

  static final Kind MULTICAST_ROUTER =
      kind("integer 0|1|2 or string auto|disabled|enabled", SpecialKinds::multicastRouter);
  static final Kind FEATURES = kind("Need to hash map of String:bool", SpecialKinds::features);
  static final Kind IPSEC_INTERFACE = kind("a string", SpecialKinds::ipsecInterface);
  static final Kind TEXTS = kind("a map", SpecialKinds::texts);
  static final Kind OVSDB_OF_INTERFACE = kind("a map", SpecialKinds::ovsdb);

  /** Spanning tree of an OVS bridge: a group of settings, or just whether there is one. */
  static Kind ovsStp(Section stp) {
    return kind(stp.expected(), (t, p, r) -> ovsStp(stp, t, p, r));
  }

  /** One VLAN or a range. */
  static Kind trunkTag(Section range) {
    return kind("a map", (t, p, r) -> trunkTag(range, t, p, r));
  }

  /** The settings of one address family, which share a section in nmstate. */
  static Kind ipFamily(Section all, Map<String, String> refused, Set<String> dropped) {
    return kind(all.expected(), (t, p, r) -> ipFamily(all, refused, dropped, t, p, r));
  }

  private interface Reader {
    Optional<Tree> read(Tree tree, PropertyPath path, Reading reading);
  }

  private static Kind kind(String expected, Reader reader) {
    return new Kind() {
      @Override
      public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
        return reader.read(tree, path, reading);
      }

      @Override
      public String expected() {
        return expected;
      }
    };
  }

  private static Optional<Tree> multicastRouter(Tree tree, PropertyPath path, Reading reading) {
    var number = Scalars.whole(tree);
    if (number.orElse(-1) >= 0 && number.getAsLong() < MULTICAST_ROUTERS.size()) {
      return Optional.of(Scalars.like(tree, MULTICAST_ROUTERS.get((int) number.getAsLong())));
    }
    if (number.orElse(0) < 0 || number.isEmpty() && !isText(tree)) {
      return reading.wrongType(tree, path, MULTICAST_ROUTER);
    }
    var word = Scalars.text(tree).toLowerCase(Locale.ROOT);
    return MULTICAST_ROUTERS.contains(word)
        ? Optional.of(Scalars.like(tree, word))
        : reading.refuse(
            ShapeCatalogue.CHOICE,
            tree,
            path,
            ParserWords.shown(tree) + " is none of auto, disabled, enabled.",
            "InvalidArgument: Invalid linux bridge multicast_router type "
                + (tree.marks().secret() ? Part.SECRET : Scalars.text(tree))
                + ", expecting 0|1|2 or auto|disabled|enabled");
  }

  private static Optional<Tree> features(Tree tree, PropertyPath path, Reading reading) {
    if (!(tree instanceof Fields fields)) {
      return reading.wrongType(tree, path, FEATURES);
    }
    var kept = new LinkedHashMap<String, Tree>();
    fields.fields().keySet().stream()
        .sorted()
        .forEach(
            name -> {
              var value = fields.get(name).orElseThrow();
              feature(value, path.child(name), reading).ifPresent(v -> kept.put(name, v));
            });
    return Optional.of(new Fields(kept, fields.marks()));
  }

  private static Optional<Tree> feature(Tree value, PropertyPath path, Reading reading) {
    var text = isText(value) ? Scalars.text(value).toLowerCase(Locale.ROOT) : "";
    if (value instanceof Scalar s && s.value() instanceof Boolean) {
      return Optional.of(value);
    }
    if (Set.of("true", "1", "false", "0").contains(text)) {
      return Optional.of(Scalars.like(value, text.equals("true") || text.equals("1")));
    }
    return reading.refuse(
        ShapeCatalogue.WRONG_TYPE,
        value,
        path,
        ParserWords.shown(value) + " is neither true nor false.",
        "Invalid feature value, should be boolean");
  }

  private static Optional<Tree> ipsecInterface(Tree tree, PropertyPath path, Reading reading) {
    boolean number =
        isText(tree)
            ? Set.of("yes", "no").contains(Scalars.text(tree))
                || WholeText.parse(Scalars.text(tree), 10, false).problem().isEmpty()
            : Scalars.whole(tree).orElse(-1) >= 0;
    return number
        ? Optional.of(Scalars.like(tree, Scalars.text(tree)))
        : reading.refuse(
            ShapeCatalogue.WRONG_TYPE,
            tree,
            path,
            ParserWords.shown(tree) + " is neither a number nor yes or no.",
            "Invalid ipsec-interface value, should be unsigned integer, string 'yes' or 'no'");
  }

  /** A map of strings, where plain numbers and words count as strings. */
  private static Optional<Tree> texts(Tree tree, PropertyPath path, Reading reading) {
    if (!(tree instanceof Fields fields)) {
      return reading.wrongType(tree, path, TEXTS);
    }
    var kept = new LinkedHashMap<String, Tree>();
    fields
        .fields()
        .forEach(
            (name, value) ->
                reading
                    .read(Kinds.PLAIN_TEXT, value, path.child(name))
                    .ifPresent(v -> kept.put(name, v)));
    return Optional.of(new Fields(kept, fields.marks()));
  }

  private static Optional<Tree> ovsdb(Tree tree, PropertyPath path, Reading reading) {
    if (!(tree instanceof Fields fields)) {
      return reading.refuse(
          ShapeCatalogue.WRONG_TYPE,
          tree,
          path,
          ParserWords.shown(tree) + " is of the wrong type here.",
          "Expecting dict/HashMap, but got " + ParserWords.debug(tree));
    }
    var known = List.of("external_ids", "other_config");
    var unknown = fields.fields().keySet().stream().filter(k -> !known.contains(k)).toList();
    if (!unknown.isEmpty()) {
      return reading.refuse(
          ShapeCatalogue.UNKNOWN_SETTING,
          tree,
          path,
          "There are no settings " + String.join(", ", unknown) + " here.",
          "Unsupported section names '"
              + String.join(", ", unknown)
              + "', only supports `external_ids` and `other_config`");
    }
    var kept = new LinkedHashMap<String, Tree>();
    known.forEach(
        k ->
            fields
                .get(k)
                .filter(Fields.class::isInstance)
                .ifPresent(f -> kept.put(k, scalarsOf((Fields) f))));
    return Optional.of(new Fields(kept, fields.marks()));
  }

  private static Fields scalarsOf(Fields fields) {
    var kept = new LinkedHashMap<String, Tree>();
    fields
        .fields()
        .forEach(
            (k, v) -> {
              if (v instanceof Scalar) {
                kept.put(k, Scalars.like(v, Scalars.text(v)));
              }
            });
    return new Fields(kept, fields.marks());
  }

  /** nmstate takes every word for yes; who wrote no is told so elsewhere. */
  private static Optional<Tree> ovsStp(Section stp, Tree tree, PropertyPath path, Reading reading) {
    if (tree instanceof Fields) {
      return stp.read(tree, path, reading);
    }
    if (tree instanceof Scalar s && s.value() instanceof Boolean b) {
      return Optional.of(Fields.EMPTY.with("enabled", Scalars.like(tree, b)));
    }
    var word = isText(tree) ? Scalars.text(tree).toLowerCase(Locale.ROOT) : "";
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return Optional.of(Fields.EMPTY.with("enabled", Scalars.like(tree, true)));
    }
    return reading.refuse(
        ShapeCatalogue.WRONG_TYPE,
        tree,
        path,
        ParserWords.shown(tree) + " is neither true, false nor a group of settings.",
        isText(tree)
            ? "Need to be boolean: 1|0|true|false|yes|no|on|off|y|n"
            : "Need to be boolean or map like {enabled: true}");
  }

  private static Optional<Tree> trunkTag(
      Section range, Tree tree, PropertyPath path, Reading reading) {
    var fields = tree instanceof Fields f ? f : Fields.EMPTY;
    if (fields.get("id").isPresent()) {
      return trunkId(tree, fields.get("id").get(), path.child("id"), reading);
    }
    if (fields.get("id-range").isPresent()) {
      return reading
          .read(range, fields.get("id-range").get(), path.child("id-range"))
          .map(r -> new Fields(Map.of("id-range", r), fields.marks()));
    }
    return reading.refuse(
        ShapeCatalogue.MISSING_SETTING,
        tree,
        path,
        "A trunk tag is {id: 10} or {id-range: {min: 10, max: 20}}.",
        "BridgePortTrunkTag only support 'id' or 'id-range', but got " + ParserWords.json(tree));
  }

  private static Optional<Tree> trunkId(Tree tag, Tree id, PropertyPath path, Reading reading) {
    if (id instanceof Tree.Unknown || Reading.isTemplate(id)) {
      return reading.read(Kinds.LOOSE_U16, id, path).map(t -> Fields.EMPTY.with("id", t));
    }
    if (!isText(id) && Scalars.whole(id).orElse(-1) < 0) {
      return reading.refuse(
          ShapeCatalogue.NUMBER,
          id,
          path,
          ParserWords.shown(id) + " is no VLAN id.",
          "The id of BridgePortTrunkTag should be unsigned 16 bits integer, but got "
              + ParserWords.json(tag));
    }
    var parsed = WholeText.parse(Scalars.text(id), 10, false);
    var problem =
        parsed.problem().isPresent()
            ? parsed.problem()
            : Optional.of(
                    isText(id)
                        ? "number too large to fit in target type"
                        : "out of range integral type conversion attempted")
                .filter(p -> parsed.value() > 65535);
    return problem.isPresent()
        ? reading.refuse(
            ShapeCatalogue.NUMBER,
            id,
            path,
            ParserWords.shown(id) + " is no VLAN id.",
            "Failed to parse BridgePortTrunkTag id "
                + (id.marks().secret() ? Part.SECRET : Scalars.text(id))
                + " as u16: "
                + problem.get())
        : Optional.of(Fields.EMPTY.with("id", Scalars.like(id, parsed.value())));
  }

  private static Optional<Tree> ipFamily(
      Section all,
      Map<String, String> refused,
      Set<String> dropped,
      Tree tree,
      PropertyPath path,
      Reading reading) {
    if (tree instanceof Fields fields) {
      for (var entry : refused.entrySet()) {
        if (fields.get(entry.getKey()).isPresent()) {
          return reading.refuse(
              ShapeCatalogue.UNKNOWN_SETTING,
              tree,
              path.child(entry.getKey()),
              "`" + entry.getKey() + "` is no setting of this address family.",
              entry.getValue());
        }
      }
    }
    return all.read(tree, path, reading).map(t -> without((Fields) t, dropped));
  }

  private static Tree without(Fields fields, Set<String> dropped) {
    var kept = new LinkedHashMap<>(fields.fields());
    kept.keySet().removeAll(dropped);
    return new Fields(kept, fields.marks());
  }

  private static boolean isText(Tree tree) {
    return tree instanceof Scalar s && s.value() instanceof String;
  }
}
