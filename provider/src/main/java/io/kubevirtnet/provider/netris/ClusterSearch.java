package io.kubevirtnet.provider.netris;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;
import java.util.Optional;

/** The one server cluster that is meant, among all. */
record ClusterSearch(List<ServerCluster> all, FactsQuestion question) {
  private static final PropertyPath INPUT = PropertyPath.ROOT.child("serverCluster");
  static final int SHOWN = 10;

  ServerCluster found() {
    var called = all.stream().filter(c -> c.name().equals(question.serverCluster())).toList();
    if (called.isEmpty()) {
      throw problem(
          INPUT,
          all.isEmpty()
              ? "The controller shows no server cluster to this account."
              : "There is no server cluster \"" + question.serverCluster() + "\".",
          whichOne());
    }
    var atSite = called.stream().filter(c -> c.isAt(question.site())).toList();
    if (atSite.isEmpty()) {
      throw elsewhere("site", question.site().orElse(""), called);
    }
    var there = atSite.stream().filter(c -> c.isIn(question.vpc())).toList();
    if (there.isEmpty()) {
      throw elsewhere("vpc", question.vpc().orElse(""), atSite);
    }
    if (there.size() > 1) {
      throw ControllerProblem.of(
          ControllerCatalogue.SEVERAL_CLUSTERS,
          INPUT,
          "There are %d server clusters \"%s\": %s."
              .formatted(there.size(), question.serverCluster(), places(there)));
    }
    return there.get(0);
  }

  private static ControllerProblem elsewhere(
      String input, String wanted, List<ServerCluster> found) {
    return problem(
        PropertyPath.ROOT.child(input),
        "Server cluster \"%s\" is not in \"%s\"".formatted(found.get(0).name(), wanted)
            + ", but in: "
            + places(found)
            + ".",
        "Write one of these, or leave it out.");
  }

  private static String places(List<ServerCluster> clusters) {
    return FirstFew.of(clusters.stream().map(ServerCluster::place).toList(), SHOWN, "; ");
  }

  /** People read the name off a page where V-Nets stand below it. */
  private String whichOne() {
    var owner =
        all.stream()
            .filter(
                c -> c.vnets().stream().anyMatch(v -> v.name().equals(question.serverCluster())))
            .findFirst()
            .map(c -> "That is a V-Net of server cluster \"%s\": write that.".formatted(c.name()));
    var names = all.stream().map(ServerCluster::name).distinct().sorted().toList();
    return owner
        .or(
            () ->
                Nearest.to(question.serverCluster(), names).map(n -> "Did you mean \"" + n + "\"?"))
        .or(() -> names.isEmpty() ? Optional.empty() : Optional.of(known(names)))
        .orElse("Give the account a role that sees it.");
  }

  private static String known(List<String> names) {
    return "There are: " + FirstFew.of(names, SHOWN) + ".";
  }

  private static ControllerProblem problem(PropertyPath input, String what, String fix) {
    return ControllerProblem.of(ControllerCatalogue.NO_CLUSTER, input, what, fix);
  }
}
