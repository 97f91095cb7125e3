package io.kubevirtnet.cni;

import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** A type of Go, and what its JSON reader makes of a value for it. */
interface GoType {
  GoType TEXT = new Single("string", String.class);
  GoType FLAG = new Single("bool", Boolean.class);
  GoType INT = Whole.of("int", Long.MIN_VALUE, Long.MAX_VALUE);
  GoType UINT = Whole.of("uint", 0, Long.MAX_VALUE);
  GoType UINT32 = Whole.of("uint32", 0, 0xffffffffL);
  GoType UINT64 = Whole.of("uint64", 0, Long.MAX_VALUE);
  GoType TEXTS = new Listed("[]string", TEXT);

  /** Whatever it is: Go keeps it as it stands. */
  GoType ANYTHING = new Anything();

  /** How Go's messages call it. */
  String go();

  /**
   * What Go keeps of it. What is of the wrong type is open, once that has been said: nobody can
   * tell what was meant.
   *
   * @param at the place, whose tree is there and known
   */
  Tree read(Place at, GoField field, Voice voice);

  /** Reads what is known; what a preview can not tell yet stays open. */
  static Tree read(GoType type, Place at, GoField field, Voice voice) {
    if (at.isOpen()) {
      voice.open(at);
      return at.tree().orElseThrow();
    }
    return type.read(at, field, voice);
  }

  /** A text or a flag. */
  record Single(String go, Class<?> type) implements GoType {
    @Override
    public Tree read(Place at, GoField field, Voice voice) {
      var tree = at.tree().orElseThrow();
      return tree instanceof Scalar s && type.isInstance(s.value())
          ? tree
          : field.mismatch(at, this, voice);
    }
  }

  /** A number without a fraction, not even {@code .0}. */
  record Whole(String go, long min, long max) implements GoType {
    static Whole of(String go, long min, long max) {
      return new Whole(go, min, max);
    }

    @Override
    public Tree read(Place at, GoField field, Voice voice) {
      var tree = at.tree().orElseThrow();
      if (!(tree instanceof Scalar s) || !(s.value() instanceof Number n)) {
        return field.mismatch(at, this, voice);
      }
      var whole = Scalars.whole(tree);
      boolean pointed = n instanceof Double && n.doubleValue() == n.intValue();
      return whole.isPresent() && !pointed && whole.getAsLong() >= min && whole.getAsLong() <= max
          ? tree
          : field.mismatch(at, this, voice);
    }
  }

  record Listed(String go, GoType each) implements GoType {
    @Override
    public Tree read(Place at, GoField field, Voice voice) {
      if (!(at.tree().orElseThrow() instanceof Items list)) {
        return field.mismatch(at, this, voice);
      }
      boolean same = true;
      var kept = new ArrayList<Tree>(list.items().size());
      for (int i = 0; i < list.items().size(); i++) {
        var item = list.items().get(i);
        var read = GoType.read(each, at.item(i, item), field, voice);
        same &= read == item;
        kept.add(read);
      }
      return same ? list : new Items(kept, list.marks());
    }
  }

  /** An object with names of the author's choice. */
  record Mapped(String go, GoType each) implements GoType {
    @Override
    public Tree read(Place at, GoField field, Voice voice) {
      if (!(at.tree().orElseThrow() instanceof Fields fields)) {
        return field.mismatch(at, this, voice);
      }
      var kept = new LinkedHashMap<String, Tree>();
      fields
          .fields()
          .forEach((k, v) -> kept.put(k, GoType.read(each, at.field(k, v), field, voice)));
      return new Fields(kept, fields.marks());
    }
  }

  /** What is read by itself, and before the struct that it is in. */
  record ReadBefore(GoField field, GoType type) implements GoType {
    @Override
    public String go() {
      return type.go();
    }

    @Override
    public Tree read(Place at, GoField ignored, Voice voice) {
      return type.read(at, field, new Voice(voice.tool(), "", voice.report()));
    }
  }

  record Anything() implements GoType {
    @Override
    public String go() {
      return "interface {}";
    }

    @Override
    public Tree read(Place at, GoField field, Voice voice) {
      return at.tree().orElseThrow();
    }
  }

  /** The type that Go gives a value in a map of anything. */
  static String inMap(Place at) {
    return switch (Json.kind(at.tree().orElseThrow())) {
      case "string" -> "string";
      case "bool" -> "bool";
      case "number" -> "float64";
      case "array" -> "[]interface {}";
      default -> "map[string]interface {}";
    };
  }
}
