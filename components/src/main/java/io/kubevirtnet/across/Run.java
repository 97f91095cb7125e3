package io.kubevirtnet.across;

import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register of everything that components claimed in one run. The later of two that do not go
 * together gets the finding. Safe for many threads.
 */
public final class Run {
  private final HostRegister hosts = new HostRegister();
  private final NetworkRegister networks = new NetworkRegister();
  private final Map<NamedObject, List<Claim<NamedObject>>> objects = new HashMap<>();
  private final PoolRegister pools = new PoolRegister();
  private final GuestRegister guests = new GuestRegister();
  private final MachineRegister machines = new MachineRegister();
  private final PluginRegister plugins = new PluginRegister();
  private boolean policiesComplete;
  private boolean definitionsComplete;
  private boolean definitionsAreAll;
  private boolean settingsReported;

  private record NamedObject(String kind, String namespace, String name) {
    @Override
    public String toString() {
      return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
  }

  /** Claims what a policy makes of its nodes. */
  public synchronized void policy(Claimant claimant, HostPolicy policy, Report report) {
    var mine = hosts.add(claimant, policy, report);
    networks.joiningByName(claimant).forEach(n -> HostJoinRules.late(n, mine, report));
  }

  /** Claims what a network definition asks of the nodes. */
  public void definition(Claimant claimant, Definition definition, Report report) {
    definition(claimant, definition, new Value.Absent<>(PropertyPath.ROOT), report);
  }

  /**
   * The same for one that joins a bridge by its typed output.
   *
   * @param bridge absent where the bridge was only named
   */
  public synchronized void definition(
      Claimant claimant, Definition definition, Value<HostBridgeSpec> bridge, Report report) {
    var mine = NetworkClaims.of(definition);
    new HostJoinRules(mine, bridge, report)
        .check(hosts.offering(claimant, mine), hosts.of(claimant).toList(), policiesComplete);
    new NetworkQuarrels(claimant, mine, networks, report).report();
    pools.check(claimant, mine, report);
    guests.check(claimant, mine, report);
    networks.add(new Claim<>(claimant, mine), bridge.isAbsent());
  }

  /** Looks for the network that a machine names, and whether it gets it. */
  public synchronized void use(
      Claimant claimant, AttachmentUse use, Isolation isolation, Report report) {
    use(claimant, use, isolation, Optional.empty(), report);
  }

  private void use(
      Claimant claimant,
      AttachmentUse use,
      Isolation isolation,
      Optional<ClusterConfiguration> config,
      Report report) {
    report.check(
        use.reference(),
        text -> {
          var rules = new UseRules(claimant, use, report);
          var found =
              definitionsAreAll
                  ? rules.findAmongAll(text, networks, isolation)
                  : rules.find(text, networks, isolation, definitionsComplete);
          found.ifPresent(
              network -> {
                rules.addresses(network);
                rules.nodes(network, hosts.offering(claimant, network));
                FitRules.check(use, network, config, report);
              });
          machines.add(claimant, use, found, report);
        });
  }

  /**
   * Claims what a machine needs: the networks that it names, the MAC addresses of its interfaces on
   * them, and its binding plugins.
   *
   * @param namespace of the machine; empty for that of the context
   */
  public synchronized void machine(
      Claimant claimant,
      Machine machine,
      String namespace,
      Isolation isolation,
      ClusterConfiguration config,
      Report report) {
    for (var use : MachineUses.of(machine, namespace)) {
      use(claimant, use, isolation, Optional.of(config), report);
    }
    plugins.check(claimant, machine, config, report);
  }

  /**
   * Claims that KubeVirt has a binding plugin of this name.
   *
   * @param migratable it is registered with {@code migration}
   */
  public synchronized void plugin(Claimant claimant, Value<String> name, boolean migratable) {
    name.ifKnown(n -> plugins.add(claimant, n, migratable));
  }

  /** No other policy comes, so that a bridge which is not there yet will not be made. */
  public synchronized void policiesAreComplete() {
    policiesComplete = true;
  }

  /** No other network definition comes. */
  public synchronized void definitionsAreComplete() {
    definitionsComplete = true;
  }

  /** The cluster has no other network definition either. */
  public synchronized void definitionsAreAll() {
    definitionsAreAll = true;
  }

  /** Claims the one object of a kind, namespace and name; an empty namespace for cluster-wide. */
  public synchronized void object(
      Claimant claimant, String kind, String namespace, Value<String> name, Report report) {
    name.ifKnown(
        n -> {
          var mine = new NamedObject(kind, namespace, n);
          var shown = new NamedObject(kind, namespace, name.shown());
          var same = objects.computeIfAbsent(mine, k -> new ArrayList<>());
          Claim.others(same, claimant)
              .findFirst()
              .ifPresent(
                  other ->
                      report.add(
                          AcrossCatalogue.OBJECT_MADE_TWICE,
                          name.path(),
                          shown + " is made by " + other.owner().resource() + " already."));
          same.add(new Claim<>(claimant, mine));
        });
  }

  /** Claims addresses for machines; of networks that are surely different nothing is said. */
  public synchronized void addresses(
      Claimant claimant,
      Optional<String> network,
      List<AddressRange> ranges,
      PropertyPath path,
      Report report) {
    pools.add(claimant, network, ranges, networks, path, report);
    guests.check(claimant, network, ranges, path, report);
  }

  /** Claims an address that a guest takes by itself on the network that it uses. */
  public synchronized void guestAddress(
      Claimant claimant, AttachmentUse use, Value<String> address, Report report) {
    guests.add(claimant, use, address, networks, pools, report);
  }

  /** True for the first caller only: settings belong to the run, not to each component. */
  public synchronized boolean reportsSettings() {
    boolean first = !settingsReported;
    settingsReported = true;
    return first;
  }
}
