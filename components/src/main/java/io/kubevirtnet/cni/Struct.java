package io.kubevirtnet.cni;

import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A struct of Go. Its reader takes names in any case and leaves out what it does not know, both
 * without a word; both are mistakes here.
 *
 * @param go how messages call the type: {@code main.VlanTrunk}
 * @param struct its bare name, {@code VlanTrunk}; empty when it has a reader of its own, whose
 *     errors name the struct around it
 * @param open someone else says which keys there are
 */
record Struct(String go, String struct, Map<String, Key> keys, boolean open) implements GoType {

  static Struct of(String go, Key... keys) {
    var bare = go.substring(go.lastIndexOf('.') + 1);
    return new Struct(go, bare, byName(Stream.of(keys)), false);
  }

  /** One whose type has an UnmarshalJSON. */
  static Struct selfReading(String go, Key... keys) {
    return new Struct(go, "", byName(Stream.of(keys)), false);
  }

  Struct with(List<Key> more) {
    return new Struct(
        go, struct, byName(Stream.concat(keys.values().stream(), more.stream())), open);
  }

  /** The same for a reader who leaves the rest to others. */
  Struct leavingTheRest() {
    return new Struct(go, struct, keys, true);
  }

  private static Map<String, Key> byName(Stream<Key> keys) {
    var byName = new LinkedHashMap<String, Key>();
    keys.forEach(k -> byName.put(k.name(), k));
    return byName;
  }

  @Override
  public Tree read(Place at, GoField field, Voice voice) {
    if (!(at.tree().orElseThrow() instanceof Fields)) {
      return field.mismatch(at, this, voice);
    }
    return fields(at, struct.isEmpty() ? field : field.in(struct), voice);
  }

  /** The fields under the names that they go by. */
  Fields fields(Place at, GoField field, Voice voice) {
    var fields = (Fields) at.tree().orElseThrow();
    boolean same = true;
    Map<String, Tree> kept = new LinkedHashMap<>();
    for (var entry : fields.fields().entrySet()) {
      var name = entry.getKey();
      var place = at.field(name, entry.getValue());
      var key = Optional.ofNullable(keys.get(name)).or(() -> meant(name, fields, place, voice));
      var read =
          key.isPresent()
              ? GoType.read(key.get().type(), place, key.get().within(field), voice)
              : entry.getValue();
      var known = key.map(Key::name).orElse(name);
      same &= read == entry.getValue() && known.equals(name);
      if (open || wins(name, known, fields, kept)) {
        kept.put(known, read);
      }
    }
    return same ? fields : new Fields(kept, fields.marks());
  }

  /** libcni has sorted the names before a plugin reads them, and takes the last. */
  private static boolean wins(String name, String known, Fields fields, Map<String, Tree> kept) {
    return name.equals(known)
        ? !kept.containsKey(known)
        : fields.get(known).isEmpty() || name.compareTo(known) > 0;
  }

  /** The key that Go takes a name for that is none, if it takes it at all. */
  private Optional<Key> meant(String name, Fields fields, Place place, Voice voice) {
    var otherCase = keys.values().stream().filter(k -> k.name().equalsIgnoreCase(name)).findFirst();
    if (open) {
      return otherCase;
    }
    if (otherCase.isPresent()) {
      otherCase(name, otherCase.get(), fields, place, voice);
      return otherCase;
    }
    voice.advise(
        FrameCatalogue.UNKNOWN_KEY,
        place,
        "There is no key \"" + place.shownKey(name) + "\" here.",
        Optional.of(name)
            .filter(n -> !place.isSecret())
            .flatMap(n -> Nearest.to(n, keys.keySet()))
            .map(n -> "Did you mean \"" + n + "\"?")
            .orElseGet(() -> "Take it out. Known are " + known() + "."));
    return Optional.empty();
  }

  static void otherCase(String name, Key meant, Fields fields, Place place, Voice voice) {
    var key = meant.name();
    var shown = place.shownKey(name);
    var fix = "Write \"" + key + "\" once.";
    if (fields.get(key).isPresent()) {
      voice.advise(
          FrameCatalogue.CASE,
          place,
          "\"" + shown + "\" and \"" + key + "\" are one key for the plugin.",
          fix);
      return;
    }
    var what = "\"" + shown + "\" is \"" + key + "\" in another case.";
    if (meant.exact()) {
      voice.admission().refuse(FrameCatalogue.CASE, place, what, fix, Voice.NOT_ADMITTED);
    } else {
      voice.advise(FrameCatalogue.CASE, place, what, fix);
    }
  }

  private String known() {
    return String.join(", ", new TreeSet<>(keys.keySet()));
  }
}
