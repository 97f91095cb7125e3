package io.kubevirtnet.cni;

/** The plugins calico and calico-ipam; they end at CNI 1.0.0. */
final class CalicoPlugin {
  private static final CniVersions VERSIONS = CniVersions.upTo("1.0.0");
  private static final GoType OBJECT =
      new GoType.Mapped("map[string]interface {}", GoType.ANYTHING);

  static final Plugin CALICO =
      Plugin.of(
              "calico",
              "types.NetConf",
              Key.text("mode"),
              Key.text("vxlan_mac_prefix"),
              Key.of("vxlan_vni", GoType.UINT64),
              Key.number("qps"),
              Key.number("burst"),
              Key.number("mtu"),
              Key.number("num_queues"),
              Key.text("nodename"),
              Key.text("nodename_file"),
              Key.text("ipam_lock_file"),
              Key.flag("nodename_file_optional"),
              Key.text("datastore_type"),
              Key.text("etcd_endpoints"),
              Key.text("etcd_discovery_srv"),
              Key.text("log_level"),
              Key.text("log_file_path"),
              Key.number("log_file_max_size"),
              Key.number("log_file_max_age"),
              Key.number("log_file_max_count"),
              Key.of("policy", OBJECT),
              Key.of("kubernetes", OBJECT),
              Key.of("feature_control", OBJECT),
              Key.text("etcd_scheme"),
              Key.text("etcd_key_file"),
              Key.text("etcd_cert_file"),
              Key.text("etcd_ca_cert_file"),
              Key.of("container_settings", OBJECT),
              Key.flag("include_default_routes"),
              Key.of("dataplane_options", OBJECT),
              Key.text("device_type"),
              Key.texts("readiness_gates"),
              Key.number("policy_setup_timeout_seconds"),
              Key.text("endpoint_status_dir"),
              Key.text("etcd_authority"),
              Key.text("hostname"),
              Key.flag("require_mtu_file"),
              Key.text("calico_api_group"))
          .reading("failed to load netconf: ")
          .versions(VERSIONS);

  static final Plugin IPAM =
      Plugin.ofIpam(
              "calico-ipam",
              "types.NetConf",
              Key.text("name"),
              Key.text("subnet"),
              Key.text("assign_ipv4"),
              Key.text("assign_ipv6"),
              Key.texts("ipv4_pools"),
              Key.texts("ipv6_pools"))
          .reading("failed to load netconf: ")
          .versions(VERSIONS);

  private CalicoPlugin() {}
}
