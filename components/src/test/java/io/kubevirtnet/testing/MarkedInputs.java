package io.kubevirtnet.testing;

import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inputs of each component with every property set, and every place in them that may be marked. */
public final class MarkedInputs {
  /** Inputs that the number or the names of children depend on. */
  private static final Set<String> PLAIN = Set.of("namespace", "namespaces", "rollout");

  private static final String INPUTS =
      """
      type: kubevirtnet:BridgeNetwork
      name: br
      properties: {uplink: {nic: ens4}, mtu: 9000, rollout: plain}
      ---
      type: kubevirtnet:NetworkAttachment
      name: lan
      properties: {namespace: vms, linuxBridge: {bridge: "${br.bridge}", vlan: 100, mtu: 1400}}
      ---
      type: kubevirtnet:KubeVirtNodeType
      name: small
      properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachment: "${lan.attachment}"}
      """;

  private MarkedInputs() {}

  /** One leaf of one component's inputs. */
  public record Position(String type, String path, Fields inputs, Tree leaf) {
    /** The inputs with another leaf at this place. */
    public Fields with(Tree other) {
      return (Fields) replace(inputs, leaf, other);
    }

    @Override
    public String toString() {
      return type.substring(type.lastIndexOf(':') + 1) + "." + path;
    }
  }

  public static List<Position> positions() {
    var all = new ArrayList<Position>();
    var outputs = YamlStack.expand(INPUTS);
    collect(
        all,
        Blueprints.BRIDGE_NETWORK.type(),
        """
        {bridgeName: br9, policyName: p9, uplink: {nic: ens9}, nodeSelector: {rack: a}, ipv4: {mode: dhcp},
         ipv6: {mode: none}, mtu: 9000, maxUnavailable: "3", rollout: plain,
         suppress: [{code: KVN-N002, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {name: lan9, namespace: vms, linuxBridge: {bridgeName: br9, vlan: 99, mtu: 1400, macSpoofCheck: true},
         suppress: [{code: KVN-A009, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        "{namespaces: [vms, other], linuxBridge: {bridge: \"${br.bridge}\", vlan: 99}}",
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        """
        {name: t9, displayName: Nine, resources: {cpu: "9", memory: 9Gi},
         image: {url: "docker://a/nine", rootDiskSize: 19Gi}, attachment: "${lan.attachment}", podNetwork: keep,
         binding: bridge, maxCapacity: 9, cost: 99, properties: {team: nine},
         guestAddresses: {cidr: 10.9.0.0/24, ranges: [10.9.0.10-10.9.0.99], gateway: 10.9.0.1, nameservers: [10.9.0.2]},
         suppress: [{code: KVN-P018, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        "{resources: {cpu: \"9\", memory: 9Gi}, attachmentName: nine/lan, podNetwork: none}",
        outputs);
    collect(
        all,
        Blueprints.NODE_PROVIDER.type(),
        """
        {name: kv9, displayName: Nine, cluster: host9, namespace: vms, nodeTypes: ["${small.nodeType}"],
         properties: {zone: nine}}
        """,
        outputs);
    return all;
  }

  private static void collect(List<Position> all, String type, String yaml, YamlStack outputs) {
    var inputs = (Fields) outputs.read(yaml);
    walk(inputs, "", (path, leaf) -> all.add(new Position(type, path, inputs, leaf)));
  }

  private interface Visit {
    void leaf(String path, Tree leaf);
  }

  private static void walk(Tree tree, String path, Visit visit) {
    if (tree instanceof Fields f) {
      f.fields()
          .forEach(
              (name, t) -> {
                if (!path.isEmpty() || !PLAIN.contains(name)) {
                  walk(t, path.isEmpty() ? name : path + "." + name, visit);
                }
              });
    } else if (tree instanceof Items l) {
      for (int i = 0; i < l.items().size(); i++) {
        walk(l.items().get(i), path + "[" + i + "]", visit);
      }
    } else {
      visit.leaf(path, tree);
    }
  }

  /** By identity: the same text may stand at several places. */
  @SuppressWarnings("ReferenceEquality")
  private static Tree replace(Tree tree, Tree leaf, Tree other) {
    if (tree == leaf) {
      return other;
    }
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Tree>();
      f.fields().forEach((name, t) -> fields.put(name, replace(t, leaf, other)));
      return new Fields(fields, f.marks());
    }
    return tree instanceof Items l
        ? new Items(l.items().stream().map(t -> replace(t, leaf, other)).toList(), l.marks())
        : tree;
  }

  public static List<Tree> leaves(Tree tree) {
    var leaves = new ArrayList<Tree>();
    walk(Tree.of("all", tree), "", (path, leaf) -> leaves.add(leaf));
    return leaves;
  }

  /** What is known, without marks. */
  public static List<Object> scalars(Tree tree) {
    return leaves(tree).stream()
        .filter(Scalar.class::isInstance)
        .map(t -> ((Scalar) t).value())
        .toList();
  }

  /** Known leaves of the one tree at places where the other has an unknown one. */
  public static Set<Tree> leavesOnlyIn(Tree known, Tree unknown) {
    var found = new LinkedHashSet<Tree>();
    compare(known, unknown, found);
    return found;
  }

  private static void compare(Tree known, Tree unknown, Set<Tree> found) {
    if (unknown instanceof Tree.Unknown) {
      found.addAll(leaves(known));
    } else if (known instanceof Fields a && unknown instanceof Fields b) {
      a.fields().forEach((name, t) -> b.get(name).ifPresent(u -> compare(t, u, found)));
    } else if (known instanceof Items a && unknown instanceof Items b) {
      for (int i = 0; i < Math.min(a.items().size(), b.items().size()); i++) {
        compare(a.items().get(i), b.items().get(i), found);
      }
    }
  }
}
