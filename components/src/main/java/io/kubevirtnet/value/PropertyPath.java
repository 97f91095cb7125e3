package io.kubevirtnet.value;

import java.util.regex.Pattern;

/** Where a value stands, in Pulumi's property path syntax: {@code ports[2].vlan}. */
public record PropertyPath(String text) {
  public static final PropertyPath ROOT = new PropertyPath("");
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_$][\\w$]*+");

  /** The property of that name; a name that is no identifier is quoted: {@code labels["a.b/c"]}. */
  public PropertyPath child(String name) {
    if (!PLAIN_KEY.matcher(name).matches()) {
      return new PropertyPath(
          text + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]");
    }
    return new PropertyPath(text.isEmpty() ? name : text + "." + name);
  }

  /** The first name of it: the input as a whole. */
  public String top() {
    return text.split("[.\\[]", 2)[0];
  }

  public PropertyPath index(int i) {
    return new PropertyPath(text + "[" + i + "]");
  }

  @Override
  public String toString() {
    return text;
  }
}
