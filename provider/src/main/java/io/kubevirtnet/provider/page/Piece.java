package io.kubevirtnet.provider.page;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.markup.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Elements that several chapters have. */
final class Piece {
  /** More rows than these are not read by anybody. */
  static final int MOST_ROWS = 500;

  private Piece() {}

  static Element section(String id, String title) {
    return Element.of("section")
        .attribute("aria-labelledby", id)
        .add(Element.of("h2", title).id(id));
  }

  static Element table(String caption, String... columns) {
    var row = Element.of("tr");
    Arrays.stream(columns).forEach(c -> row.add(Element.of("th", c).attribute("scope", "col")));
    return Element.of("table")
        .add(Element.of("caption", caption).kind("hidden"))
        .add(Element.of("thead").add(row));
  }

  /** What somebody else wrote; it never turns the words around it. */
  static Element code(String text) {
    return Element.of("bdi").add(Element.of("code", text));
  }

  static Element words(String text) {
    return Element.of("bdi", text);
  }

  static String title(ObjectReference object) {
    return object.kind() + " " + name(object);
  }

  static String name(ObjectReference object) {
    return object.namespace().isEmpty() ? object.name() : object.namespace() + "/" + object.name();
  }

  static Element link(ObjectReference object, Anchors anchors) {
    var name = code(title(object));
    return anchors
        .id(object)
        .map(id -> Element.of("a").attribute("href", "#" + id).add(name))
        .orElse(name);
  }

  /** Lines below each other; the rest of many is folded. */
  static Element lines(List<String> lines) {
    return folded(lines.stream().map(l -> Element.of("li").add(words(l))).toList(), 12, "lines");
  }

  static Element links(List<ObjectReference> objects, Anchors anchors) {
    return folded(
        objects.stream().map(o -> Element.of("li").add(link(o, anchors))).toList(), 8, "objects");
  }

  static Element folded(List<Element> items, int shown, String noun) {
    var list = Element.of("ul").addAll(items.subList(0, Math.min(shown, items.size())));
    if (items.size() <= shown) {
      return list;
    }
    int more = items.size() - shown;
    var rest = Element.of("ul").addAll(items.subList(shown, Math.min(items.size(), shown + 5000)));
    if (more > 5000) {
      rest.add(Element.of("li", "and " + number(more - 5000) + " more"));
    }
    return Element.of("div")
        .add(list)
        .add(
            Element.of("details")
                .add(Element.of("summary", number(more) + " more " + noun))
                .add(rest));
  }

  static Element badge(String kind, String sign, String text) {
    return Element.of("span")
        .kind("badge " + kind)
        .add(Element.of("span", sign).attribute("aria-hidden", "true"))
        .say(" " + text);
  }

  static Element more(int left, String noun) {
    return Element.of("p", "And " + number(left) + " more " + noun + ".").kind("more");
  }

  static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String count(int number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
