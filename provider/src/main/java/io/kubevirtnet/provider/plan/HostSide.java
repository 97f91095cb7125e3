package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.PolicyManifest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy of nodes, as far as machines notice it.
 *
 * @param managed inputs of the NodeNetworkPolicy that owns it
 * @param interfaces all that it names, in its order
 */
record HostSide(
    ObjectReference reference,
    HostPolicy policy,
    Optional<Fields> managed,
    List<NetworkInterface> interfaces) {
  private static final Set<String> NOT_WANTED = Set.of("absent", "ignore", "down");
  private static final Set<String> BRIDGES = Set.of("linux-bridge", "ovs-bridge");

  static HostSide of(KubernetesObject object, Optional<Fields> managed) {
    var policy = PolicyManifest.of(object, new Report()).policy();
    var interfaces =
        masked(policy.desiredState()) instanceof Fields f
            ? new NetworkState(f)
                .interfaces().stream()
                    .filter(i -> i.name().filter(n -> !n.contains("{{")).isPresent())
                    .filter(i -> !i.isNamed(Part.SECRET))
                    .toList()
            : List.<NetworkInterface>of();
    return new HostSide(object.reference(), policy, managed, interfaces);
  }

  /** Nothing in it is a secret any more, since nobody can read what was one. */
  private static Tree masked(Tree tree) {
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Tree>();
      f.fields().forEach((k, v) -> fields.put(k, masked(v)));
      return new Fields(fields, f.marks());
    }
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(HostSide::masked).toList(), l.marks());
    }
    return tree instanceof Scalar && tree.marks().secret()
        ? new Scalar(Part.SECRET, tree.marks())
        : tree;
  }

  /** Nobody can tell yet which interfaces it will name. */
  boolean isOpen() {
    return policy.desiredState().hasUnknown();
  }

  /** The nodes meant, in words; of a selector that is not known yet, only that. */
  String nodes() {
    boolean secret = Tree.of(policy.nodeSelector()).allMarks().secret();
    return secret
        ? "nodes with [secret]"
        : policy.nodes().map(NodeSelector::toString).orElse("nodes known after apply");
  }

  /** Bridges that it makes or keeps. */
  List<NetworkInterface> bridges() {
    return wanted().stream().filter(HostSide::isBridge).toList();
  }

  Optional<NetworkInterface> bridge(String name) {
    return bridges().stream().filter(b -> b.isNamed(name)).findFirst();
  }

  List<NetworkInterface> wanted() {
    return interfaces.stream().filter(i -> !NOT_WANTED.contains(i.state())).toList();
  }

  Optional<NetworkInterface> find(String name) {
    return wanted().stream().filter(i -> i.isNamed(name) && !isBridge(i)).findFirst();
  }

  static boolean isBridge(NetworkInterface entry) {
    return entry.type().filter(BRIDGES::contains).isPresent();
  }

  /** Interfaces that it takes away or takes down. */
  Set<String> gone() {
    var gone = new LinkedHashSet<String>();
    interfaces.stream()
        .filter(i -> i.state().equals("absent") || i.state().equals("down"))
        .forEach(i -> i.name().ifPresent(gone::add));
    return gone;
  }

  /** The bridge that carries a localnet of OVN. */
  Optional<String> mapped(String localnet) {
    return mappings().stream()
        .filter(m -> m.get("localnet").is(localnet) && !m.get("state").is("absent"))
        .flatMap(m -> m.get("bridge").text().stream())
        .findFirst();
  }

  /** Localnets of OVN that it maps to a bridge. */
  List<String> localnets() {
    return mappings().stream().flatMap(m -> m.get("localnet").text().stream()).toList();
  }

  private List<Part> mappings() {
    return Part.of(PropertyPath.ROOT, policy.desiredState()).get("ovn", "bridge-mappings").items();
  }

  /** The bridge that a definition gets into here. */
  Optional<String> carrier(Attachment attachment) {
    return attachment
        .bridge()
        .filter(b -> bridge(b).isPresent())
        .or(() -> attachment.localnet().flatMap(this::mapped).filter(b -> bridge(b).isPresent()));
  }

  /** This policy without all that has nothing to do with one bridge. */
  HostPolicy only(String bridge) {
    var kept = new ArrayList<Tree>();
    var ports = bridge(bridge).map(NetworkInterface::ports).orElse(List.of());
    for (var entry : interfaces) {
      boolean isMeant =
          entry.isNamed(bridge) || ports.stream().anyMatch(entry::isNamed) && !isBridge(entry);
      if (isMeant) {
        kept.add(entry.fields());
      }
    }
    var state = Tree.of("interfaces", kept);
    var ovn = Part.of(PropertyPath.ROOT, policy.desiredState()).get("ovn").tree();
    return new HostPolicy(
        policy.name(),
        policy.nodeSelector(),
        policy.capture(),
        ovn.map(o -> state.with("ovn", o)).orElse(state),
        policy.maxUnavailable());
  }
}
