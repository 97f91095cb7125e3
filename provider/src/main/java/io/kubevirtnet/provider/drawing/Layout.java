package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.plan.Topology.Layer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where everything stands, from the host on the left to the machine on the right.
 *
 * @param boxes by id
 * @param wires in the order of the wires that were given; none for a wire that has no two ends
 */
record Layout(Map<String, Place> boxes, List<Optional<Course>> wires, int width, int height) {
  private static final int MARGIN = 12;

  /** With more boxes than these, it takes less care, and texts on wires have no place. */
  private static final int LARGE = 200;

  private static final List<Layer> LAYERS = List.of(Layer.values());

  private static final int BETWEEN_BOXES = 18;
  private static final int BETWEEN_LAYERS = 44;

  /** A box. */
  record Place(double x, double y, double width, double height) {}

  /** A point. */
  record Point(double x, double y) {}

  /**
   * A wire.
   *
   * @param label where its text begins
   */
  record Course(List<Point> points, Optional<Point> label) {
    Course {
      points = List.copyOf(points);
    }

    /** The middle of its longest part, where a sign is seen best. */
    Point middle() {
      double longest = -1;
      var middle = points.get(0);
      for (int i = 1; i < points.size(); i++) {
        var a = points.get(i - 1);
        var b = points.get(i);
        double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
        if (length > longest) {
          longest = length;
          middle = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
        }
      }
      return middle;
    }
  }

  static Layout of(BothSides drawn) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    var root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    // Without an order of its own, it takes one from hash codes, which differ each time.
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    boolean isLarge = drawn.boxes().size() > LARGE;
    if (isLarge) {
      root.setProperty(LayeredOptions.THOROUGHNESS, 1);
      root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
    }
    style(root, MARGIN);
    var nodes = nodes(drawn, root);
    var edges = new ArrayList<Optional<ElkEdge>>();
    for (var wire : drawn.wires()) {
      // Drawn from the host on, although the machine is who needs the other.
      var from = Optional.ofNullable(nodes.get(wire.to()));
      var to =
          Optional.ofNullable(nodes.get(wire.from())).filter(n -> !from.equals(Optional.of(n)));
      edges.add(from.flatMap(f -> to.map(t -> edge(f, t, wire, !isLarge))));
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    var places = new HashMap<String, Place>();
    nodes.forEach((id, node) -> places.put(id, place(node)));
    return new Layout(
        Map.copyOf(places),
        edges.stream().map(e -> e.flatMap(Layout::course)).toList(),
        (int) Math.ceil(root.getWidth()),
        (int) Math.ceil(root.getHeight()));
  }

  private static void style(ElkNode node, int top) {
    node.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(CoreOptions.RANDOM_SEED, 1);
    node.setProperty(CoreOptions.PARTITIONING_ACTIVATE, true);
    node.setProperty(CoreOptions.SPACING_NODE_NODE, (double) BETWEEN_BOXES);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) BETWEEN_LAYERS);
    node.setProperty(CoreOptions.PADDING, new ElkPadding(top, MARGIN, MARGIN, MARGIN));
  }

  private static Map<String, ElkNode> nodes(BothSides drawn, ElkNode root) {
    var boxes = new HashMap<String, DrawnBox>();
    drawn.boxes().forEach(b -> boxes.put(b.id(), b));
    var parents = new HashSet<String>();
    drawn.boxes().stream().map(b -> around(b, boxes)).forEach(parents::add);
    var nodes = new HashMap<String, ElkNode>();
    for (var box : drawn.boxes()) {
      if (around(box, boxes).isEmpty()) {
        nodes.put(box.id(), node(box, root, parents.contains(box.id())));
      }
    }
    for (var box : drawn.boxes()) {
      var around = around(box, boxes);
      if (!around.isEmpty()) {
        var parent = Optional.ofNullable(nodes.get(around)).orElse(root);
        nodes.put(box.id(), node(box, parent, false));
      }
    }
    return nodes;
  }

  /** Boxes stand in groups, and no group in another. */
  private static String around(DrawnBox box, Map<String, DrawnBox> boxes) {
    return Optional.ofNullable(boxes.get(box.box().parent()))
        .filter(p -> box.box().layer() != Layer.NODES && p.box().layer() == Layer.NODES)
        .map(DrawnBox::id)
        .orElse("");
  }

  private static ElkNode node(DrawnBox box, ElkNode parent, boolean isGroup) {
    var node = ElkGraphUtil.createNode(parent);
    node.setProperty(CoreOptions.PARTITIONING_PARTITION, LAYERS.indexOf(box.box().layer()));
    if (isGroup) {
      style(node, box.height());
      node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
      node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(box.width(), box.height()));
    } else {
      node.setDimensions(box.width(), box.height());
    }
    return node;
  }

  private static ElkEdge edge(ElkNode from, ElkNode to, DrawnWire wire, boolean labelled) {
    var edge = ElkGraphUtil.createSimpleEdge(from, to);
    if (labelled && !wire.label().isEmpty()) {
      var label = ElkGraphUtil.createLabel(wire.shownLabel(), edge);
      label.setDimensions(
          TextWidth.of(wire.shownLabel(), DrawnWire.LABEL_SIZE), DrawnWire.LABEL_SIZE + 3);
    }
    return edge;
  }

  private static Place place(ElkNode node) {
    var corner = corner(node);
    return new Place(corner.x(), corner.y(), node.getWidth(), node.getHeight());
  }

  private static Point corner(ElkNode node) {
    double x = 0;
    double y = 0;
    for (var n = Optional.of(node); n.isPresent(); n = n.flatMap(Layout::parent)) {
      x += n.get().getX();
      y += n.get().getY();
    }
    return new Point(x, y);
  }

  private static Optional<ElkNode> parent(ElkNode node) {
    return Optional.ofNullable(node.getParent());
  }

  private static Optional<Course> course(ElkEdge edge) {
    var origin =
        Optional.ofNullable(edge.getContainingNode()).map(Layout::corner).orElse(new Point(0, 0));
    var points = new ArrayList<Point>();
    for (var section : edge.getSections()) {
      points.add(moved(origin, section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(b -> points.add(moved(origin, b.getX(), b.getY())));
      points.add(moved(origin, section.getEndX(), section.getEndY()));
    }
    if (points.isEmpty()) {
      return Optional.empty();
    }
    var label = edge.getLabels().stream().findFirst().map(l -> moved(origin, l.getX(), l.getY()));
    return Optional.of(new Course(points, label));
  }

  private static Point moved(Point origin, double x, double y) {
    return new Point(origin.x() + x, origin.y() + y);
  }
}
