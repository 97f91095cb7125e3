package io.kubevirtnet.machine;

import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.GuestNetworkData;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.GuestNames;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.kubevirt.NamedNetworks;
import io.kubevirtnet.kubevirt.Template;
import io.kubevirtnet.kubevirt.TemplateMerge;
import io.kubevirtnet.spec.InstanceTypeRefSpec;
import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.spec.VmNetworkSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A machine with every default in its place, and the objects that come of it. */
public final class DesiredMachine {
  public static final String API_VERSION = "kubevirt.io/v1";
  public static final String KIND = "VirtualMachine";
  static final PropertyPath TEMPLATE = new PropertyPath("spec.template");

  private final VirtualMachineSpec spec;
  private final Value<String> name;
  private final RootDisk rootDisk;
  private final CloudInit cloudInit;
  private final Template template;
  private final TemplateMerge.Merged merged;

  private DesiredMachine(VirtualMachineSpec spec, String resourceName) {
    this.spec = spec;
    this.name = spec.name().orDefault(resourceName);
    this.rootDisk = new RootDisk(spec, spec.namespace(), name);
    this.cloudInit = new CloudInit(spec, name);
    this.template = AddedTemplate.of(spec);
    this.merged = TemplateMerge.of(template(), template, TEMPLATE);
  }

  /** The machine that a resource of this name stands for. */
  public static DesiredMachine of(VirtualMachineSpec spec, String resourceName) {
    return new DesiredMachine(spec, resourceName);
  }

  public Value<String> name() {
    return name;
  }

  public Value<String> namespace() {
    return spec.namespace();
  }

  /** The networks that are known to be there, in their order. */
  public List<MachineNetwork> networks() {
    return spec.networks().known().orElse(List.of()).stream()
        .flatMap(n -> n.known().stream())
        .map(this::network)
        .toList();
  }

  /** The networks whose definition is only named. */
  Items namedNetworks() {
    var typed =
        networks().stream()
            .filter(n -> n.spec().attachment().isGiven())
            .flatMap(n -> n.name().known().stream())
            .collect(Collectors.toSet());
    return NamedNetworks.of(machine(), typed);
  }

  /** The bridges of its attachments that are only named, by network. */
  Fields namedBridges() {
    var bridges = Fields.EMPTY;
    for (var network : networks()) {
      var name = network.name().known();
      var bridge = network.namedBridge();
      if (name.isPresent() && bridge.isGiven()) {
        bridges = bridges.with(name.get(), Tree.of(bridge).marked(network.name().marks()));
      }
    }
    return bridges;
  }

  MachineNetwork network(VmNetworkSpec network) {
    return new MachineNetwork(network, spec.namespace(), name);
  }

  /** The object for KubeVirt. */
  public Fields object() {
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", KIND)
        .with(
            "metadata",
            Tree.of("name", name)
                .with("namespace", spec.namespace())
                .with("labels", spec.labels())
                .with("annotations", spec.annotations()))
        .with(
            "spec",
            withTemplates(
                    Tree.of("runStrategy", spec.runStrategy())
                        .with(
                            "instancetype",
                            spec.instanceType().map(r -> reference(r, "Instancetype")))
                        .with("preference", spec.preference().map(r -> reference(r, "Preference"))))
                .with("template", merged.tree()));
  }

  /** What cloud-init reads, where there is any. */
  public Optional<Fields> secret() {
    return cloudInit.secret(spec.namespace(), networkData());
  }

  public Value<String> secretName() {
    return cloudInit.secretName();
  }

  private static Fields reference(InstanceTypeRefSpec reference, String kind) {
    return Tree.of(
            "kind",
            reference.namespaced().map(own -> "VirtualMachine" + (own ? "" : "Cluster") + kind))
        .with("name", reference.name());
  }

  private Fields withTemplates(Fields machine) {
    var own = rootDisk.dataVolumeTemplate();
    if (own.isEmpty()) {
      return machine.with("dataVolumeTemplates", spec.dataVolumeTemplates());
    }
    var others = spec.dataVolumeTemplates();
    return machine.with(
        "dataVolumeTemplates",
        others.isUnknown()
            ? new Unknown(others.marks().and(own.get().allMarks()))
            : Tree.of(
                Stream.concat(own.stream(), others.known().orElse(List.of()).stream()).toList()));
  }

  /** In the order of the API: a template with metadata has these first. */
  private Fields template() {
    var metadata = Tree.fields().with("labels", spec.labels());
    boolean more = template.tree() instanceof Fields f && f.get("metadata").isPresent();
    return Tree.fields()
        .withIf(more || spec.labels().isGiven(), "metadata", metadata)
        .with("spec", instance());
  }

  private Fields instance() {
    var cpu =
        Tree.fields()
            .with("cores", spec.cpuCores())
            .with("dedicatedCpuPlacement", spec.dedicatedCpus());
    var domain =
        Tree.fields()
            .withIf(!cpu.fields().isEmpty(), "cpu", cpu)
            .withIf(spec.memory().isGiven(), "memory", Tree.of("guest", spec.memory()))
            .with("devices", devices());
    var volumes =
        Stream.concat(
                rootDisk.exists() ? Stream.of(rootDisk.volume()) : Stream.<Tree>empty(),
                cloudInit.exists() ? Stream.of(cloudInit.volume()) : Stream.<Tree>empty())
            .toList();
    return Tree.of("domain", domain)
        .with("nodeSelector", spec.nodeSelector())
        .with("networks", each(MachineNetwork::toNetwork))
        .withIf(!volumes.isEmpty(), "volumes", volumes);
  }

  private Fields devices() {
    var disks = new ArrayList<Tree>();
    if (rootDisk.exists()) {
      disks.add(disk(RootDisk.NAME));
    }
    if (cloudInit.exists()) {
      disks.add(disk(CloudInit.NAME));
    }
    return Tree.fields()
        .withIf(!disks.isEmpty(), "disks", disks)
        .with("interfaces", each(MachineNetwork::toInterface))
        .with("networkInterfaceMultiqueue", spec.multiqueue())
        .with("autoattachPodInterface", spec.autoattachPodInterface());
  }

  private static Fields disk(String name) {
    return Tree.of("name", name).with("disk", Tree.of("bus", "virtio"));
  }

  /** One item for each network, in their order; an open entry is an open item. */
  private Value<Tree> each(Function<MachineNetwork, Tree> item) {
    return spec.networks()
        .map(
            all ->
                new Items(
                    all.stream().map(n -> Tree.of(n.map(x -> item.apply(network(x))))).toList(),
                    spec.networks().marks()));
  }

  TemplateMerge.Merged merged() {
    return merged;
  }

  Template addition() {
    return template;
  }

  RootDisk rootDisk() {
    return rootDisk;
  }

  CloudInit cloudInit() {
    return cloudInit;
  }

  Optional<Tree> networkData() {
    return cloudInit.networkData(guestCards(), nameMarks());
  }

  /** The addresses that the guest gives itself on a network. */
  public List<Value<String>> guestAddresses(String network) {
    return spec.guestNetwork()
        .known()
        .map(guest -> GuestNetworkData.addresses(guest, network))
        .orElse(List.of());
  }

  /** The machine as KubeVirt judges it. */
  public Machine machine() {
    return new Machine(MachineKind.VIRTUAL_MACHINE, Part.of(PropertyPath.ROOT, object()));
  }

  /** What a guest calls its cards; which networks there are follows from inputs alone. */
  GuestNames guestNames() {
    return GuestNames.of(machine(), ClusterConfiguration.of(KubeVirtRelease.newest()));
  }

  /** What the names of cards come from: all of the interfaces, since they are counted. */
  private Marks nameMarks() {
    boolean counted = networks().stream().anyMatch(n -> n.mac().isAbsent());
    return counted ? interfaces().allMarks() : Marks.NONE;
  }

  Tree interfaces() {
    return inMachine("domain", "devices", "interfaces").orElse(Tree.items());
  }

  /** Where it comes from that names of cards can not be told yet; nothing when they can. */
  Optional<Marks> open() {
    return interfaces().hasUnknown()
        ? Optional.of(Marks.all(unknown(interfaces())))
        : Optional.empty();
  }

  private static Stream<Marks> unknown(Tree tree) {
    return tree instanceof Unknown
        ? Stream.of(tree.marks())
        : tree.parts().flatMap(DesiredMachine::unknown);
  }

  List<GuestCard> guestCards() {
    int own = spec.networks().known().map(List::size).orElse(0);
    return GuestCards.of(
        networks(), machine().interfaces().stream().skip(own).toList(), guestNames(), open());
  }

  /** A part of the machine as KubeVirt will have it, the author's template included. */
  Optional<Tree> inMachine(String... names) {
    Optional<Tree> at =
        merged.tree() instanceof Fields f ? f.get("spec") : Optional.of(merged.tree());
    for (var name : names) {
      at =
          at.flatMap(
              t ->
                  t instanceof Fields f
                      ? f.get(name)
                      : Optional.of(t).filter(Unknown.class::isInstance));
    }
    return at;
  }

  /** The input that says what stands at a place in the object. */
  PropertyPath input(PropertyPath place) {
    return InputPlaces.of(spec, this).input(place);
  }
}
