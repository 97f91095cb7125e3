package io.kubevirtnet.provider.render;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.NodeManifests;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects among the inputs of the function. What they are follows from the input that they
 * stand in, so that none needs to say it.
 */
final class GivenNode {
  static final String PROVIDER = "nodeProvider";
  private static final String PLATFORM = "management.loft.sh/v1";

  private final Fields inputs;
  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<PropertyPath> places = new ArrayList<>();

  private GivenNode(Fields inputs) {
    this.inputs = inputs;
  }

  /**
   * Reads them.
   *
   * @param places the input of each object
   */
  record Objects(NodeManifests manifests, List<PropertyPath> places) {}

  /** Nothing while the provider is not known. */
  static Optional<Objects> of(Fields inputs) {
    var given = new GivenNode(inputs);
    return given
        .one(PROVIDER, "NodeProvider", PLATFORM)
        .map(
            provider -> {
              var chosen = new ArrayList<KubernetesObject>();
              given.one("environment", "NodeEnvironment", PLATFORM).ifPresent(chosen::add);
              given.one("osImage", "OSImage", PLATFORM).ifPresent(chosen::add);
              var claim = given.one("nodeClaim", "NodeClaim", PLATFORM);
              given.several("configTemplates", "MachineConfigTemplate", PLATFORM);
              given.several("definitions", NadExpander.KIND, NadExpander.API_VERSION);
              return new Objects(
                  new NodeManifests(given.objects, provider, claim, chosen), given.places);
            });
  }

  private Optional<KubernetesObject> one(String input, String kind, String apiVersion) {
    return inputs.get(input).map(t -> add(t, new PropertyPath(input), kind, apiVersion));
  }

  /** Of a list that is not known as a whole nobody can tell what is not in it. */
  private void several(String input, String kind, String apiVersion) {
    var list = inputs.get(input);
    if (list.isPresent()
        && list.get() instanceof Items items
        && items.items().stream().allMatch(Fields.class::isInstance)) {
      for (int i = 0; i < items.items().size(); i++) {
        add(items.items().get(i), new PropertyPath(input).index(i), kind, apiVersion);
      }
    }
  }

  /** What is not known at all has metadata and a spec that are not. */
  private KubernetesObject add(Tree tree, PropertyPath place, String kind, String apiVersion) {
    var fields = tree instanceof Fields f ? f : Tree.of("metadata", tree).with("spec", tree);
    var object =
        KubernetesObject.of(fields.with("apiVersion", apiVersion).with("kind", kind)).orElseThrow();
    objects.add(object);
    places.add(place);
    return object;
  }
}
