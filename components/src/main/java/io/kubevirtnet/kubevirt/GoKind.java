package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What KubeVirt's reader takes for a field. */
sealed interface GoKind {
  GoKind TEXT = new Text("string");
  GoKind FLAG = new Flag();
  GoKind INT = new Whole("int", Long.MIN_VALUE, Long.MAX_VALUE);
  GoKind INT32 = new Whole("int32", Integer.MIN_VALUE, Integer.MAX_VALUE);
  GoKind UINT = new Whole("uint", 0, Long.MAX_VALUE);
  GoKind TEXTS = new Listed("[]string", TEXT);

  /** Whatever it is: no rule looks at it. */
  GoKind ANYTHING = new Anything();

  /** How Go's messages call it. */
  String go();

  /** For our messages: {@code a whole number}. */
  String plain();

  /** It can be read as this, seen from outside. */
  boolean takes(Tree tree);

  record Text(String go) implements GoKind {
    @Override
    public String plain() {
      return "text";
    }

    @Override
    public boolean takes(Tree tree) {
      return tree instanceof Scalar s && s.value() instanceof String;
    }
  }

  record Flag() implements GoKind {
    @Override
    public String go() {
      return "bool";
    }

    @Override
    public String plain() {
      return "true or false";
    }

    @Override
    public boolean takes(Tree tree) {
      return tree instanceof Scalar s && s.value() instanceof Boolean;
    }
  }

  record Whole(String go, long min, long max) implements GoKind {
    @Override
    public String plain() {
      return min == 0 ? "a whole number of at least 0" : "a whole number that fits";
    }

    @Override
    public boolean takes(Tree tree) {
      if (!(tree instanceof Scalar s) || !(s.value() instanceof Number)) {
        return false;
      }
      var whole = Scalars.whole(tree);
      return whole.isPresent() && whole.getAsLong() >= min && whole.getAsLong() <= max;
    }
  }

  record Listed(String go, GoKind each) implements GoKind {
    @Override
    public String plain() {
      return "a list";
    }

    @Override
    public boolean takes(Tree tree) {
      return tree instanceof Items;
    }
  }

  /**
   * An object.
   *
   * @param closed what is not among the keys is dropped without a word
   * @param required keys that the schema of the object asks for, and no rule of KubeVirt
   */
  record Struct(String go, Map<String, GoKind> keys, boolean closed, Set<String> required)
      implements GoKind {
    @Override
    public String plain() {
      return "an object";
    }

    @Override
    public boolean takes(Tree tree) {
      return tree instanceof Fields;
    }

    Struct requiring(String... names) {
      return new Struct(go, keys, closed, new LinkedHashSet<>(List.of(names)));
    }

    Struct with(String key, GoKind kind) {
      var more = new LinkedHashMap<>(keys);
      more.put(key, kind);
      return new Struct(go, more, closed, required);
    }
  }

  record Anything() implements GoKind {
    @Override
    public String go() {
      return "interface {}";
    }

    @Override
    public String plain() {
      return "anything";
    }

    @Override
    public boolean takes(Tree tree) {
      return true;
    }
  }

  /** An object whose every key is known. */
  static Struct closed(String go, Object... keysAndKinds) {
    return new Struct(go, keys(keysAndKinds), true, Set.of());
  }

  /** An object of which only some keys matter. */
  static Struct open(String go, Object... keysAndKinds) {
    return new Struct(go, keys(keysAndKinds), false, Set.of());
  }

  static GoKind list(String go, GoKind each) {
    return new Listed("[]" + go, each);
  }

  private static Map<String, GoKind> keys(Object... keysAndKinds) {
    var keys = new LinkedHashMap<String, GoKind>();
    for (int i = 0; i < keysAndKinds.length; i += 2) {
      keys.put((String) keysAndKinds[i], (GoKind) keysAndKinds[i + 1]);
    }
    return keys;
  }
}
