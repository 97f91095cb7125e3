package io.kubevirtnet.kubevirt;

import java.util.ArrayList;
import java.util.List;

/** KubeVirt admitter: vmi-create-admitter.go. The names under which a machine is found. */
final class NameRules {
  private static final int LABEL = 63;
  private static final int SUBDOMAIN = 253;
  private static final String FORM = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

  private NameRules() {}

  static void check(Place spec, Admission admission) {
    var hostname = spec.get("hostname");
    if (hostname.isThere() && !hostname.is("")) {
      var problems = labelProblems(hostname.text());
      if (!problems.isEmpty()) {
        admission.refuse(
            SpecCatalogue.HOSTNAME,
            hostname,
            "\"" + hostname.shown() + "\" is no host name.",
            Cause.INVALID,
            admission.field(hostname)
                + " does not conform to the kubernetes DNS_LABEL rules : "
                + String.join(", ", problems));
      }
    }
    var subdomain = spec.get("subdomain");
    if (subdomain.isThere() && !subdomain.is("")) {
      var problems = subdomainProblems(subdomain.text());
      if (!problems.isEmpty()) {
        admission.refuse(
            SpecCatalogue.SUBDOMAIN,
            subdomain,
            "\"" + subdomain.shown() + "\" is no domain.",
            Cause.INVALID,
            admission.field(subdomain)
                + " does not conform to the kubernetes DNS_SUBDOMAIN rules : "
                + String.join(", ", problems));
      }
    }
  }

  private static List<String> labelProblems(String name) {
    var problems = new ArrayList<String>();
    if (Ascii.bytes(name) > LABEL) {
      problems.add(tooLong(LABEL));
    }
    if (!Ascii.isLabel(name)) {
      problems.add(
          Ascii.isSubdomain(name)
              ? "must not contain dots"
              : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                  + FORM
                  + "')");
    }
    return problems;
  }

  /** In the words of Kubernetes. */
  static List<String> subdomainProblems(String name) {
    var problems = new ArrayList<String>();
    if (Ascii.bytes(name) > SUBDOMAIN) {
      problems.add(tooLong(SUBDOMAIN));
    }
    if (!Ascii.isSubdomain(name)) {
      problems.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
              + FORM
              + "(\\."
              + FORM
              + ")*')");
    }
    return problems;
  }

  private static String tooLong(int most) {
    return "must be no more than " + most + " characters";
  }
}
