package io.kubevirtnet.platform;

import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.kubevirt.Template;
import io.kubevirtnet.kubevirt.TemplateMerge;
import io.kubevirtnet.kubevirt.TemplateMerge.Conflict;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NodeResourcesSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The template that a node type brings: what its inputs make, and what its author adds to that.
 *
 * @param tree a VirtualMachine, or what is merged into one
 * @param merged whether it is merged into the provider's
 * @param places in the template, with the inputs that they come from
 * @param conflicts what both say
 */
record NodeMachine(Tree tree, boolean merged, Places places, List<Conflict> conflicts) {
  private static final PropertyPath SPEC = new PropertyPath("spec.template.spec");
  private static final List<List<String>> LISTS =
      List.of(
          List.of("spec", "template", "spec", "domain", "devices", "interfaces"),
          List.of("spec", "template", "spec", "networks"));
  private static final String POD_NETWORK = "default";

  static NodeMachine of(KubeVirtNodeTypeSpec spec) {
    boolean merged =
        spec.mergeVirtualMachineTemplate().isGiven() && spec.virtualMachineTemplate().isAbsent();
    Value<Map<String, Value<Tree>>> written =
        merged ? spec.mergeVirtualMachineTemplate() : spec.virtualMachineTemplate();
    Tree tree = written.isGiven() ? Tree.of(written) : Fields.EMPTY;
    var author = new Template(marked(tree, LISTS, spec.podNetwork().marks()), written.path(), true);
    var made = merged ? mergeable(spec, author) : whole(spec, author);
    var both = TemplateMerge.machine(made, author);
    return new NodeMachine(
        both.tree(), merged, places(spec, author).and(both.places()), both.conflicts());
  }

  /** Its name in a node type. */
  String field() {
    return merged ? "mergeVirtualMachineTemplate" : "virtualMachineTemplate";
  }

  /** The same places, in something that has it there. */
  Places placesIn(PropertyPath at) {
    var inside = Places.EMPTY.same(at, new PropertyPath(field()));
    for (var place : places.inputs().entrySet()) {
      var path = new PropertyPath(place.getKey().isEmpty() ? at.text() : at + "." + place.getKey());
      inside =
          place.getValue().same()
              ? inside.same(path, place.getValue().path())
              : inside.at(path, place.getValue().path());
    }
    return inside;
  }

  /** Which networks there are depends on the choice, even where it adds none. */
  private static Tree marked(Tree tree, List<List<String>> lists, Marks marks) {
    var changed = tree;
    for (var list : lists) {
      changed = marked(changed, list.iterator(), marks);
    }
    return changed;
  }

  private static Tree marked(Tree tree, Iterator<String> steps, Marks marks) {
    if (!steps.hasNext()) {
      return tree.marked(marks);
    }
    var step = steps.next();
    return tree instanceof Fields fields && fields.get(step).isPresent()
        ? fields.with(step, marked(fields.get(step).get(), steps, marks))
        : tree;
  }

  /** Each type brings a template of its own, so that it does not depend on what a base holds. */
  private static Fields whole(KubeVirtNodeTypeSpec spec, Template author) {
    var requests = Part.of(PropertyPath.ROOT, author.tree()).get("spec", "template", "spec");
    requests = requests.get("domain", "resources", "requests");
    var resources = spec.resources();
    var own =
        Tree.fields()
            .withIf(!requests.get("cpu").isSet(), "cpu", resources.flatMap(NodeResourcesSpec::cpu))
            .withIf(
                !requests.get("memory").isSet(),
                "memory",
                resources.flatMap(NodeResourcesSpec::memory));
    var domain =
        Tree.fields().withIf(!own.fields().isEmpty(), "resources", Tree.of("requests", own));
    var devices = devices(spec, author);
    var choice = spec.podNetwork();
    boolean brings = bringsPodNetwork(author);
    boolean adds = !brings && !is(choice, PodNetworkChoice.None);
    devices = devices.withIf(adds, "interfaces", choice.map(c -> podInterface()));
    return machine(
        domain.withIf(!devices.fields().isEmpty(), "devices", devices),
        Tree.fields().withIf(adds, "networks", choice.map(c -> podNetwork())));
  }

  /** A list of ours would take away those of the provider's template. */
  private static Fields mergeable(KubeVirtNodeTypeSpec spec, Template author) {
    var devices = devices(spec, author);
    return devices.fields().isEmpty()
        ? Fields.EMPTY
        : machine(Tree.of("devices", devices), Fields.EMPTY);
  }

  private static Fields machine(Fields domain, Fields rest) {
    var instance = Tree.of("domain", domain);
    for (var part : rest.fields().entrySet()) {
      instance = instance.with(part.getKey(), part.getValue());
    }
    return Tree.of("spec", Tree.of("template", Tree.of("spec", instance)));
  }

  /** Without any network KubeVirt would add that of the pod. */
  private static Fields devices(KubeVirtNodeTypeSpec spec, Template author) {
    var said =
        Part.of(PropertyPath.ROOT, author.tree())
            .get("spec", "template", "spec", "domain", "devices", "autoattachPodInterface");
    Value<Boolean> alone =
        spec.multusDefault()
            .with(spec.podNetwork(), (first, pod) -> !first && pod == PodNetworkChoice.None);
    boolean adds = !said.isSet() && alone.isGiven() && alone.known().orElse(true);
    return Tree.fields().withIf(adds, "autoattachPodInterface", alone.map(a -> !a));
  }

  private static boolean bringsPodNetwork(Template author) {
    return Part.of(PropertyPath.ROOT, author.tree())
        .get("spec", "template", "spec", "networks")
        .items()
        .stream()
        .anyMatch(n -> !n.isOpen() && n.get("pod").isSet());
  }

  private static boolean is(Value<PodNetworkChoice> choice, PodNetworkChoice wanted) {
    return choice.known().filter(wanted::equals).isPresent();
  }

  /**
   * Written out, because KubeVirt adds the pod network by itself only where no other network is.
   * The bridge binding gives each node the pod's own address; masquerade would give all the same
   * one.
   */
  private static Tree podInterface() {
    return Tree.items(Tree.of("name", POD_NETWORK).with("bridge", Tree.fields()));
  }

  private static Tree podNetwork() {
    return Tree.items(Tree.of("name", POD_NETWORK).with("pod", Tree.fields()));
  }

  private static Places places(KubeVirtNodeTypeSpec spec, Template author) {
    var domain = SPEC.child("domain");
    var devices = domain.child("devices");
    var places =
        Places.EMPTY
            .at(domain.child("resources"), spec.resources().path())
            .at(devices.child("autoattachPodInterface"), spec.multusDefault().path());
    return bringsPodNetwork(author)
        ? places
        : places
            .at(devices.child("interfaces").index(0), spec.podNetwork().path())
            .at(SPEC.child("networks").index(0), spec.podNetwork().path());
  }
}
