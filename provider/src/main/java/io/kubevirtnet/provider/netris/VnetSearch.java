package io.kubevirtnet.provider.netris;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The V-Net of a server cluster that is meant: the one that was named, or the first that fits. */
record VnetSearch(ServerCluster cluster, FactsQuestion question, Report report) {
  private static final PropertyPath INPUT = PropertyPath.ROOT.child("vnet");
  private static final PropertyPath CLUSTER = PropertyPath.ROOT.child("serverCluster");

  /** A controller whose lists say nothing of gateways is not asked for all its V-Nets. */
  private static final int MOST_ASKED = 4;

  VirtualNet found(Function<ListedVnet, VirtualNet> ask) {
    if (cluster.vnets().isEmpty()) {
      throw ControllerProblem.of(
          ControllerCatalogue.NO_GATEWAY,
          CLUSTER,
          "The controller names no V-Nets of server cluster \"" + cluster.name() + "\".",
          "Look in Netris whether it has any; if it has, pin the facts.");
    }
    var candidates = candidates();
    for (var listed : candidates.subList(0, Math.min(MOST_ASKED, candidates.size()))) {
      var asked = ask.apply(listed);
      if (asked.gateway().isPresent()) {
        tellOthers(listed, candidates);
        return asked;
      }
    }
    throw ControllerProblem.of(
        ControllerCatalogue.NO_GATEWAY,
        question.vnet().isPresent() ? INPUT : CLUSTER,
        question
            .vnet()
            .map(v -> "V-Net \"" + v + "\" has no IPv4 gateway.")
            .orElseGet(this::nothing));
  }

  private String nothing() {
    return "None of the V-Nets of server cluster \"%s\" has an IPv4 gateway: %s."
        .formatted(cluster.name(), FirstFew.of(names(), ClusterSearch.SHOWN));
  }

  private List<ListedVnet> candidates() {
    if (question.vnet().isEmpty()) {
      return cluster.vnets().stream().filter(ListedVnet::mayHaveGateway).toList();
    }
    var wanted = question.vnet().get();
    var called = cluster.vnets().stream().filter(v -> v.isCalled(wanted, cluster.name())).toList();
    if (called.isEmpty()) {
      throw ControllerProblem.of(
          ControllerCatalogue.NO_VNET,
          INPUT,
          "Server cluster \"%s\" has no V-Net \"%s\".".formatted(cluster.name(), wanted),
          whichOne(wanted));
    }
    return called.stream()
        .filter(v -> v.name().equals(wanted))
        .findFirst()
        .map(List::of)
        .orElse(called);
  }

  private String whichOne(String wanted) {
    var names = names();
    var known = new ArrayList<>(names);
    names.stream()
        .filter(n -> n.startsWith(cluster.name() + "-"))
        .map(n -> n.substring(cluster.name().length() + 1))
        .forEach(known::add);
    return Nearest.to(wanted, known)
        .map(n -> "Did you mean \"" + n + "\"?")
        .orElse("It has: " + FirstFew.of(names, ClusterSearch.SHOWN) + ".");
  }

  private void tellOthers(ListedVnet taken, List<ListedVnet> candidates) {
    var others =
        candidates.stream()
            .filter(v -> !v.equals(taken) && !v.silent())
            .map(ListedVnet::name)
            .toList();
    if (question.vnet().isEmpty() && !others.isEmpty()) {
      report.add(
          ControllerCatalogue.FIRST_OF_SEVERAL,
          INPUT,
          "\"%s\" is taken, and could be: %s."
              .formatted(taken.name(), FirstFew.of(others, ClusterSearch.SHOWN)));
    }
  }

  private List<String> names() {
    return cluster.vnets().stream().map(ListedVnet::name).toList();
  }
}
