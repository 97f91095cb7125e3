package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What whereabouts refuses, and what it drops without a word. */
final class WhereaboutsCatalogue {
  private WhereaboutsCatalogue() {}

  private static String example(String ipam) {
    return PluginCatalogue.example(
        "\"type\": \"bridge\", \"bridge\": \"br1\", \"ipam\": {\"type\": \"whereabouts\", "
            + ipam
            + "}");
  }

  static final Rule RANGE =
      Rule.refused("KVN-A140", "Range that whereabouts can not read")
          .why("A range is a network, 10.1.0.0/24, or two addresses of one, 10.1.0.5-10.1.0.9/24.")
          .fix("Correct the text.")
          .source("whereabouts: LoadIPAMConfig")
          .example(example("\"range\": \"10.1.0.0\""));

  static final Rule DROPPED =
      Rule.error("KVN-A141", "Value that whereabouts drops")
          .why("Without a word it gives addresses as if nothing were written there.")
          .fix("Correct the value, or take it out.")
          .source("whereabouts: GetIPRange, backwardsCompatibleIPAddress")
          .example(example("\"range\": \"10.1.0.0/24\", \"range_start\": \"10.2.0.5\""));

  static final Rule EXCLUDE =
      Rule.refused("KVN-A142", "Exclusion that whereabouts can not read")
          .why("An exclusion is a network or an address; it is read when a pod asks for one.")
          .fix("Correct the text.")
          .source("whereabouts: parseExcludedRange")
          .example(example("\"range\": \"10.1.0.0/24\", \"exclude\": [\"10.1.0.1-10.1.0.9\"]"));

  static final Rule NO_RANGE =
      Rule.error("KVN-A143", "whereabouts without a range")
          .why("It gives no address then, and the plugin that asked for one fails.")
          .fix("Set range.")
          .source("whereabouts: IPManagement; containernetworking/plugins")
          .example(example("\"gateway\": \"10.1.0.1\""));

  static final Rule TOO_SMALL =
      Rule.refused("KVN-A144", "Range without usable addresses")
          .why("The first and the last address of a network are not given, so it needs four.")
          .fix("Choose a larger network, with range_start and range_end for fewer addresses.")
          .source("whereabouts: FirstUsableIP")
          .example(example("\"range\": \"10.1.0.0/31\""));

  static final Rule ADDRESS =
      Rule.refused("KVN-A145", "Address that whereabouts can not read")
          .why("A gateway is an address alone, and each of addresses has a prefix length.")
          .fix("Correct it.")
          .source("whereabouts: LoadIPAMConfig, configureStatic")
          .example(example("\"range\": \"10.1.0.0/24\", \"gateway\": \"10.1.0.1/24\""));

  static final Rule POOL_NAME =
      Rule.error("KVN-A146", "Network name that no pool can have")
          .why("It becomes part of the name of an IPPool object in the cluster.")
          .fix("Write lower case letters, digits, '-' and '.'.")
          .source("whereabouts: IPPoolName; API server: DNS-1123 subdomain")
          .example(example("\"range\": \"10.1.0.0/24\", \"network_name\": \"Blue_Net\""));

  static final Rule SLICE =
      Rule.error("KVN-A147", "Range that can not be cut into slices")
          .why(
              "Each node gets a slice of that size; whereabouts cuts an IPv4 network without host bits into smaller ones.")
          .fix("Write a prefix length that is longer than that of the range, such as /28.")
          .source("whereabouts: DivideRangeBySize")
          .example(example("\"range\": \"10.1.0.0/24\", \"node_slice_size\": \"/20\""));

  static final List<Rule> ALL =
      List.of(RANGE, DROPPED, EXCLUDE, NO_RANGE, TOO_SMALL, ADDRESS, POOL_NAME, SLICE);
}
