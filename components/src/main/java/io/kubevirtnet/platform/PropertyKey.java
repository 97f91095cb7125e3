package io.kubevirtnet.platform;

import java.util.Set;

/** The platform's own property keys; their values need not be labels. */
public final class PropertyKey {
  static final String ATTACHMENT = "kubevirt.vcluster.com/network-attachment-definition";
  static final String BINDING = "kubevirt.vcluster.com/interface-binding";
  static final String MULTUS_DEFAULT = "kubevirt.vcluster.com/multus-default";
  static final String CIDR = "kubevirt.vcluster.com/network-cidr";
  static final String RANGES = "kubevirt.vcluster.com/network-ip-range";
  static final String GUEST_INTERFACE = "kubevirt.vcluster.com/network-interface";
  static final String NAMESERVERS = "kubevirt.vcluster.com/network-nameservers";
  static final String IMAGE_URL = "kubevirt.vcluster.com/image-url";
  static final String ROOT_DISK_SIZE = "kubevirt.vcluster.com/root-disk-size";
  static final String NODE_TYPE = "vcluster.com/node-type";

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

  static boolean isMadeByInputs(String key) {
    return MADE_BY_INPUTS.contains(key);
  }

  /** Keys under vcluster.com have values such as URLs that no label could hold. */
  static boolean isReserved(String key) {
    int slash = key.indexOf('/');
    return slash >= 0
        && (key.startsWith("vcluster.com/") || key.substring(0, slash).endsWith(".vcluster.com"));
  }
}
