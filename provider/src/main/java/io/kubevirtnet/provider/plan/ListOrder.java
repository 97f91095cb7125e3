package io.kubevirtnet.provider.plan;

import io.kubevirtnet.host.HostPolicy;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the order of a list says something. It does unless it is known that its reader sorts or
 * matches the items: the order of disks and interfaces decides what a guest calls them, that of
 * servers which is asked first.
 */
final class ListOrder {
  private static final Set<String> SETS =
      Set.of("networks", "volumes", "nodeTypes", "tolerations", "dataVolumeTemplates", "ports");
  private static final Set<String> SETS_OF_METADATA = Set.of("finalizers", "ownerReferences");
  private static final Set<String> SETS_OF_STATE =
      Set.of("interfaces", "port", "ports", "trunk-tags", "config", "bridge-mappings");
  private static final Pattern LAST = Pattern.compile("(?:.*\\.)?([^.\\[\\]]+)(?:\\[.*)?");

  private ListOrder() {}

  static boolean matters(String kind, String path) {
    var matcher = LAST.matcher(path);
    var name = matcher.matches() ? matcher.group(1) : "";
    if (path.startsWith("metadata.")) {
      return !SETS_OF_METADATA.contains(name);
    }
    return kind.equals(HostPolicy.KIND)
        ? !(path.startsWith("spec.desiredState") && SETS_OF_STATE.contains(name))
        : !SETS.contains(name);
  }
}
