package io.kubevirtnet.kubevirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** KubeVirt admitter: vmi-create-admitter.go. How the machine's pod looks up names. */
final class DnsRules {
  private static final Set<String> POLICIES =
      Set.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None", "");
  private static final String NONE = "None";
  private static final int MOST_SERVERS = 3;
  private static final int MOST_SEARCHES = 6;
  private static final int MOST_CHARACTERS = 256;

  // The admitter's own names, without the place where they are.
  private static final String NAMESERVERS = "nameservers";
  private static final String SEARCHES = "searchDomains";
  private static final String OPTIONS = "options";

  private final Place config;
  private final Admission admission;

  private DnsRules(Place config, Admission admission) {
    this.config = config;
    this.admission = admission;
  }

  static void check(Place spec, Admission admission) {
    var policy = spec.get("dnsPolicy");
    var rules = new DnsRules(spec.get("dnsConfig"), admission);
    if (policy.isThere() && !POLICIES.contains(policy.text())) {
      admission.refuse(
          SpecCatalogue.DNS_POLICY,
          policy,
          "\"" + policy.shown() + "\" is no DNS policy.",
          Cause.NOT_SUPPORTED,
          "DNSPolicy: "
              + policy.shown()
              + " is not supported, valid values: [ClusterFirstWithHostNet ClusterFirst Default None ]");
    }
    if (policy.isOpen() && rules.servers().isEmpty()
        || policy.is(NONE) && !rules.hasServers(policy)) {
      return;
    }
    if (rules.config.isThere()) {
      rules.nameservers();
      rules.searches();
      rules.options();
    }
  }

  private List<Place> servers() {
    return config.get(NAMESERVERS).items();
  }

  private boolean hasServers(Place policy) {
    var servers = config.get(NAMESERVERS);
    if (config.isMissing()) {
      admission.refuse(
          SpecCatalogue.DNS_NONE,
          policy,
          "The DNS policy is None, and dnsConfig is left out.",
          SpecCatalogue.DNS_NONE.fix(),
          Cause.REQUIRED,
          admission.field(config),
          "must provide `dnsConfig` when `dnsPolicy` is None");
      return false;
    }
    if (!servers.isOpen() && servers.items().isEmpty()) {
      admission.refuse(
          SpecCatalogue.DNS_NONE,
          policy,
          "The DNS policy is None, and no nameserver is listed.",
          SpecCatalogue.DNS_NONE.fix(),
          Cause.REQUIRED,
          NAMESERVERS,
          "must provide at least one DNS nameserver when `dnsPolicy` is None");
      return false;
    }
    return true;
  }

  private void refuse(Place at, String what, String field, String message) {
    admission.refuse(
        SpecCatalogue.DNS_CONFIG,
        at,
        what,
        SpecCatalogue.DNS_CONFIG.fix(),
        Cause.INVALID,
        field,
        message);
  }

  private void nameservers() {
    var servers = config.get(NAMESERVERS);
    var all = servers.items();
    if (all.size() > MOST_SERVERS) {
      var shown = new ArrayList<String>();
      all.forEach(s -> shown.add(s.isSecret() ? s.shown() : Ascii.canonical(s.text())));
      refuse(
          servers,
          "There are " + all.size() + " nameservers.",
          NAMESERVERS,
          "must not have more than 3 nameservers: [" + String.join(" ", shown) + "]");
    }
    for (var server : all) {
      if (!server.isOpen() && !Ascii.isIp(server.text())) {
        refuse(
            server,
            "\"" + server.shown() + "\" is no IP address.",
            NAMESERVERS,
            "must be valid IP address: " + server.shown());
      }
    }
  }

  private void searches() {
    var searches = config.get("searches");
    var all = searches.items();
    if (all.size() > MOST_SEARCHES) {
      refuse(
          searches,
          "There are " + all.size() + " search domains.",
          SEARCHES,
          "must not have more than 6 search paths");
    }
    int characters = Math.max(0, all.size() - 1);
    for (var search : all) {
      characters += Ascii.bytes(search.text());
    }
    if (characters > MOST_CHARACTERS) {
      refuse(
          searches,
          "The search domains have " + characters + " characters.",
          SEARCHES,
          "must not have more than 256 characters (including spaces) in the search list");
    }
    for (var search : all) {
      if (search.isOpen()) {
        continue;
      }
      for (var problem : NameRules.subdomainProblems(search.text())) {
        refuse(search, "\"" + search.shown() + "\" is no domain.", SEARCHES, problem);
      }
    }
  }

  private void options() {
    for (var option : config.get(OPTIONS).items()) {
      var name = option.get("name");
      if (!name.isOpen() && name.text().isEmpty()) {
        refuse(name, "The option has no name.", OPTIONS, "Option.Name must not be empty");
      }
    }
  }
}
