package io.kubevirtnet.provider.manifest;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of vCluster Platform's objects that decide the machines of nodes. */
public enum PlatformKind {
  NODE_PROVIDER("NodeProvider"),
  NODE_CLAIM("NodeClaim"),
  NODE_ENVIRONMENT("NodeEnvironment"),
  OS_IMAGE("OSImage"),
  CONFIG_TEMPLATE("MachineConfigTemplate");

  /** The API that the documents use, and the one behind it. */
  static final Set<String> GROUPS = Set.of("management.loft.sh", "storage.loft.sh");

  private final String kind;

  PlatformKind(String kind) {
    this.kind = kind;
  }

  /** {@code NodeProvider} */
  String kind() {
    return kind;
  }

  static Optional<PlatformKind> of(KubernetesObject object) {
    return Arrays.stream(values())
        .filter(k -> GROUPS.contains(object.group()) && k.kind.equals(object.reference().kind()))
        .findFirst();
  }
}
