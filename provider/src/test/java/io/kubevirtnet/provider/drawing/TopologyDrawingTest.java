package io.kubevirtnet.provider.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.provider.plan.Topology.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TopologyDrawingTest {
  private static final Wire WIRE = wire("attachment/vms/lan", "bridge/w/br1", "", State.SAME);

  @Test
  void theOrderOfWhatIsDrawnChangesNoByte() {
    var topology = network(60, State.CHANGED);
    var boxes = new ArrayList<>(topology.boxes());
    var wires = new ArrayList<>(topology.wires());
    Collections.shuffle(boxes, new Random(7));
    Collections.shuffle(wires, new Random(8));

    assertThat(text(Topology.EMPTY, new Topology(boxes, wires)))
        .isEqualTo(text(Topology.EMPTY, topology));
  }

  @Test
  void whatIsChangedShowsBothSides() {
    var svg =
        text(
            topology(box("attachment/vms/lan", State.CHANGED, "VLAN 100", "MTU 1500")),
            topology(box("attachment/vms/lan", State.CHANGED, "VLAN 200", "MTU 1500")));

    assertThat(svg)
        .contains("class=\"detail only-before\"", "\u2212 VLAN 100")
        .contains("class=\"detail only-after\"", "+ VLAN 200")
        .contains(">MTU 1500<")
        .doesNotContain("+ MTU 1500");
  }

  @Test
  void eachStateHasASignOfItsOwn() {
    var svg =
        text(
            topology(box("a/gone", State.DELETED), box("a/other", State.CHANGED)),
            topology(box("a/new", State.CREATED), box("a/other", State.CHANGED)));

    assertThat(svg)
        .contains("box created only-after", "box deleted only-before", "box changed both")
        .contains(">+</text>", ">~</text>", ">\u2212</text>");
  }

  @Test
  void aWireThatDoesNotFitIsNumberedAndSaysWhy() {
    var topology =
        new Topology(
            List.of(box("attachment/vms/lan", State.SAME), box("bridge/w/br1", State.SAME)),
            List.of(
                new Wire("attachment/vms/lan", "bridge/w/br1", "", "no VLAN 7", State.CHANGED),
                new Wire("machine/vms/web", "attachment/vms/none", "", "not there", State.SAME)));

    var drawing = TopologyDrawing.of(topology, topology);

    assertThat(drawing.broken())
        .containsExactly(
            new TopologyDrawing.Broken(1, "attachment/vms/lan", "bridge/w/br1", "no VLAN 7"),
            new TopologyDrawing.Broken(0, "machine/vms/web", "attachment/vms/none", "not there"));
    assertThat(drawing.svg().map(Element::text).orElse(""))
        .contains("<title>no VLAN 7</title>", "\u27151");
  }

  @Test
  void whatIsMendedIsNotBroken() {
    var boxes = List.of(box("attachment/vms/lan", State.SAME), box("bridge/w/br1", State.CREATED));
    var before =
        new Topology(boxes, List.of(new Wire(WIRE.from(), WIRE.to(), "", "gone", State.CHANGED)));

    assertThat(TopologyDrawing.of(before, new Topology(boxes, List.of(WIRE))).broken()).isEmpty();
  }

  @Test
  void aBoxOfManySaysHowMany() {
    var box = new Box("machine/a", Layer.MACHINE, "", "web", List.of(), 12, State.SAME);

    assertThat(text(Topology.EMPTY, topology(box))).contains("machine \u00d7 12");
  }

  @Test
  void aBoxIsALinkWhereThereIsSomethingToReadAboutIt() {
    var topology = topology(box("a/one", State.SAME), box("a/two", State.SAME));

    var drawing =
        TopologyDrawing.of(
            topology,
            topology,
            b -> b.id().equals("a/one") ? Optional.of("#object-1") : Optional.empty());

    assertThat(drawing.svg().map(Element::text).orElse(""))
        .containsOnlyOnce("<a href=")
        .contains("<a href=\"#object-1\" aria-label=\"attachment: a/one\">");
  }

  @Test
  void nothingIsDrawnOfNothing() {
    assertThat(TopologyDrawing.of(Topology.EMPTY, Topology.EMPTY))
        .isEqualTo(new TopologyDrawing(Optional.empty(), List.of(), ""));
  }

  @Test
  void aBoxWhoseGroupIsNotThereIsDrawn() {
    var box = new Box("bridge/w/br1", Layer.BRIDGE, "nodes/w", "br1", List.of(), 1, State.SAME);
    var itself = new Box("nodes/x", Layer.NODES, "nodes/x", "x", List.of(), 1, State.SAME);

    assertThat(text(Topology.EMPTY, topology(box, itself))).contains(">br1<", ">x<");
  }

  @Test
  void aWireFromABoxToItselfIsLeftOut() {
    var loop = new Topology(List.of(box("a", State.SAME)), List.of(wire("a", "a", "", State.SAME)));

    assertThat(text(loop, loop)).doesNotContain("<path");
  }

  @Test
  void hundredsOfBoxesAreDrawnInSeconds() {
    var topology = network(570, State.SAME);
    assertThat(topology.boxes()).hasSize(TopologyDrawing.LIMIT);

    var drawing =
        Assertions.assertTimeout(
            Duration.ofSeconds(60), () -> TopologyDrawing.of(topology, topology));

    assertThat(drawing.note()).isEmpty();
  }

  @Test
  void ofMoreOnlyWhatChangesIsDrawnAndThatIsSaid() {
    var after = network(3000, State.SAME);
    var boxes = new ArrayList<>(after.boxes());
    boxes.removeIf(b -> b.id().equals("attachment/t/lan-30"));
    boxes.add(box("attachment/t/lan-30", State.CHANGED));

    var drawing = TopologyDrawing.of(after, new Topology(boxes, after.wires()));

    assertThat(drawing.note())
        .isEqualTo("Of 3030 boxes, 5 are drawn: what changes, and what hangs on it.");
    assertThat(drawing.svg().map(Element::text).orElse(""))
        .contains("attachment/t/lan-30", ">group 0<", ">vm-91<", ">vm-92<")
        .doesNotContain(">lan-31<");
  }

  @Test
  void ofTooManyThatChangeTheFirstAreDrawnAndThatIsSaid() {
    var topology = network(3000, State.CREATED);

    var drawing = TopologyDrawing.of(Topology.EMPTY, topology);

    assertThat(drawing.note())
        .isEqualTo(
            "Of 3030 boxes, 600 are drawn: the first of those that change, and of what hangs on"
                + " them.");
  }

  /** Starting the plugin must not load what only a drawing needs. */
  @Test
  void nothingElseKnowsWhoPlacesTheBoxes() throws IOException {
    var classes = Path.of("target/classes");

    try (var files = Files.walk(classes)) {
      assertThat(
              files
                  .filter(f -> f.toString().endsWith(".class"))
                  .filter(TopologyDrawingTest::namesEclipse)
                  .map(f -> classes.relativize(f).toString().replaceFirst("[$.].*", ""))
                  .distinct())
          .containsExactly("io/kubevirtnet/provider/drawing/Layout");
    }
  }

  private static boolean namesEclipse(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("org/eclipse/elk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Topology before, Topology after) {
    return TopologyDrawing.of(before, after).svg().map(Element::text).orElse("");
  }

  private static Topology topology(Box... boxes) {
    return new Topology(List.of(boxes), List.of());
  }

  private static Box box(String id, State state, String... details) {
    return new Box(id, Layer.ATTACHMENT, "", id, List.of(details), 1, state);
  }

  private static Wire wire(String from, String to, String label, State state) {
    return new Wire(from, to, label, "", state);
  }

  /** Ten groups of nodes, and attachments with two machines each. */
  private static Topology network(int boxes, State state) {
    var all = new ArrayList<Box>();
    var wires = new ArrayList<Wire>();
    for (int g = 0; g < 10; g++) {
      var nodes = "nodes/g" + g;
      var bridge = "bridge/g" + g + "/br1";
      all.add(new Box(nodes, Layer.NODES, "", "group " + g, List.of(), 20, State.SAME));
      all.add(new Box("uplink" + g, Layer.UPLINK, nodes, "bond0", List.of(), 1, State.SAME));
      all.add(new Box(bridge, Layer.BRIDGE, nodes, "br1", List.of("trunk"), 1, State.SAME));
      wires.add(wire(bridge, "uplink" + g, "", State.SAME));
    }
    for (int i = 0; i < boxes; i++) {
      var lan = "attachment/t/lan-" + i / 3;
      if (i % 3 == 0) {
        var label = "lan-" + i / 3;
        all.add(new Box(lan, Layer.ATTACHMENT, "", label, List.of("VLAN 2"), 1, state));
        wires.add(wire(lan, "bridge/g" + i % 10 + "/br1", "VLAN " + i, State.SAME));
      } else {
        all.add(new Box("machine/" + i, Layer.MACHINE, "", "vm-" + i, List.of(), 4, state));
        wires.add(wire("machine/" + i, lan, "", State.SAME));
      }
    }
    return new Topology(all, wires);
  }
}
