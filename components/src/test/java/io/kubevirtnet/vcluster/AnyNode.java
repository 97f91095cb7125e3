package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Node types with any properties, and templates that KubeVirt takes. */
record AnyNode(Random random) {
  private static final Map<PropertyKey, List<String>> VALUES =
      Map.ofEntries(
          Map.entry(PropertyKey.ATTACHMENT, List.of("vms/lan", "lan", "")),
          Map.entry(PropertyKey.BINDING, List.of("bridge", "sriov", "masquerade", "passt", "")),
          Map.entry(
              PropertyKey.INTERFACE_TEMPLATE,
              List.of(
                  "model: e1000e",
                  "binding: {name: passt}",
                  "{bridge: null, binding: {name: passt}}",
                  "{bridge: null}",
                  "{sriov: {}, binding: {name: passt}}",
                  "name: other",
                  "[]",
                  "")),
          Map.entry(PropertyKey.MULTUS_DEFAULT, List.of("true", "false", "yes")),
          Map.entry(PropertyKey.CIDR, List.of("10.0.0.1/24", "10.0.0.0/30", "fd00::1/64", "x")),
          Map.entry(PropertyKey.RANGES, List.of("10.0.0.5-10.0.0.9", "x-y")),
          Map.entry(PropertyKey.GUEST_INTERFACE, List.of("enp2s0", "")),
          Map.entry(PropertyKey.NAMESERVERS, List.of("10.0.0.2", "1.1.1.1,8.8.8.8", ",")),
          Map.entry(PropertyKey.NETWORK_DATA, List.of("dmVyc2lvbjogMg==", "version: 2")),
          Map.entry(PropertyKey.NETWORK_DATA_TEMPLATE, List.of("static")),
          Map.entry(PropertyKey.NETRIS_SERVER_CLUSTER, List.of("tenant")),
          Map.entry(
              PropertyKey.IMAGE_URL, List.of("docker://quay.io/ubuntu:22.04", "https://a/b", "x")),
          Map.entry(PropertyKey.ROOT_DISK_SIZE, List.of("20Gi")),
          Map.entry(PropertyKey.ROOT_DISK_TEMPLATE, List.of("bootOrder: 1", "[")),
          Map.entry(PropertyKey.MACHINE_MERGE_TEMPLATE, List.of("metadata: {labels: {a: b}}")));

  NodeSources sources() {
    return sources(template(), Fields.EMPTY);
  }

  /**
   * @param template of the provider
   * @param ofType fields of the node type beside its name and properties
   */
  NodeSources sources(Fields template, Fields ofType) {
    var type = Tree.of("name", "small").with("properties", properties(3));
    for (var field : ofType.fields().entrySet()) {
      type = type.with(field.getKey(), field.getValue());
    }
    return of(provider(template, properties(3), type));
  }

  static Fields provider(Fields template, Fields properties, Fields type) {
    var kubeVirt =
        Tree.of("clusterRef", Tree.of("cluster", "host").with("namespace", "vms"))
            .with("virtualMachineTemplate", template)
            .with("nodeTypes", Tree.items(type));
    return Tree.of("metadata", Tree.of("name", "kv"))
        .with("spec", Tree.of("properties", properties).with("kubeVirt", kubeVirt));
  }

  static NodeSources of(Fields provider) {
    var part = Part.of(new PropertyPath("NodeProvider"), (Tree) provider);
    var type = part.get("spec", "kubeVirt", "nodeTypes").items().get(0);
    return NodeSources.of(part, type, PlatformRelease.newest());
  }

  /** The attachment is there half of the time, each other property less often. */
  Fields properties(int oneIn) {
    var properties = Fields.EMPTY;
    for (var key : PropertyKey.values()) {
      var values = VALUES.getOrDefault(key, List.of());
      boolean isSaid = random.nextInt(key == PropertyKey.ATTACHMENT ? 2 : oneIn * 2) == 0;
      if (isSaid && !values.isEmpty()) {
        properties = properties.with(key.key(), values.get(random.nextInt(values.size())));
      }
    }
    return properties;
  }

  /** Networks and interfaces that belong together, in any order. */
  Fields template() {
    BooleanSupplier maybe = random::nextBoolean;
    var networks = new ArrayList<Tree>();
    var interfaces = new ArrayList<Tree>();
    for (var name : List.of("default", "storage", "multus", "backup")) {
      if (maybe.getAsBoolean()) {
        var network = Tree.of("name", name);
        boolean isPod = name.equals("default");
        networks.add(
            random.nextInt(networks.size() + 1),
            isPod
                ? network.with("pod", Fields.EMPTY)
                : network.with("multus", Tree.of("networkName", "vms/" + name)));
        interfaces.add(
            random.nextInt(interfaces.size() + 1),
            Tree.of("name", name).with("bridge", Fields.EMPTY));
      }
    }
    var spec =
        Tree.of("domain", Tree.of("devices", Tree.of("interfaces", items(interfaces))))
            .with("networks", items(networks));
    return Tree.of("metadata", Tree.of("labels", Tree.of("tier", "node")))
        .with("spec", Tree.of("runStrategy", "Always").with("template", Tree.of("spec", spec)));
  }

  private static Items items(List<Tree> items) {
    return new Items(items, Marks.NONE);
  }

  /** The same with something else somewhere in it. */
  Fields changed(Fields tree, Tree with) {
    return (Fields) changed(tree, new int[] {1 + random.nextInt(count(tree) - 1)}, with);
  }

  private static int count(Tree tree) {
    return 1 + tree.parts().mapToInt(AnyNode::count).sum();
  }

  private static Tree changed(Tree tree, int[] left, Tree with) {
    if (left[0]-- == 0) {
      return with;
    }
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Tree>();
      f.fields().forEach((name, value) -> fields.put(name, changed(value, left, with)));
      return new Fields(fields, f.marks());
    }
    return tree instanceof Items l
        ? items(l.items().stream().map(i -> changed(i, left, with)).toList())
        : tree;
  }

  Tree anything() {
    return List.<Tree>of(
            new Unknown(Marks.NONE),
            Fields.EMPTY,
            Tree.items(),
            Tree.items("a", Fields.EMPTY),
            Tree.of((Object) "a"),
            Tree.of((Object) 7),
            Tree.of((Object) true),
            Tree.of("name", "multus"))
        .get(random.nextInt(8));
  }

  static Optional<Tree> find(Part root, PropertyPath path) {
    return walk(root).filter(p -> p.path().equals(path)).findFirst().flatMap(Part::tree);
  }

  static Stream<Part> walk(Part part) {
    var inner =
        Stream.concat(part.items().stream(), PropertyMerge.keys(part).stream().map(part::get));
    return Stream.concat(Stream.of(part), inner.flatMap(AnyNode::walk));
  }
}
