package io.kubevirtnet.vcluster;

import static io.kubevirtnet.vcluster.PropertyOrigin.CLAIM;
import static io.kubevirtnet.vcluster.PropertyOrigin.ENVIRONMENT;
import static io.kubevirtnet.vcluster.PropertyOrigin.OS_IMAGE;
import static io.kubevirtnet.vcluster.PropertyOrigin.PROVIDER;
import static io.kubevirtnet.vcluster.PropertyOrigin.TYPE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The platform's own property keys: what each holds, and who may say it. */
public enum PropertyKey {
  ATTACHMENT(Prefix.KUBEVIRT, "network-attachment-definition", PropertyKind.REFERENCE),
  BINDING(Prefix.KUBEVIRT, "interface-binding", PropertyKind.BINDING),
  INTERFACE_TEMPLATE(Prefix.KUBEVIRT, "interface-template", PropertyKind.YAML),
  MULTUS_DEFAULT(Prefix.KUBEVIRT, "multus-default", PropertyKind.FLAG),
  CIDR(Prefix.KUBEVIRT, "network-cidr", PropertyKind.CIDR),
  RANGES(Prefix.KUBEVIRT, "network-ip-range", PropertyKind.RANGES),
  GUEST_INTERFACE(Prefix.KUBEVIRT, "network-interface", PropertyKind.TEXT),
  NAMESERVERS(Prefix.KUBEVIRT, "network-nameservers", PropertyKind.LIST),
  NETWORK_DATA(Prefix.KUBEVIRT, "network-data", PropertyKind.BASE64),
  NETWORK_DATA_TEMPLATE(Prefix.PLATFORM, "network-data-template-config", PropertyKind.NAME),
  /** An environment can not name another one. */
  ENVIRONMENT_NAME(
      Prefix.PLATFORM, "network-environment", PropertyKind.NAME, PROVIDER, TYPE, CLAIM),
  NETRIS_SERVER_CLUSTER("netris.vcluster.com/", "server-cluster", PropertyKind.TEXT),

  OS_IMAGE_NAME(Prefix.PLATFORM, "os-image", PropertyKind.NAME),
  IMAGE_URL(Prefix.KUBEVIRT, "image-url", PropertyKind.IMAGE_URL, Where.ANY_AND_IMAGE),
  IMAGE_CHECKSUM(Prefix.KUBEVIRT, "image-checksum", PropertyKind.CHECKSUM, Where.ANY_AND_IMAGE),
  IMAGE_DATA_SOURCE(
      Prefix.KUBEVIRT, "image-datasource", PropertyKind.REFERENCE, Where.ANY_AND_IMAGE),
  ROOT_DISK_SIZE(Prefix.KUBEVIRT, "root-disk-size", PropertyKind.QUANTITY, Where.ANY_AND_IMAGE),
  DATA_VOLUME_TEMPLATE(
      Prefix.KUBEVIRT, "image-datavolume-template", PropertyKind.YAML, Where.ANY_AND_IMAGE),
  ROOT_DISK_TEMPLATE(Prefix.KUBEVIRT, "root-disk-template", PropertyKind.YAML, Where.ANY_AND_IMAGE),
  /** What the platform's pages sort images by. */
  OS_IMAGE_TYPE("machines.vcluster.com/", "os-image-type", PropertyKind.TEXT, OS_IMAGE),

  /** A whole VirtualMachine, for a machine that belongs to no pool. */
  MACHINE_TEMPLATE(Prefix.KUBEVIRT, "vm-template", PropertyKind.YAML, CLAIM),
  MACHINE_MERGE_TEMPLATE(Prefix.KUBEVIRT, "merge-virtual-machine-template", PropertyKind.YAML),
  SSH_KEYS(Prefix.PLATFORM, "ssh-keys", PropertyKind.LIST),
  USER_DATA(Prefix.PLATFORM, "user-data", PropertyKind.TEXT),
  USER_DATA_TEMPLATE(Prefix.PLATFORM, "user-data-template-config", PropertyKind.NAME),
  CCM_ENABLED(Prefix.PLATFORM, "ccm-enabled", PropertyKind.FLAG),
  CSI_ENABLED(Prefix.PLATFORM, "csi-enabled", PropertyKind.FLAG),
  CCM_LOAD_BALANCER(Prefix.PLATFORM, "ccm-lb-enabled", PropertyKind.FLAG),

  /** What pools choose node types by; the platform says it of each. */
  NODE_TYPE(Prefix.PLATFORM, "node-type", PropertyKind.TEXT, Where.NOBODY);

  /** Keys that 4.9 still had, and what there is instead. */
  private static final Map<String, PropertyKey> GONE =
      Map.of(
          "vcluster.com/user-data-template", USER_DATA_TEMPLATE,
          "vcluster.com/user-data-template-secret", USER_DATA_TEMPLATE);

  private static final Map<String, PropertyKey> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(PropertyKey::key, Function.identity()));

  private static final class Prefix {
    private static final String KUBEVIRT = "kubevirt.vcluster.com/";
    private static final String PLATFORM = "vcluster.com/";
  }

  private static final class Where {
    private static final PropertyOrigin[] ANY = {PROVIDER, TYPE, ENVIRONMENT, CLAIM};
    private static final PropertyOrigin[] ANY_AND_IMAGE = {
      PROVIDER, TYPE, ENVIRONMENT, CLAIM, OS_IMAGE
    };
    private static final PropertyOrigin[] NOBODY = {};
  }

  private final String key;
  private final PropertyKind kind;
  private final Set<PropertyOrigin> where;

  PropertyKey(String prefix, String name, PropertyKind kind) {
    this(prefix, name, kind, Where.ANY);
  }

  PropertyKey(String prefix, String name, PropertyKind kind, PropertyOrigin... where) {
    this.key = prefix + name;
    this.kind = kind;
    var said = EnumSet.noneOf(PropertyOrigin.class);
    said.addAll(List.of(where));
    this.where = Collections.unmodifiableSet(said);
  }

  /** {@code kubevirt.vcluster.com/network-attachment-definition} */
  public String key() {
    return key;
  }

  public PropertyKind kind() {
    return kind;
  }

  /** The oldest release whose documents have it. */
  public PlatformRelease since() {
    return PlatformRelease.V4_10;
  }

  public boolean mayBeSaidBy(PropertyOrigin origin) {
    return where.contains(origin);
  }

  public static Optional<PropertyKey> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** What took the place of a key that the platform does not know any more. */
  public static Optional<PropertyKey> successorOf(String key) {
    return Optional.ofNullable(GONE.get(key));
  }

  /** Keys under vcluster.com have values such as URLs that no label could hold. */
  public static boolean isReserved(String key) {
    int slash = key.indexOf('/');
    return slash >= 0
        && (key.startsWith(Prefix.PLATFORM) || key.substring(0, slash).endsWith(".vcluster.com"));
  }
}
