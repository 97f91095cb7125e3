package io.kubevirtnet.provider.plan;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.MachineManifest;
import io.kubevirtnet.provider.manifest.NodeTypes;
import io.kubevirtnet.provider.manifest.NodeTypes.MachineOfType;
import io.kubevirtnet.provider.plan.Picture.Piece;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Draws one side in full. */
final class SidePicture {
  private static final Pattern OF_NETRIS = Pattern.compile("nbr-\\d{1,10}");
  private static final String NOT_MANAGED = "not managed here";

  private final ClusterSide side;
  private final ClusterSide other;
  private final PlanScene scene;
  private final Picture picture = new Picture();
  private final SortedMap<String, Attachment> attachments;
  private final List<HostSide> hosts;
  private final Map<String, List<Carrier>> byBridge = new HashMap<>();
  private final Map<String, List<Carrier>> byLocalnet = new HashMap<>();
  private final Map<String, String> missing = new HashMap<>();
  private final Set<String> alike;
  private final KnownJoins joins;
  private Optional<Run> run = Optional.empty();

  /** A bridge of one policy, by the id of its box. */
  private record Carrier(String id, KnownJoins.Bridge bridge) {}

  private SidePicture(
      ClusterSide side, ClusterSide other, PlanScene scene, Set<String> alike, KnownJoins joins) {
    this.joins = joins;
    this.side = side;
    this.other = other;
    this.scene = scene;
    this.alike = alike;
    this.attachments = side.attachments();
    this.hosts = List.copyOf(side.policies().values());
  }

  /**
   * @param alike names of definitions that say the same on both sides, be it in other words
   * @param joins what is known of them already, which most of the other side is
   */
  static Picture of(
      ClusterSide side, ClusterSide other, PlanScene scene, Set<String> alike, KnownJoins joins) {
    var drawing = new SidePicture(side, other, scene, alike, joins);
    drawing.hosts();
    drawing.attachments.values().forEach(drawing::attachment);
    drawing.machines();
    drawing.nodeTypes();
    return drawing.picture;
  }

  private void hosts() {
    new HostPicture(scene, picture).draw(hosts);
    for (var host : hosts) {
      var bridges = new HashMap<String, Carrier>();
      for (var bridge : host.bridges()) {
        var name = bridge.name().orElse("");
        bridges.computeIfAbsent(name, n -> carrier(host, n));
      }
      bridges.forEach((name, c) -> byBridge.computeIfAbsent(name, n -> new ArrayList<>()).add(c));
      for (var localnet : new HashSet<>(host.localnets())) {
        host.mapped(localnet)
            .map(bridges::get)
            .ifPresent(c -> byLocalnet.computeIfAbsent(localnet, n -> new ArrayList<>()).add(c));
      }
    }
  }

  private Carrier carrier(HostSide host, String bridge) {
    return new Carrier(HostPicture.bridgeId(host, bridge), joins.bridge(host, bridge));
  }

  private void attachment(Attachment attachment) {
    var id = attachmentId(attachment.fullName());
    picture.add(
        new Piece(
            id,
            Layer.ATTACHMENT,
            "",
            attachment.fullName(),
            attachment.details(),
            1,
            attachment.type(),
            false,
            alike.contains(attachment.fullName())
                ? ""
                : attachment.definition().<Object>map(d -> d).orElse(attachment.config())));
    var carriers =
        attachment
            .bridge()
            .map(b -> byBridge.getOrDefault(b, List.of()))
            .or(() -> attachment.localnet().map(l -> byLocalnet.getOrDefault(l, List.of())))
            .orElse(List.of());
    int number = joins.number(attachment);
    for (var carrier : carriers) {
      picture.wire(
          id, carrier.id(), attachment.vlan(), joins.broken(attachment, number, carrier.bridge()));
    }
    if (carriers.isEmpty()) {
      outside(attachment, id);
    }
  }

  /** What it hangs on is made by somebody else, or by nobody. */
  private void outside(Attachment attachment, String id) {
    var bridge = attachment.bridge().or(attachment::localnet);
    if (bridge.isPresent()) {
      var name = bridge.get();
      var to = "bridge/outside/" + name;
      var detail = OF_NETRIS.matcher(name).matches() ? "made by Netris" : NOT_MANAGED;
      picture.add(Piece.outside(to, Layer.BRIDGE, name, detail));
      boolean netris = OF_NETRIS.matcher(name).matches();
      picture.wire(id, to, attachment.vlan(), netris ? "" : noBridge(attachment));
    }
    attachment.master().ifPresent(m -> master(attachment, id, m));
  }

  private String noBridge(Attachment attachment) {
    if (byBridge.isEmpty()) {
      return "";
    }
    var all = run.orElseGet(() -> JoinWords.hosts(hosts));
    run = Optional.of(all);
    return JoinWords.noBridge(attachment, all).map(Finding::what).orElse("");
  }

  private void master(Attachment attachment, String id, String master) {
    boolean found = false;
    for (var host : hosts) {
      var uplink = HostPicture.uplinkId(host, master);
      if (picture.has(uplink)) {
        picture.wire(id, uplink, attachment.vlan(), "");
        found = true;
      }
    }
    if (!found) {
      var to = "uplink/outside/" + master;
      picture.add(Piece.outside(to, Layer.UPLINK, master, NOT_MANAGED));
      picture.wire(id, to, attachment.vlan(), "");
    }
  }

  static String attachmentId(String name) {
    return "attachment/" + name;
  }

  private void machines() {
    for (var machine : PlannedMachine.all(side).values()) {
      var reference = machine.reference();
      boolean one = reference.kind().equals(MachineKind.VIRTUAL_MACHINE.wire());
      var id =
          "machine/"
              + (one ? "" : reference.kind() + "/")
              + reference.namespace()
              + "/"
              + reference.name();
      picture.add(
          new Piece(
              id,
              Layer.MACHINE,
              "",
              reference.namespace() + "/" + reference.name(),
              details(machine.uses()),
              1,
              reference.namespace(),
              false,
              essence(machine)));
      wires(id, machine.uses());
    }
  }

  private Object essence(PlannedMachine machine) {
    return side.find(machine.reference())
        .<Object>flatMap(
            o ->
                ClusterSide.machineKind(o)
                    .map(k -> MachineManifest.machine(o, k).spec())
                    .map(
                        s ->
                            List.of(
                                tree(s.get("networks").tree()),
                                tree(s.get("domain", "devices", "interfaces").tree()))))
        .orElse("");
  }

  private static Tree tree(Optional<Tree> tree) {
    return tree.orElse(Tree.items());
  }

  private static List<String> details(List<MachineUse> uses) {
    return uses.isEmpty()
        ? List.of("pod network only")
        : uses.stream()
            .map(
                u -> u.network() + ": " + (u.definition().isEmpty() ? "not known" : u.definition()))
            .toList();
  }

  private void wires(String id, List<MachineUse> uses) {
    for (var use : uses) {
      if (!use.definition().isEmpty()) {
        var to = attachmentId(use.definition());
        boolean there = attachments.containsKey(use.definition());
        if (!there) {
          picture.add(
              Piece.outside(
                  to,
                  Layer.ATTACHMENT,
                  use.definition(),
                  missing(use.definition()).isEmpty() ? NOT_MANAGED : "is not there"));
        }
        picture.wire(id, to, use.label(), there ? "" : missing(use.definition()));
      }
    }
  }

  /** Why a definition that is not here is missed; empty when somebody else may have it. */
  private String missing(String name) {
    var known = missing.get(name);
    if (known == null) {
      known =
          other.objects().keySet().stream()
              .filter(r -> isDefinition(r, name))
              .findFirst()
              .map(r -> CheckedObject.title(r) + " is not there on this side.")
              .or(() -> JoinWords.noAttachment(name, attachments.values()).map(Finding::what))
              .orElse("");
      missing.put(name, known);
    }
    return known;
  }

  private static boolean isDefinition(ObjectReference r, String name) {
    return r.kind().equals(NadExpander.KIND) && name.equals(r.namespace() + "/" + r.name());
  }

  private void nodeTypes() {
    var seen = new HashSet<String>();
    for (var type : NodeTypes.of(List.copyOf(side.platform()), scene.rules().release())) {
      if (seen.add(type.fullName())) {
        nodeType(type);
      }
    }
  }

  private void nodeType(MachineOfType type) {
    var id = "node-type/" + type.provider().name() + "/" + type.name();
    var uses = NodeTypeImpacts.uses(type);
    picture.add(
        new Piece(
            id,
            Layer.NODE_TYPE,
            "",
            type.fullName(),
            details(uses),
            1,
            type.provider().name(),
            false,
            type.node().virtualMachine()));
    wires(id, uses);
  }
}
