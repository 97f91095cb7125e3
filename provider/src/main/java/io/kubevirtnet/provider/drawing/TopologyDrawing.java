package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.provider.plan.Topology.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One picture of a network before and after a change. What stays has one place, what comes and goes
 * is marked by a sign, a shape and a colour. It hides nothing by itself: a page that shows one side
 * only hides the classes {@code only-before} or {@code only-after}.
 *
 * @param svg the picture; empty when there is nothing to draw
 * @param broken the wires that do not fit, in the order of their numbers in the picture
 * @param note what the picture leaves out; empty when it is all there
 */
public record TopologyDrawing(Optional<Element> svg, List<Broken> broken, String note) {
  /** More boxes than these are not looked at by anybody, and take more time than they are worth. */
  static final int LIMIT = 600;

  public TopologyDrawing {
    broken = List.copyOf(broken);
  }

  /**
   * A wire that does not fit.
   *
   * @param from label of who needs the other
   * @param number in the picture; 0 when it is not drawn
   */
  public record Broken(int number, String from, String to, String why) {}

  public static TopologyDrawing of(Topology before, Topology after) {
    return of(before, after, box -> Optional.empty());
  }

  /**
   * The same with boxes as links.
   *
   * @param links where the details of a box are, as a URL
   */
  public static TopologyDrawing of(
      Topology before, Topology after, Function<Box, Optional<String>> links) {
    var all = BothSides.of(before, after);
    var excerpt = Excerpt.of(all, LIMIT);
    var drawn = excerpt.drawn();
    if (drawn.boxes().isEmpty()) {
      return new TopologyDrawing(Optional.empty(), List.of(), excerpt.note());
    }
    var layout = Layout.of(drawn);
    var labels = new HashMap<String, String>();
    all.boxes().forEach(b -> labels.put(b.id(), b.box().label()));
    var picture = new Picture(links);
    var wires = new ArrayList<Element>();
    var broken = new ArrayList<Broken>();
    for (int i = 0; i < drawn.wires().size(); i++) {
      var wire = drawn.wires().get(i);
      var course = layout.wires().get(i);
      if (wire.isBroken()) {
        int number = course.isPresent() ? broken.size() + 1 : 0;
        broken.add(
            new Broken(
                number,
                labels.getOrDefault(wire.from(), wire.from()),
                labels.getOrDefault(wire.to(), wire.to()),
                wire.broken()));
      }
      course.ifPresent(c -> wires.add(picture.wire(wire, c, broken.size())));
    }
    var svg = svg(layout).addAll(boxes(drawn, layout, picture)).addAll(wires);
    return new TopologyDrawing(Optional.of(svg), broken, excerpt.note());
  }

  private static Element svg(Layout layout) {
    return Element.of("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("viewBox", "0 0 " + layout.width() + " " + layout.height())
        .attribute("width", layout.width())
        .attribute("height", layout.height())
        .attribute("role", "group")
        .attribute("aria-label", "The network before and after the change")
        .kind("topology");
  }

  /** Groups lie below what stands in them; then in the order of reading. */
  private static List<Element> boxes(BothSides drawn, Layout layout, Picture picture) {
    var groups = new HashSet<String>();
    drawn.boxes().forEach(b -> groups.add(b.box().parent()));
    return drawn.boxes().stream()
        .sorted(Comparator.comparing(b -> b.box().layer()))
        .flatMap(
            b ->
                Optional.ofNullable(layout.boxes().get(b.id()))
                    .map(place -> picture.box(b, place, groups.contains(b.id())))
                    .stream())
        .toList();
  }
}
