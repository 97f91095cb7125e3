package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.GuestNames;
import io.kubevirtnet.provider.manifest.PlatformObjects.Placed;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.PropertyOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The machines that the platform will make of node types in manifests.
 *
 * @param machines one for each node type
 * @param checked what is wrong with each of the objects that were given, in their order
 */
public record NodePreview(List<Machine> machines, List<CheckedObject> checked) {
  public NodePreview {
    machines = List.copyOf(machines);
    checked = List.copyOf(checked);
  }

  /**
   * One machine.
   *
   * @param type name of its node type; empty when it has none
   * @param guestNames what the guest calls its cards
   */
  public record Machine(
      String type, EffectiveNode node, GuestNames guestNames, PlatformObjects objects) {

    /**
     * Where it is written what stands at a place of the machine: a property with its origin, a
     * place in the provider, or one in another object. Empty when it is nowhere.
     */
    public String source(PropertyPath place) {
      var source = node.source(place);
      return node.properties().properties().values().stream()
          .filter(p -> p.origin() != PropertyOrigin.DEFAULT)
          .filter(p -> p.value().written().equals(source) || p.value().path().equals(source))
          .findFirst()
          .map(p -> p.key() + " (" + p.origin().wire() + ")")
          .or(() -> objects.holder(source).map(h -> h.own(source).text()))
          .orElse("");
    }
  }

  /**
   * Renders and judges.
   *
   * @param type the one node type that is wanted; nothing for all of them
   */
  public static NodePreview of(NodeManifests given, Optional<String> type, Scene scene) {
    return new Rendering(given, type, scene).preview();
  }

  private static final class Rendering {
    private final NodeManifests given;
    private final Optional<String> type;
    private final PlatformManifest platform;
    private final Placed provider;
    private final Scene scene;

    Rendering(NodeManifests given, Optional<String> type, Scene scene) {
      this.given = given;
      this.type = type;
      this.platform = PlatformManifest.of(given.objects(), scene.release());
      this.provider = platform.objects().find(given.provider()).orElseThrow();
      this.scene = scene.joining(given.objects());
    }

    NodePreview preview() {
      var sources = sources();
      if (given.objects().stream().anyMatch(ManifestCheck::isDefinition)) {
        // Whoever gives some gives those that there are.
        scene.run().definitionsAreAll();
      }
      var checked = new ArrayList<>(ManifestCheck.inPhases(given.objects(), scene, this::isBase));
      var said = new Report();
      platform.objects().all().stream()
          .filter(this::hasPart)
          .forEach(placed -> platform.own(placed, said));
      var machines = new ArrayList<Machine>();
      for (var source : sources) {
        var rendered = RenderedNode.of(source, scene);
        rendered.tell(said);
        machines.add(
            new Machine(
                source.type().get("name").text().orElse(""),
                rendered.node(),
                GuestNames.of(rendered.node().machine(), scene.cluster()),
                platform.objects()));
      }
      for (int i = 0; i < checked.size(); i++) {
        var object = given.objects().get(i);
        var placed = platform.objects().find(object);
        if (placed.isPresent()) {
          checked.set(i, told(placed.get(), said));
        }
      }
      return new NodePreview(machines, checked);
    }

    /** Other claims are for other machines. */
    private boolean hasPart(Placed placed) {
      return placed.kind() != PlatformKind.NODE_CLAIM
          || given.claim().filter(c -> c.fields() == placed.object().fields()).isPresent();
    }

    /** What is judged by itself, and before the machines. */
    private boolean isBase(KubernetesObject object) {
      return PlatformKind.of(object).isEmpty();
    }

    private List<NodeSources> sources() {
      var claim = given.claim().flatMap(platform.objects()::find);
      if (type.isEmpty() && given.isWhole()) {
        return claim.flatMap(platform.cast()::ofClaim).map(this::withChosen).stream().toList();
      }
      return NodeCast.types(provider.part()).stream()
          .filter(t -> type.isEmpty() || t.get("name").is(type.get()))
          .map(t -> platform.cast().of(provider.part(), t, claim.map(Placed::part)))
          .map(this::withChosen)
          .toList();
    }

    private NodeSources withChosen(NodeSources sources) {
      return sources.choosing(
          chosen(PlatformKind.NODE_ENVIRONMENT, sources.environment()),
          chosen(PlatformKind.OS_IMAGE, sources.osImage()));
    }

    private List<Part> chosen(PlatformKind kind, Optional<Part> otherwise) {
      var chosen =
          given.chosen().stream()
              .flatMap(o -> platform.objects().find(o).stream())
              .filter(p -> p.kind() == kind)
              .map(Placed::part)
              .toList();
      return chosen.isEmpty() ? otherwise.stream().toList() : chosen;
    }

    /** Of the node types only what is wanted. */
    private CheckedObject told(Placed placed, Report said) {
      var report = new Report();
      PlatformManifest.hand(said, placed, report);
      var findings = report.findings().stream().filter(f -> isWanted(placed, f.path()));
      return new CheckedObject(
          placed.object().reference(),
          true,
          findings.distinct().map(f -> f.about(placed.object().reference())).toList(),
          ManifestCheck.notChecked(
              report.notChecked().stream().filter(n -> isWanted(placed, n.path())).toList()));
    }

    private boolean isWanted(Placed placed, PropertyPath path) {
      var types = NodeCast.types(provider.part());
      return placed != provider
          || IntStream.range(0, types.size())
              .filter(i -> type.isPresent() || given.isWhole())
              .filter(i -> type.isEmpty() || !types.get(i).get("name").is(type.get()))
              .noneMatch(i -> isIn(provider.own(types.get(i).path()), path));
    }

    private static boolean isIn(PropertyPath around, PropertyPath path) {
      return path.text().startsWith(around.text());
    }
  }

  public List<Finding> findings() {
    return checked.stream().flatMap(c -> c.findings().stream()).toList();
  }
}
