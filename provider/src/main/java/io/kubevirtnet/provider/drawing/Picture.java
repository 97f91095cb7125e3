package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.drawing.Layout.Course;
import io.kubevirtnet.provider.drawing.Layout.Place;
import io.kubevirtnet.provider.drawing.Layout.Point;
import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Topology.Box;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Boxes and wires as SVG. How they look is said by drawing.css. */
record Picture(Function<Box, Optional<String>> links) {
  private static final int SIGN = 16;
  private static final int BROKEN = 18;
  private static final double BROKEN_SIZE = 11;

  Element box(DrawnBox box, Place place, boolean isGroup) {
    var group = Element.of("g").kind("box " + box.word() + " " + side(box) + kind(box, isGroup));
    var content = Element.of("g").add(Element.of("title", box.sentence()));
    var frame =
        Element.of("rect")
            .kind("frame")
            .attribute("x", number(place.x()))
            .attribute("y", number(place.y()))
            .attribute("width", number(place.width()))
            .attribute("height", number(place.height()))
            .attribute("rx", corner(box));
    content.add(frame);
    double x = place.x() + DrawnBox.PADDING;
    double y = place.y() + DrawnBox.PADDING;
    if (box.isChanged()) {
      sign(box, place).forEach(content::add);
    }
    y += DrawnBox.CAPTION_HEIGHT - 4;
    content.add(text("caption", x, y, box.caption()));
    y += DrawnBox.LABEL_HEIGHT;
    content.add(text("label", x, y, box.label()));
    for (var line : box.shownLines()) {
      y += DrawnBox.DETAIL_HEIGHT;
      content.add(text("detail " + turn(line), x, y, line.shown()));
    }
    return group.add(
        links
            .apply(box.box())
            .<Element>map(
                href ->
                    Element.of("a")
                        .attribute("href", href)
                        .attribute("aria-label", box.sentence())
                        .add(content))
            .orElse(content));
  }

  Element wire(DrawnWire wire, Course course, int brokenNumber) {
    var state = wire.state().name().toLowerCase(Locale.ROOT);
    var group =
        Element.of("g")
            .kind("wire " + state + " " + side(state) + (wire.isBroken() ? " broken" : ""));
    group.add(Element.of("title", wire.isBroken() ? wire.broken() : sentence(wire)));
    var path = new StringBuilder();
    for (var point : course.points()) {
      path.append(path.isEmpty() ? "M" : "L").append(number(point.x())).append(' ');
      path.append(number(point.y()));
    }
    group.add(Element.of("path").attribute("d", path.toString()));
    course
        .label()
        .ifPresent(
            p ->
                group.add(
                    text("wire-label", p.x(), p.y() + DrawnWire.LABEL_SIZE, wire.shownLabel())));
    if (wire.isBroken()) {
      group.add(cross(course.middle(), brokenNumber));
    }
    return group;
  }

  private static String sentence(DrawnWire wire) {
    var label = wire.label().isEmpty() ? "" : " (" + wire.label() + ")";
    return wire.from() + " \u2192 " + wire.to() + label;
  }

  /** A sign has a shape of its own: who sees no colours tells them apart as well. */
  private static List<Element> sign(DrawnBox box, Place place) {
    double x = place.x() + place.width() - SIGN - 4;
    double y = place.y() + 4;
    var shape =
        switch (box.state()) {
          case CREATED ->
              Element.of("circle")
                  .attribute("cx", number(x + SIGN / 2.0))
                  .attribute("cy", number(y + SIGN / 2.0))
                  .attribute("r", SIGN / 2);
          case CHANGED, DELETED, SAME ->
              Element.of("rect")
                  .attribute("x", number(x))
                  .attribute("y", number(y))
                  .attribute("width", SIGN)
                  .attribute("height", SIGN);
        };
    return List.of(
        shape.kind("sign"),
        text("sign-text", x + SIGN / 2.0, y + SIGN - 4, box.sign())
            .attribute("text-anchor", "middle")
            .attribute("aria-hidden", "true"));
  }

  private static Element cross(Point at, int number) {
    var label = "\u2715" + number;
    double width = TextWidth.of(label, BROKEN_SIZE) + 8;
    return Element.of("g")
        .kind("cross")
        .add(
            Element.of("rect")
                .attribute("x", number(at.x() - width / 2))
                .attribute("y", number(at.y() - BROKEN / 2.0))
                .attribute("width", number(width))
                .attribute("height", BROKEN)
                .attribute("rx", BROKEN / 2))
        .add(text("cross-text", at.x(), at.y() + 4, label).attribute("text-anchor", "middle"));
  }

  private static Element text(String kind, double x, double y, String text) {
    return Element.of("text", text).kind(kind).attribute("x", number(x)).attribute("y", number(y));
  }

  private static int corner(DrawnBox box) {
    return switch (box.box().layer()) {
      case NODES -> 10;
      case UPLINK, BRIDGE -> 2;
      case ATTACHMENT -> 12;
      case MACHINE, NODE_TYPE -> 5;
    };
  }

  private static String kind(DrawnBox box, boolean isGroup) {
    var layer = " " + box.box().layer().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return layer + (isGroup ? " group" : "");
  }

  private static String side(DrawnBox box) {
    return side(box.word());
  }

  private static String side(String state) {
    return switch (state) {
      case "created" -> "only-after";
      case "deleted" -> "only-before";
      default -> "both";
    };
  }

  private static String turn(Line line) {
    return switch (line.turn()) {
      case BOTH -> "both";
      case ONLY_BEFORE -> "only-before";
      case ONLY_AFTER -> "only-after";
    };
  }

  /** Half pixels are as fine as a drawing needs them. */
  private static String number(double value) {
    double rounded = Math.round(value * 2) / 2.0;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }
}
