package io.kubevirtnet.cni;

import java.util.List;
import java.util.Set;

/** The IPAM plugin whereabouts, which gives addresses of one range to a whole cluster. */
final class WhereaboutsPlugin {
  private static final Set<String> LOG_LEVELS = Set.of("verbose", "debug", "error", "panic");
  private static final List<String> UNUSED =
      List.of(
          "datastore",
          "etcd_host",
          "etcd_username",
          "etcd_password",
          "etcd_key_file",
          "etcd_cert_file",
          "etcd_ca_cert_file");

  private static final Struct DNS =
      Struct.selfReading(
          "types.DNS",
          Key.texts("nameservers"),
          Key.text("domain"),
          Key.texts("search"),
          Key.texts("options"));

  private static final Key EXCLUDE = Key.texts("exclude");

  /** The object ipam has a reader of its own, so Go names the struct around it throughout. */
  static final Plugin WHEREABOUTS =
      Plugin.ofIpam(
              "whereabouts",
              "types.Net",
              IpamKeys.ROUTES,
              Key.of(
                  "addresses",
                  new GoType.Listed(
                      "[]types.Address",
                      Struct.selfReading(
                          "types.Address", Key.text("address"), Key.text("gateway")))),
              Key.of(
                  "ipRanges",
                  new GoType.Listed(
                      "[]types.RangeConfiguration",
                      Struct.selfReading(
                          "types.RangeConfiguration",
                          EXCLUDE,
                          Key.text("range"),
                          Key.text("range_start"),
                          Key.text("range_end")))),
              EXCLUDE,
              Key.of("dns", DNS),
              Key.text("range"),
              Key.text("node_slice_size"),
              Key.text("range_start"),
              Key.text("range_end"),
              Key.text("gateway"),
              Key.number("leader_lease_duration"),
              Key.number("leader_renew_deadline"),
              Key.number("leader_retry_period"),
              Key.text("log_file"),
              Key.text("log_level"),
              Key.text("reconciler_cron_expression"),
              Key.flag("enable_overlapping_ranges"),
              Key.number("sleep_for_race"),
              Key.of(
                  "kubernetes",
                  Struct.selfReading(
                      "types.KubernetesConfig", Key.text("kubeconfig"), Key.text("k8s_api_root"))),
              Key.text("configuration_path"),
              Key.text("network_name"),
              Key.text("datastore"),
              Key.text("etcd_host"),
              Key.text("etcd_username"),
              Key.text("etcd_password"),
              Key.text("etcd_key_file"),
              Key.text("etcd_cert_file"),
              Key.text("etcd_ca_cert_file"))
          .reading("LoadIPAMConfig - JSON Parsing Error: ")
          .rules(WhereaboutsPlugin::check);

  private WhereaboutsPlugin() {}

  private static void check(PluginConfig config) {
    ranges(config);
    gateway(config);
    addresses(config);
    poolName(config);
    slices(config);
    unused(config);
  }

  private static void ranges(PluginConfig config) {
    var range = config.at("range");
    if (!range.isMissing()) {
      new WhereaboutsRange(config, config.place()).check();
    } else if (!range.isOpen()) {
      for (var key : List.of("range_start", "range_end", "exclude")) {
        if (config.at(key).isSet()) {
          config.advise(
              WhereaboutsCatalogue.DROPPED,
              config.at(key),
              "There is no range that " + key + " belongs to.");
        }
      }
    }
    config.at("ipRanges").items().forEach(r -> new WhereaboutsRange(config, r).check());
    if (range.isMissing()
        && config.at("ipRanges").items().isEmpty()
        && !config.at("ipRanges").isOpen()
        && config.at("addresses").items().isEmpty()
        && !config.at("addresses").isOpen()) {
      config.advise(WhereaboutsCatalogue.NO_RANGE, config.place(), "There is no range.");
    }
  }

  private static void gateway(PluginConfig config) {
    var gateway = config.at("gateway");
    if (gateway.text().filter(g -> !g.isEmpty() && SloppyIp.address(g).isEmpty()).isPresent()) {
      config.refuse(
          WhereaboutsCatalogue.ADDRESS,
          gateway,
          "\"" + gateway.shown() + "\" is no address.",
          "couldn't parse gateway IP: " + gateway.shown());
    }
  }

  private static void addresses(PluginConfig config) {
    int v4 = 0;
    int v6 = 0;
    for (var entry : config.at("addresses").items()) {
      var address = entry.get("address");
      if (entry.isOpen() || address.isOpen()) {
        return;
      }
      var network = SloppyIp.network(address.textOrEmpty());
      if (network.isEmpty()) {
        config.refuse(
            WhereaboutsCatalogue.ADDRESS,
            address,
            "\"" + address.shown() + "\" is no address with a prefix length.",
            "invalid CIDR in addresses "
                + address.shown()
                + ": invalid CIDR address: "
                + address.shown());
        return;
      }
      v4 += network.filter(n -> n.ip().isV4()).isPresent() ? 1 : 0;
      v6 += network.filter(n -> !n.ip().isV4()).isPresent() ? 1 : 0;
    }
    IpamKeys.oneOfAFamily(config, config.at("addresses"), v4, v6);
  }

  private static void poolName(PluginConfig config) {
    var name = config.at("network_name");
    if (name.text().filter(n -> !n.isEmpty() && !isOfPool(n)).isPresent()) {
      config.advise(
          WhereaboutsCatalogue.POOL_NAME,
          name,
          "\"" + name.shown() + "\" can not begin the name of an object.");
    }
  }

  private static boolean isOfPool(String name) {
    return name.length() < 200
        && isPlain(name.charAt(0))
        && name.chars().allMatch(c -> isPlain(c) || c == '-' || c == '.');
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private static void slices(PluginConfig config) {
    var size = config.at("node_slice_size");
    if (size.isMissing() || size.isOpen()) {
      return;
    }
    var text = size.textOrEmpty();
    var digits = text.startsWith("/") ? text.substring(1) : text;
    if (!digits.matches("[0-9]{1,3}")) {
      config.advise(
          WhereaboutsCatalogue.SLICE, size, "\"" + size.shown() + "\" is no prefix length.");
      return;
    }
    var range = config.at("range");
    var network = range.text().filter(r -> r.indexOf('-') < 0).flatMap(GoNetwork::parse);
    if (network.filter(n -> !isCut(n, Integer.parseInt(digits))).isPresent()) {
      config.advise(
          WhereaboutsCatalogue.SLICE,
          size,
          range.shown() + " can not be cut into parts of " + size.shown() + ".");
      return;
    }
    config
        .voice()
        .report()
        .notChecked(size.written(), "needs the node slice controller of whereabouts");
  }

  private static boolean isCut(GoNetwork range, int size) {
    return range.ip().isV4()
        && range.ip().masked(range.length()).isSame(range.ip())
        && range.length() <= size
        && size <= range.ip().bits();
  }

  private static void unused(PluginConfig config) {
    for (var key : UNUSED) {
      if (config.at(key).isSet()) {
        config.advise(
            DeviceCatalogue.NO_EFFECT,
            config.at(key),
            "whereabouts keeps its pools in Kubernetes.");
      }
    }
    var level = config.at("log_level");
    if (level.text().filter(l -> !l.isEmpty() && !LOG_LEVELS.contains(l)).isPresent()) {
      config.advise(
          DeviceCatalogue.NO_EFFECT,
          level,
          "\"" + level.shown() + "\" is no log level.",
          "Write debug, verbose, error or panic.");
    }
  }
}
