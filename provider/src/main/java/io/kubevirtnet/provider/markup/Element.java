package io.kubevirtnet.provider.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An element of HTML or SVG, which is filled before it is written. */
public final class Element implements Markup {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  /** Elements of HTML that have no end. */
  private static final Set<String> VOID = Set.of("br", "hr", "input", "link", "meta");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Markup> content = new ArrayList<>();

  private Element(String name) {
    this.name = named(name);
  }

  public static Element of(String name) {
    return new Element(name);
  }

  /** One with text in it. */
  public static Element of(String name, String text) {
    return new Element(name).say(text);
  }

  public Element attribute(String attribute, String value) {
    attributes.put(named(attribute), value);
    return this;
  }

  public Element attribute(String attribute, int value) {
    return attribute(attribute, Integer.toString(value));
  }

  /** An attribute that says all by being there. */
  public Element attribute(String attribute) {
    return attribute(attribute, "");
  }

  public Element kind(String classes) {
    return attribute("class", classes);
  }

  public Element id(String id) {
    return attribute("id", id);
  }

  public Element say(String text) {
    if (!text.isEmpty()) {
      content.add(new Text(text));
    }
    return this;
  }

  public Element add(Markup more) {
    content.add(more);
    return this;
  }

  public Element addAll(Iterable<? extends Markup> more) {
    more.forEach(content::add);
    return this;
  }

  @Override
  public void writeTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (k, v) -> {
          out.append(' ').append(k).append("=\"");
          Text.escape(v, out);
          out.append('"');
        });
    out.append('>');
    if (!VOID.contains(name)) {
      content.forEach(m -> m.writeTo(out));
      out.append("</").append(name).append('>');
    }
  }

  private static String named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name in markup: " + name);
    }
    return name;
  }
}
