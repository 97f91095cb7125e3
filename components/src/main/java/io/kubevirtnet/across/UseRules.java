package io.kubevirtnet.across;

import static java.util.stream.Collectors.joining;

import io.kubevirtnet.across.HostRegister.Hosts;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.PropertyPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Whether a machine gets the network that it names. */
final class UseRules {
  /** Machines run on workers anyway. */
  private static final int PLACES = 4;

  private static final String WORKER = "node-role.kubernetes.io/worker";

  private static final NodeSelector ANYWHERE = new NodeSelector(Map.of());

  private final Claimant claimant;
  private final AttachmentUse use;
  private final Report report;

  UseRules(Claimant claimant, AttachmentUse use, Report report) {
    this.claimant = claimant;
    this.use = use;
    this.report = report;
  }

  /**
   * Looks for the definition.
   *
   * @param complete no other definition comes
   * @return the definition, when it is one of the run
   */
  Optional<NetworkClaims> find(
      String reference, NetworkRegister networks, Isolation isolation, boolean complete) {
    return find(
        reference,
        networks,
        isolation,
        (namespace, name) -> {
          var near = networks.near(claimant, namespace, name);
          missing(namespace, name, near, complete && !near.isEmpty());
        });
  }

  /** The same where the cluster has no definition but those of the run. */
  Optional<NetworkClaims> findAmongAll(
      String reference, NetworkRegister networks, Isolation isolation) {
    return find(
        reference,
        networks,
        isolation,
        (namespace, name) -> {
          var near = networks.near(claimant, namespace, name);
          missing(namespace, name, near.isEmpty() ? networks.all(claimant) : near, true);
        });
  }

  private Optional<NetworkClaims> find(
      String reference,
      NetworkRegister networks,
      Isolation isolation,
      BiConsumer<String, String> missing) {
    int slash = reference.indexOf('/');
    var namespace = slash < 0 ? use.namespace() : reference.substring(0, slash);
    var name = reference.substring(slash + 1);
    if (use.isDefault() && slash < 0) {
      report.add(
          UseCatalogue.DEFAULT_WITHOUT_NAMESPACE,
          path(),
          "\"" + use.reference().shown() + "\" has no namespace, but is the default network.",
          secret() || use.namespace().isEmpty()
              ? UseCatalogue.DEFAULT_WITHOUT_NAMESPACE.fix()
              : "Write " + use.namespace() + "/" + name + ".");
    }
    if (!use.isDefault() && isolation.forbids(use.namespace(), namespace)) {
      isolated(namespace, isolation);
    }
    var found = networks.find(claimant, namespace, name);
    if (found.isEmpty()) {
      missing.accept(namespace, name);
    }
    return found;
  }

  private void isolated(String namespace, Isolation isolation) {
    report.add(
        Finding.of(
                UseCatalogue.NAMESPACE_ISOLATED,
                path(),
                use.reference().shown()
                    + " is in another namespace than the machine, which is in "
                    + use.namespace()
                    + ".",
                isolation.globals().isEmpty()
                    ? "Make the definition in " + use.namespace() + ", too."
                    : "Make the definition in "
                        + use.namespace()
                        + ", too, or in one of the global namespaces ("
                        + String.join(", ", isolation.globals())
                        + ").")
            .inWordsOf(
                new Upstream(
                    "multus",
                    "Error",
                    "",
                    "GetNetworkDelegates: namespace isolation enabled, annotation violates permission, pod is in"
                        + " namespace "
                        + use.namespace()
                        + " but refers to target namespace "
                        + (secret() ? use.reference().shown() : namespace))));
  }

  /**
   * @param sure whether it is known that there is none
   */
  private void missing(String namespace, String name, List<String> near, boolean sure) {
    var reference = secret() ? use.reference().shown() : shown(namespace + "/" + name);
    if (!sure) {
      report.notChecked(path(), "attachment " + reference + " is not managed here");
      return;
    }
    report.add(
        UseCatalogue.ATTACHMENT_MISSING,
        path(),
        "No object here is "
            + reference
            + (near.isEmpty()
                ? "."
                : near.stream()
                    .limit(5)
                    .map(UseRules::shown)
                    .collect(joining(", ", " (there is ", ")."))),
        near.stream()
                .filter(r -> r.endsWith("/" + name))
                .findFirst()
                .or(() -> namesake(namespace, name, near))
                .filter(n -> !secret())
                .map(n -> "Did you mean " + shown(n) + "? ")
                .orElse("")
            + UseCatalogue.ATTACHMENT_MISSING.fix());
  }

  /** The name in the same namespace that is most like it. */
  private static Optional<String> namesake(String namespace, String name, List<String> near) {
    var prefix = namespace + "/";
    var names =
        near.stream()
            .filter(r -> r.startsWith(prefix))
            .map(r -> r.substring(prefix.length()))
            .toList();
    return Nearest.to(name, names).map(n -> prefix + n);
  }

  /** Objects without a namespace go to that of the context. */
  private static String shown(String reference) {
    return reference.startsWith("/") ? reference.substring(1) : reference;
  }

  /** A bridge binding takes what the network gives; the default network must give an address. */
  void addresses(NetworkClaims network) {
    if (use.isDefault() && !network.givesAddresses() && !network.isOpen()) {
      report.add(
          UseCatalogue.DEFAULT_WITHOUT_ADDRESS,
          path(),
          use.reference().shown() + " gives no address, but is the default network.");
    }
  }

  /**
   * A resource of a device plugin keeps a machine to nodes that have it.
   *
   * @param offers the policies that make what the network plugs into
   */
  void nodes(NetworkClaims network, List<Claim<Hosts>> offers) {
    var offering = offers.stream().map(Claim::claimed).toList();
    boolean marked = network.resourceName().isSet();
    if (offering.isEmpty() || marked || offering.stream().anyMatch(h -> h.nodes().isEmpty())) {
      return;
    }
    var lands = use.nodes().orElse(ANYWHERE);
    if (offering.stream().anyMatch(h -> holds(h.nodes().orElseThrow(), lands))) {
      return;
    }
    if (use.nodes().isEmpty()) {
      report.notChecked(path(), "whether the nodes of the machine have this network");
      return;
    }
    report.add(
        UseCatalogue.FEWER_NODES,
        path(),
        "The machine can land on "
            + lands
            + ", and "
            + use.reference().shown()
            + " is there on "
            + places(offering)
            + ".");
  }

  /** There may be hundreds. */
  private static String places(List<Hosts> offering) {
    var all = offering.stream().map(h -> h.nodes().orElseThrow()).distinct().toList();
    var first = all.stream().limit(PLACES).map(NodeSelector::toString).collect(joining(" and on "));
    return all.size() > PLACES
        ? first + " and on " + (all.size() - PLACES) + " more groups of nodes"
        : first;
  }

  private static boolean holds(NodeSelector offered, NodeSelector lands) {
    var asked = new LinkedHashMap<>(offered.labels());
    asked.remove(WORKER);
    return lands.labels().entrySet().containsAll(asked.entrySet());
  }

  private PropertyPath path() {
    return use.reference().path();
  }

  private boolean secret() {
    return use.reference().marks().secret();
  }
}
