package io.kubevirtnet.attachment;

import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.Map;
import java.util.Set;

/** What comes of a change to a definition: Multus reads it when a pod starts, and never again. */
final class Consequences {
  static final String AT_THE_NEXT_START =
      "Machines get it when they start or migrate; those that run keep what they have.";

  private static final String SAME = "The plugin reads both alike.";
  private static final String OVN = "ovn-k8s-cni-overlay";

  private static final String OTHER_NETWORK =
      "Machines that start or migrate are on the other network then, and do not reach those that"
          + " still run on the old one.";
  private static final String OVN_ANEW =
      "OVN-Kubernetes takes the network down and makes it anew: machines that run lose it until they"
          + " start again or migrate.";
  private static final String OTHER_OVN_NETWORK =
      "It is another network of OVN then: machines that run lose the old one where no other"
          + " definition has its name.";
  private static final String EMPTY_BOOK =
      "host-local starts an empty book: addresses of machines that run may be given out again.";
  private static final String OTHER_BOOK =
      "Addresses come from another book: those of machines that run are not in it, and may be given"
          + " out again.";
  private static final String RANGES =
      "Machines that run keep their addresses, also where the new ranges do not hold them.";

  private static final Map<String, String> BY_KEY =
      Map.ofEntries(
          Map.entry("bridge", OTHER_NETWORK),
          Map.entry("master", OTHER_NETWORK),
          Map.entry("vlan", OTHER_NETWORK),
          Map.entry("vlanId", OTHER_NETWORK),
          Map.entry("vlanTrunk", OTHER_NETWORK),
          Map.entry("trunk", OTHER_NETWORK),
          Map.entry("device", OTHER_NETWORK),
          Map.entry("hwaddr", OTHER_NETWORK),
          Map.entry("pciBusID", OTHER_NETWORK),
          Map.entry("pkey", OTHER_NETWORK),
          Map.entry(
              "mtu",
              "Guests see the new MTU when they start or migrate; until then two ends of a connection may differ."),
          Map.entry(
              "macspoofchk", "Machines that run keep the filter that they have, or have not."),
          Map.entry(
              "type",
              "Another plugin makes the interface; machines that run keep that of the old one."));

  /** Left out they are true. */
  private static final Set<String> TRUE_BY_DEFAULT = Set.of("snat", "enable_overlapping_ranges");

  private final Definition before;
  private final Definition after;

  Consequences(Definition before, Definition after) {
    this.before = before;
    this.after = after;
  }

  DefinitionChange ofNetwork(String key, LeafDiff diff) {
    if (diff.isZeroBothTimes()) {
      return change(diff, Reach.NOBODY, SAME);
    }
    if (key.equals("name")) {
      return name(diff);
    }
    return change(
        diff,
        Reach.NEXT_START,
        key.startsWith("cniVersion")
            ? "New pods are made by that version of the protocol; machines see no difference."
            : AT_THE_NEXT_START);
  }

  /** Multus fills in the name of the object where there is none. */
  private DefinitionChange name(LeafDiff diff) {
    if (cniName(before).equals(cniName(after))) {
      return change(diff, Reach.NOBODY, "Multus fills in the name of the object.");
    }
    if (is(OVN)) {
      return change(diff, Reach.AT_ONCE, OTHER_OVN_NETWORK);
    }
    return change(
        diff,
        Reach.NEXT_START,
        plugin(after).get("ipam", "type").is("host-local")
            ? EMPTY_BOOK
            : "Files on the nodes have the new name; machines see no difference.");
  }

  DefinitionChange ofPlugin(Part plugin, String key, LeafDiff diff) {
    if (diff.isZeroBothTimes() && TRUE_BY_DEFAULT.stream().noneMatch(diff.path()::endsWith)) {
      return change(diff, Reach.NOBODY, SAME);
    }
    if (plugin.get("type").is(OVN) && !key.equals("type")) {
      return change(diff, Reach.AT_ONCE, OVN_ANEW);
    }
    if (key.equals("ipam")) {
      return change(diff, Reach.NEXT_START, ipam(plugin, diff));
    }
    return change(diff, Reach.NEXT_START, BY_KEY.getOrDefault(key, AT_THE_NEXT_START));
  }

  private static String ipam(Part plugin, LeafDiff diff) {
    if (diff.path().endsWith("ipam.type")
        || diff.path().endsWith("ipam")
        || diff.path().endsWith(".network_name")) {
      return OTHER_BOOK;
    }
    if (diff.path().endsWith(".dataDir")) {
      return EMPTY_BOOK;
    }
    boolean route = diff.path().contains("ipam.routes") || diff.path().contains("ipam.dns");
    return route || plugin.get("ipam", "type").is("dhcp") ? AT_THE_NEXT_START : RANGES;
  }

  DefinitionChange ofChain(PropertyPath path, String before, String after) {
    return new DefinitionChange(path.text(), before, after, Reach.NEXT_START, AT_THE_NEXT_START);
  }

  static DefinitionChange ofAnnotation(String key, LeafDiff diff) {
    return key.equals("k8s.v1.cni.cncf.io/resourceName")
        ? change(
            diff,
            Reach.NEXT_START,
            "Machines ask the scheduler for it when they start or migrate; where no node has it, they"
                + " stay pending.")
        : change(diff, Reach.NOBODY, "Multus does not read it.");
  }

  private boolean is(String type) {
    return plugin(before).get("type").is(type) && plugin(after).get("type").is(type);
  }

  private static Part plugin(Definition definition) {
    var config = Part.of(definition.path(), definition.config());
    var plugins = config.get("plugins").items();
    return config.get("type").isSet() || plugins.isEmpty() ? config : plugins.get(0);
  }

  private static String cniName(Definition definition) {
    return Part.of(definition.path(), definition.config())
        .get("name")
        .text()
        .filter(n -> !n.isEmpty())
        .or(() -> definition.name().known())
        .orElse("");
  }

  private static DefinitionChange change(LeafDiff diff, Reach reach, String consequence) {
    return new DefinitionChange(diff.path(), diff.before(), diff.after(), reach, consequence);
  }
}
