package io.kubevirtnet.platform;

import java.util.Set;

/** The platform's own property keys; their values need not be labels. */
public final class PropertyKey {
  public static final String ATTACHMENT = "kubevirt.vcluster.com/network-attachment-definition";
  public static final String BINDING = "kubevirt.vcluster.com/interface-binding";
  public static final String MULTUS_DEFAULT = "kubevirt.vcluster.com/multus-default";
  public static final String CIDR = "kubevirt.vcluster.com/network-cidr";
  public static final String RANGES = "kubevirt.vcluster.com/network-ip-range";
  public static final String GUEST_INTERFACE = "kubevirt.vcluster.com/network-interface";
  public static final String NAMESERVERS = "kubevirt.vcluster.com/network-nameservers";
  public static final String IMAGE_URL = "kubevirt.vcluster.com/image-url";
  public static final String ROOT_DISK_SIZE = "kubevirt.vcluster.com/root-disk-size";
  public static final String NODE_TYPE = "vcluster.com/node-type";

  private static final Set<String> MADE_BY_INPUTS =
      Set.of(
          ATTACHMENT,
          BINDING,
          MULTUS_DEFAULT,
          CIDR,
          RANGES,
          GUEST_INTERFACE,
          NAMESERVERS,
          IMAGE_URL,
          ROOT_DISK_SIZE);

  private PropertyKey() {}

  public static boolean isMadeByInputs(String key) {
    return MADE_BY_INPUTS.contains(key);
  }

  /** Keys under vcluster.com have values such as URLs that no label could hold. */
  static boolean isReserved(String key) {
    int slash = key.indexOf('/');
    return slash >= 0
        && (key.startsWith("vcluster.com/") || key.substring(0, slash).endsWith(".vcluster.com"));
  }
}
