package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.outputs.HostBridge;
import io.kubevirtnet.outputs.NetrisFacts;
import io.kubevirtnet.outputs.NetrisVclusterValues;
import io.kubevirtnet.outputs.NodeType;
import io.kubevirtnet.outputs.PluginBinding;
import io.kubevirtnet.outputs.VclusterValues;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.UrnOrigin;
import io.kubevirtnet.sdk.Construction;
import io.kubevirtnet.testing.MarkedInputs;
import io.kubevirtnet.testing.MarkedInputs.Position;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of value at every input comes out of both ends as the same children. */
class ModesTest {
  private static final String SOURCE = "urn:pulumi:dev::site::test:index:Source::source";

  private enum Kind {
    KNOWN,
    UNKNOWN,
    SECRET,
    SECRET_UNKNOWN,
    DEPENDENT;

    /** The leaf as the plugin receives it. */
    Tree tree(Tree leaf) {
      return switch (this) {
        case KNOWN -> leaf;
        case UNKNOWN -> new Unknown(Marks.NONE);
        case SECRET -> leaf.marked(new Marks(true, Set.of()));
        case SECRET_UNKNOWN -> new Unknown(new Marks(true, Set.of()));
        case DEPENDENT -> leaf.marked(new Marks(false, Set.of(new UrnOrigin(SOURCE))));
      };
    }

    /** The leaf as a Java program writes it. */
    Object output(Object value, Resource source) {
      return switch (this) {
        case KNOWN -> value;
        case UNKNOWN -> new OutputInternal<>(OutputData.<Object>unknown());
        case SECRET -> Output.ofSecret(value);
        case SECRET_UNKNOWN -> new OutputInternal<>(OutputData.<Object>unknownSecret());
        case DEPENDENT -> new OutputInternal<>(OutputData.of(ImmutableSet.of(source), value));
      };
    }
  }

  @TestFactory
  Stream<DynamicTest> makesTheSameChildrenInBothModes() {
    return cases().map(c -> dynamicTest(c.kind() + " " + c.position(), c::check));
  }

  private record Case(Position position, Kind kind) {
    void check() throws IOException, InterruptedException {
      same(position, kind);
    }
  }

  /**
   * The rules are one for both modes, and meet every kind of value at every input elsewhere. The
   * ends differ by how deep a leaf lies, in what, and what it is: one of each in every type gets
   * all kinds of values, the others take turns.
   */
  private static Stream<Case> cases() {
    var shapes = new HashSet<List<Object>>();
    var cases = new ArrayList<Case>();
    for (var position : ofComponents()) {
      var shape = position.path().replaceAll("[^.\\[\\]]+", "_");
      var kinds =
          shapes.add(List.of(position.type(), shape, position.leaf().plain().getClass()))
              ? List.of(Kind.values())
              : List.of(Kind.values()[cases.size() % Kind.values().length]);
      kinds.forEach(kind -> cases.add(new Case(position, kind)));
    }
    return cases.stream();
  }

  private static List<Position> ofComponents() {
    return MarkedInputs.positions().stream()
        .filter(p -> !p.type().equals(Blueprints.NETRIS_SERVER_CLUSTER.type()))
        .toList();
  }

  private static void same(Position position, Kind kind) throws IOException, InterruptedException {
    var library = library(position, kind);
    var plugin = plugin(position, kind);

    assertThat(library.objects()).isEqualTo(plugin.objects());
    assertThat(library.dependent()).isEqualTo(plugin.dependent());
    if (kind == Kind.KNOWN || kind == Kind.DEPENDENT) {
      assertThat(library.outputs()).isEqualTo(plugin.outputs()).isNotEqualTo("{}");
    }
    if (kind != Kind.DEPENDENT) {
      assertThat(library.dependent()).isEmpty();
    }
  }

  /**
   * @param objects by type and name, in one notation for all marks but origins
   * @param dependent those that depend on the source
   * @param outputs of the component, in the same notation; to the SDK one secret or unknown leaf
   *     makes the whole of an output so, and then they can not be compared
   */
  private record Children(Map<String, String> objects, Set<String> dependent, String outputs) {}

  private static Children library(Position position, Kind kind) {
    var preview =
        RecordedRun.preview(
            ctx -> {
              var source = new Source();
              new Component(
                  position.type(), inputs(position.inputs(), position.leaf(), kind, source));
            });
    assertThat(preview.exitCode()).isZero();
    var objects = new TreeMap<String, String>();
    var dependent = new TreeSet<String>();
    preview.resources().stream()
        .filter(PlannedResource::isObject)
        .filter(r -> !r.type().startsWith("test:"))
        .forEach(
            r -> {
              objects.put(r.type() + " " + r.name(), notation(r.inputs()));
              if (r.dependsOn().contains(SOURCE)) {
                dependent.add(r.type() + " " + r.name());
              }
            });
    var outputs =
        preview.components().stream().flatMap(c -> c.outputs().stream()).findFirst().orElseThrow();
    return new Children(objects, dependent, notation(outputs));
  }

  private static Children plugin(Position position, Kind kind)
      throws IOException, InterruptedException {
    var inputs = TreeWriter.LEAF_BY_LEAF.write(position.with(kind.tree(position.leaf())));
    try (var fixture = Fixture.unanswered()) {
      fixture
          .provider()
          .construct(fixture.request(position.type(), "it", "{}").setInputs(inputs).build());
      var objects = new TreeMap<String, String>();
      var dependent = new TreeSet<String>();
      for (var child : fixture.engine.children()) {
        var name = child.getType() + " " + child.getName();
        objects.put(name, notation(InputReader.read(child.getObject()).tree()));
        if (child.getDependenciesList().contains(SOURCE)) {
          dependent.add(name);
        }
      }
      var outputs = fixture.engine.outputs().get(0).getOutputs();
      return new Children(objects, dependent, notation(InputReader.read(outputs).tree()));
    }
  }

  /** Fields sorted; secret and unknown leaves named. */
  private static String notation(Tree tree) {
    if (tree instanceof Fields f) {
      var sorted = new TreeMap<String, String>();
      f.fields().forEach((name, t) -> sorted.put(name, notation(t)));
      return sorted.toString();
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(ModesTest::notation).toList().toString();
    }
    var text = tree instanceof Scalar s ? s.value() + ":" + s.value().getClass() : "unknown";
    return tree.marks().secret() ? "secret " + text : text;
  }

  @SuppressWarnings("ReferenceEquality")
  private static Object raw(Tree tree, Tree leaf, Kind kind, Resource source) {
    if (tree == leaf) {
      return kind.output(tree.plain(), source);
    }
    if (tree instanceof Fields f) {
      return inputs(f, leaf, kind, source);
    }
    return tree instanceof Items l
        ? l.items().stream().map(t -> raw(t, leaf, kind, source)).toList()
        : tree.plain();
  }

  private static Map<String, Object> inputs(Fields fields, Tree leaf, Kind kind, Resource source) {
    var inputs = new LinkedHashMap<String, Object>();
    fields.fields().forEach((name, t) -> inputs.put(name, raw(t, leaf, kind, source)));
    return inputs;
  }

  private static final class Component extends ComponentResource {
    Component(String type, Map<String, Object> inputs) {
      super(type, "it", ComponentResourceOptions.Empty);
      var construction =
          Construction.of(
              this,
              Blueprints.find(type).orElseThrow(),
              "it",
              () -> inputs,
              ComponentResourceOptions.Empty);
      registerOutputs(
          switch (type.substring(type.lastIndexOf(':') + 1)) {
            case "BridgeNetwork" -> Map.of("bridge", construction.output("bridge", HostBridge::of));
            case "NMState",
                "KubeVirtNetworkSettings",
                "NodeClaim",
                "NodeEnvironment",
                "OSImage",
                "MachineConfigTemplate" ->
                Map.of("name", construction.text("name"));
            case "BindingPlugin" ->
                Map.of("binding", construction.output("binding", PluginBinding::of));
            case "NetworkAttachment", "SriovNetwork", "MacvtapDevices" ->
                Map.of("attachment", construction.output("attachment", Attachment::of));
            case "KubeVirtNodeType" ->
                Map.of(
                    "nodeType",
                    construction.output("nodeType", NodeType::of),
                    "fullName",
                    construction.text("fullName"));
            case "VirtualMachine" ->
                Map.of(
                    "name",
                    construction.text("name"),
                    "namespace",
                    construction.text("namespace"),
                    "macAddresses",
                    construction.texts("macAddresses"),
                    "interfaceNames",
                    construction.texts("interfaceNames"));
            case "NetrisNetwork" ->
                Map.ofEntries(
                    Map.entry("attachment", construction.output("attachment", Attachment::of)),
                    Map.entry("bridge", construction.output("bridge", HostBridge::of)),
                    Map.entry("nodeTypeProperties", construction.texts("nodeTypeProperties")),
                    Map.entry("facts", construction.output("facts", NetrisFacts::of)),
                    Map.entry("vnet", construction.text("vnet")),
                    Map.entry("gateway", construction.text("gateway")),
                    Map.entry("subnet", construction.text("subnet")),
                    Map.entry("vlan", construction.number("vlan")),
                    Map.entry("vxlan", construction.number("vxlan")),
                    Map.entry(
                        "vclusterValues",
                        construction.object("vclusterValues", NetrisVclusterValues::of)));
            default ->
                Map.of(
                    "name",
                    construction.text("name"),
                    "nodeTypeNames",
                    construction.list("nodeTypeNames"),
                    "vclusterValues",
                    construction.output("vclusterValues", VclusterValues::of));
          });
    }
  }

  private static final class Source extends CustomResource {
    Source() {
      super("test:index:Source", "source", ResourceArgs.Empty, null);
    }
  }
}
