package io.kubevirtnet.attachment;

import io.kubevirtnet.cni.Circumstances;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.cni.Purpose;
import io.kubevirtnet.enums.AttachmentApi;
import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.AttachmentPurpose;
import io.kubevirtnet.enums.CniVersion;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.spec.MacvtapDevicesSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.SriovNetworkSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One network in some namespaces, with every default in its place.
 *
 * @param plugs what it plugs into: one, unless the author made a mistake
 * @param resource what a pod with it must ask for; absent when nothing
 */
public record DesiredAttachment(
    Value<String> name,
    List<Value<String>> namespaces,
    List<Plug> plugs,
    Chain chain,
    Value<CniVersion> cniVersion,
    Value<String> resource,
    Value<Map<String, Value<String>>> labels,
    Value<Map<String, Value<String>>> annotations,
    Value<AttachmentPurpose> purpose,
    Value<String> pluginsVersion,
    AttachmentApi api) {
  static final String RESOURCE_ANNOTATION = "k8s.v1.cni.cncf.io/resourceName";

  /** Where the config stands in a definition; inputs have other names. */
  private static final PropertyPath CONFIG = new PropertyPath("spec.config");

  public DesiredAttachment {
    namespaces = List.copyOf(namespaces);
    plugs = List.copyOf(plugs);
  }

  /** The attachment that a resource of this name stands for. */
  public static DesiredAttachment of(NetworkAttachmentSpec spec, String resourceName) {
    var plugs = Plug.chosen(spec);
    return new DesiredAttachment(
        spec.name().orDefault(resourceName),
        Namespaces.of(spec.namespace(), spec.namespaces()),
        plugs,
        new Chain(
            spec.ipam(),
            spec.tuning(),
            spec.bandwidth(),
            spec.chainedPlugins(),
            spec.capabilities()),
        spec.cniVersion(),
        plugs.stream()
            .map(Plug::resource)
            .filter(Value::isGiven)
            .findFirst()
            .map(spec.resourceName()::or)
            .orElse(spec.resourceName()),
        spec.labels(),
        spec.annotations(),
        spec.purpose(),
        spec.pluginsVersion(),
        spec.api().known().orElse(AttachmentApi.NetworkAttachmentDefinition));
  }

  /** The definition that the operator of SR-IOV makes of its own object. */
  static DesiredAttachment of(SriovNetworkSpec spec, Value<String> name, Value<String> resource) {
    var none = PropertyPath.ROOT;
    return new DesiredAttachment(
        name,
        List.of(spec.namespace()),
        List.of(SriovPlug.of(spec)),
        new Chain(
            spec.ipam(),
            spec.tuning(),
            spec.bandwidth(),
            spec.chainedPlugins(),
            spec.capabilities()),
        Value.known(none, CniVersion.V1_0_0),
        resource,
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        spec.purpose(),
        new Value.Absent<>(none),
        AttachmentApi.NetworkAttachmentDefinition);
  }

  /** The definition for one device of the device plugin. */
  static DesiredAttachment of(MacvtapDevicesSpec spec, String resourceName, Value<String> device) {
    var none = PropertyPath.ROOT;
    var plug = MacvtapPlug.of(device, spec.mtu());
    return new DesiredAttachment(
        spec.name().orDefault(resourceName),
        Namespaces.of(spec.namespace(), spec.namespaces()),
        List.of(plug),
        Chain.none(none),
        Value.known(none, CniVersion.V0_3_1),
        plug.resource(),
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        Value.known(none, AttachmentPurpose.VirtualMachines),
        new Value.Absent<>(none),
        AttachmentApi.NetworkAttachmentDefinition);
  }

  /** True when one object of OVN-Kubernetes stands for it in the whole cluster. */
  public boolean hasClusterObject() {
    return isUserDefinedNetwork() && plug().filter(this::isClusterWide).isPresent();
  }

  boolean isUserDefinedNetwork() {
    return api == AttachmentApi.UserDefinedNetwork;
  }

  /** What it plugs into; nothing when the author chose nothing. */
  Optional<Plug> plug() {
    return plugs.stream().findFirst();
  }

  /** What it asks of a bridge on the nodes, where it plugs into one. */
  public Optional<BridgeJoin> bridge() {
    return plug().flatMap(Plug::bridge);
  }

  /** One definition per namespace, as Multus will find it, whoever makes the object. */
  public List<Definition> definitions() {
    return plug().stream()
        .flatMap(plug -> namespaces.stream().map(ns -> definition(plug, ns)))
        .toList();
  }

  private Definition definition(Plug plug, Value<String> namespace) {
    return new Definition(
        name, namespace, annotationsOwn(), wording(plug, namespace).byPlaces().config(), CONFIG);
  }

  /** The input that says what stands at a place in a definition. */
  PropertyPath input(PropertyPath place) {
    var text = place.text();
    if (plug().isEmpty() || !text.startsWith(CONFIG.text())) {
      return place;
    }
    if (text.contains(RESOURCE_ANNOTATION)) {
      return resource.path();
    }
    var inside = text.substring(CONFIG.text().length());
    var wording =
        namespaces.stream()
            .findFirst()
            .map(ns -> wording(plug().get(), ns).byPlaces())
            .orElse(Wording.EMPTY);
    return plug().get().input(wording, inside.startsWith(".") ? inside.substring(1) : inside);
  }

  Wording wording(Plug plug, Value<String> namespace) {
    return plug.config(
        new Frame(name, namespace, networkName(plug, namespace), cniVersion, silentPod(), chain));
  }

  /** CNI name of the network: objects of OVN-Kubernetes get one from it. */
  Value<String> networkName(Plug plug, Value<String> namespace) {
    if (!isUserDefinedNetwork()) {
      return plug.networkName().or(name);
    }
    return isClusterWide(plug)
        ? name.map(n -> "cluster_udn_" + n)
        : name.with(namespace, (n, ns) -> ns + "_" + n);
  }

  /** A network over several namespaces, or with a physical network, has an object of its own. */
  boolean isClusterWide(Plug plug) {
    return namespaces.size() != 1 || plug.kind() == AttachmentKind.OvnLocalnet;
  }

  private Value<Boolean> silentPod() {
    return chain.ipam().isGiven()
        ? Value.known(chain.ipam().path(), false)
        : purpose.map(p -> p == AttachmentPurpose.VirtualMachines);
  }

  private Fields annotationsOwn() {
    return Tree.fields().with(RESOURCE_ANNOTATION, resource);
  }

  /** Sorted, with those of the author; unknown as a whole when these are. */
  Tree allAnnotations() {
    if (annotations.isUnknown()) {
      return Tree.of(annotations);
    }
    var all = new TreeMap<String, Object>(annotations.known().orElse(Map.of()));
    if (resource.isGiven()) {
      all.put(RESOURCE_ANNOTATION, resource);
    }
    return Tree.of(all);
  }

  Circumstances circumstances() {
    return new Circumstances(
        purpose.known().map(DesiredAttachment::purpose).orElse(Purpose.UNSTATED),
        pluginsVersion.known());
  }

  private static Purpose purpose(AttachmentPurpose purpose) {
    return switch (purpose) {
      case VirtualMachines -> Purpose.VIRTUAL_MACHINES;
      case Pods -> Purpose.PODS;
    };
  }

  Value<IpamKind> ipam() {
    var typed =
        chain.ipam().isAbsent()
            ? Value.known(chain.ipam().path(), IpamKind.None)
            : chain.ipam().map(spec -> IpamWording.kind(spec).orElse(IpamKind.None));
    return plug().map(plug -> plug.ipam(typed)).orElse(typed);
  }
}
