package io.kubevirtnet.value;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, in Pulumi's property path syntax: {@code ports[2].vlan}. It is asked for
 * each step to each value, and seldom printed, so that the text is made when somebody wants it.
 */
public final class PropertyPath {
  public static final PropertyPath ROOT = new PropertyPath("");

  private final @Nullable PropertyPath parent;
  private final String step;

  /** Whoever makes it twice makes the same. */
  private @Nullable String text;

  /** A path that is written already. */
  public PropertyPath(String text) {
    this.parent = null;
    this.step = "";
    this.text = text;
  }

  private PropertyPath(PropertyPath parent, String step) {
    this.parent = parent;
    this.step = step;
  }

  /** The property of that name; a name that is no identifier is quoted: {@code labels["a.b/c"]}. */
  public PropertyPath child(String name) {
    return new PropertyPath(this, name);
  }

  public PropertyPath index(int i) {
    return new PropertyPath(text() + "[" + i + "]");
  }

  public String text() {
    var known = text;
    if (known == null) {
      known = parent == null ? "" : parent.text(step);
      text = known;
    }
    return known;
  }

  private String text(String name) {
    var before = text();
    if (!isPlain(name)) {
      return before + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
    return before.isEmpty() ? name : before + "." + name;
  }

  /** An identifier. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The first name of it: the input as a whole. */
  public String top() {
    return text().split("[.\\[]", 2)[0];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PropertyPath path && text().equals(path.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
