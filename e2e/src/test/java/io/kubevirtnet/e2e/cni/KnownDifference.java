package io.kubevirtnet.e2e.cni;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the tools can not be asked on this machine, or where we say in our words that it is wrong.
 */
enum KnownDifference {
  ADDRESSES(
      "cni:(ipvlan|vlan)",
      "takes it",
      "no plugin name provided|cannot convert: no valid IP addresses",
      "",
      "they ask for addresses once their link is made, which it never is here"),
  ADDRESS_PLUGIN(
      "cni:(bridge|macvlan|ipvlan|tap|host-device|dummy|ovs)",
      "takes it",
      "invalid plugin name: .*",
      "",
      "they look for the IPAM plugin once their link is made"),
  OVS_BRIDGE(
      "cni:ovs",
      "takes it",
      "failed to get bridge name",
      "",
      "ovs looks for its database, which there is not, before it looks for the bridge"),
  NO_ADDRESSES(
      "cni:.*",
      "takes it",
      "IPAM plugin returned missing IP config",
      "",
      "the IPAM plugin refuses something else itself before"),
  EXCLUDED(
      "cni:whereabouts",
      "takes it",
      "error at storage engine: .*",
      "",
      "whereabouts reads what is excluded when it gives an address, for which it wants a cluster"),
  TAP_MAC(
      "cni:tap",
      "takes it",
      "invalid args .* for MAC addr: .*",
      "",
      "tap reads the MAC in the namespace of the pod, which there is not"),
  INGRESS_POLICY(
      "cni:firewall",
      "takes it",
      "unknown ingress policy: .*",
      "",
      "firewall wants to have written its rules first"),
  MASTER_MTU(
      "cni:(macvlan|ipvlan|vlan)",
      "invalid MTU \\d+, must be .*",
      "",
      "",
      "no definition says how large the MTU of the master is"),
  MASQUERADING(
      "cni:(ptp|bridge)",
      "takes it",
      "unknown ipmasq backend .*",
      "",
      "the backend is looked at once there is an address"),
  OTHER_CASE(
      ".*",
      ".*",
      ".*",
      "KVN-A032",
      "a key in another case is wrong for us, whatever Go makes of it and of its neighbour"),
  NULL_NAME(
      "libcni",
      ".* invalid (name|cniVersion) type <nil>|missing network name:",
      "",
      "KVN-A025",
      "a name or version that is null is wrong for us as such"),
  NULL_FLAG("libcni", ".* invalid type <nil> for .*", "", "", "a flag that is null is none for us"),
  OLD_RESULT(
      "cni:static",
      "cannot convert: no valid IP addresses",
      "",
      "KVN-A058",
      "that there is no address is said of the plugin that wants one"),
  NOTHING_BEFORE(
      "cni:.*",
      "cannot convert: no valid IP addresses",
      "",
      "KVN-A044",
      "that there is no address is said of the plugin before it"),
  NULL_NETWORK(
      "cni:(host-local|static)",
      "invalid CIDR address: ",
      "invalid range set \\d+: IP <nil> not v4 nor v6|no IP ranges specified",
      "",
      "a network that is null is an empty text for Go, and none for us; it is refused either way"),
  NULL_TYPE(
      "net-attach-def-admission-controller",
      "takes it",
      "invalid config",
      "",
      "a type that is null is one for the controller, and none for everybody else"),
  RESERVED(
      "cni:.*",
      ".* Go struct field \\S*(runtimeConfig|args) of type struct .*",
      ".*",
      "KVN-A034",
      "a key that only the runtime may set is wrong for us, whatever stands there");

  private final Pattern tool;
  private final Pattern theirs;
  private final Pattern ours;
  private final String code;
  private final String why;

  KnownDifference(String tool, String theirs, String ours, String code, String why) {
    this.tool = Pattern.compile(tool);
    this.theirs = Pattern.compile(theirs, Pattern.DOTALL);
    this.ours = Pattern.compile(ours, Pattern.DOTALL);
    this.code = code;
    this.why = why;
  }

  String why() {
    return why;
  }

  static Optional<KnownDifference> of(Agreement agreement, Disagreement disagreement) {
    return Arrays.stream(values()).filter(k -> k.explains(agreement, disagreement)).findFirst();
  }

  private boolean explains(Agreement agreement, Disagreement disagreement) {
    return tool.matcher(disagreement.tool()).matches()
        && theirs.matcher(disagreement.theirs()).matches()
        && (code.isEmpty()
            ? ours.pattern().isEmpty()
                || disagreement.ours().stream().anyMatch(o -> ours.matcher(o).matches())
            : agreement.hasOwnError(code));
  }
}
