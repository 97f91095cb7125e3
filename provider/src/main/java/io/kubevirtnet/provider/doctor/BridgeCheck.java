package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.AttachmentHealthCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the bridges of network attachments are on the nodes where their machines may run. */
final class BridgeCheck implements Check {
  @Override
  public String title() {
    return "Bridges on nodes";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(
        Subject.DEFINITION, Subject.MACHINE, Subject.INSTANCE, Subject.NODE, Subject.NODE_STATE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var states = states(cluster);
    if (states.isEmpty()) {
      notes.leftOpen("what bridges nodes have: no node reports its state");
      return;
    }
    var attachments =
        Attachment.all(cluster).stream()
            .filter(a -> a.device().isEmpty())
            .collect(
                Collectors.toMap(Attachment::key, Function.identity(), (a, b) -> a, TreeMap::new));
    // Many machines have the same node selector.
    var meant = new HashMap<String, List<String>>();
    var lacking = new HashMap<String, Set<String>>();
    var users = new HashMap<String, List<String>>();
    int joined = 0;
    for (var machine : Machine.all(cluster)) {
      for (var network : machine.networks()) {
        var bridge =
            Optional.ofNullable(attachments.get(network.attachment())).flatMap(Attachment::bridge);
        if (bridge.isPresent()) {
          joined++;
          var nodes =
              meant.computeIfAbsent(
                  machine.spec().path("nodeSelector").toString(),
                  s -> nodesOf(machine, cluster, states));
          var missing = missing(bridge.get(), nodes, states);
          if (!missing.isEmpty()) {
            var key = network.attachment();
            lacking.computeIfAbsent(key, k -> new HashSet<>()).addAll(missing);
            users.computeIfAbsent(key, k -> new ArrayList<>()).add(machine.object().key());
          }
        }
      }
    }
    for (var attachment : attachments.values()) {
      var nodes = lacking.getOrDefault(attachment.key(), Set.of()).stream().sorted().toList();
      if (!nodes.isEmpty()) {
        notes.found(
            AttachmentHealthCatalogue.BRIDGE_MISSING,
            attachment.object().reference(),
            "%s is missing on %s, where %s may run."
                .formatted(
                    attachment.bridge().map(Attachment.Bridge::name).orElse(""),
                    Shown.names(nodes),
                    Shown.names(users.getOrDefault(attachment.key(), List.of()))),
            "kubectl get nodenetworkstates " + nodes.get(0) + " -o yaml");
      }
    }
    if (joined > 0) {
      notes.fineOtherwise("The bridges are on all nodes where their machines may run.");
    }
  }

  /** Of a node that does not report nothing can be said. */
  private static List<String> nodesOf(
      Machine machine, Picture cluster, Map<String, Set<String>> states) {
    return Nodes.forMachine(cluster.all(Subject.NODE), machine.spec()).stream()
        .map(LiveObject::name)
        .filter(states::containsKey)
        .toList();
  }

  private static List<String> missing(
      Attachment.Bridge bridge, List<String> nodes, Map<String, Set<String>> states) {
    return nodes.stream()
        .filter(
            n -> !states.getOrDefault(n, Set.of()).contains(bridge.type() + " " + bridge.name()))
        .toList();
  }

  /** The bridges of each node that reports, with their types. */
  private static Map<String, Set<String>> states(Picture cluster) {
    var states = new HashMap<String, Set<String>>();
    for (var state : cluster.all(Subject.NODE_STATE)) {
      var bridges = new HashSet<String>();
      for (var link : state.at("/status/currentState/interfaces")) {
        bridges.add(link.path("type").asText() + " " + link.path("name").asText());
      }
      if (!state.at("/status/currentState").isMissingNode()) {
        states.put(state.name(), bridges);
      }
    }
    return states;
  }
}
