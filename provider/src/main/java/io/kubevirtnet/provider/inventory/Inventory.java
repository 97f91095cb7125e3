package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.provider.cluster.NetworkUser;
import io.kubevirtnet.provider.cluster.Networks.Definition;
import io.kubevirtnet.provider.cluster.Networks.Use;
import io.kubevirtnet.provider.inventory.ClusterReading.Answer;
import io.kubevirtnet.provider.inventory.ListedCluster.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The network attachments of some clusters. All are asked at the same time, and none that is silent
 * holds up or hides another.
 */
public record Inventory(List<ListedCluster> clusters) {
  public Inventory {
    clusters = List.copyOf(clusters);
  }

  /**
   * Reads them.
   *
   * @param namespace only attachments of this one
   * @param limit after which a cluster counts as not reachable
   */
  public static Inventory read(List<Place> places, Optional<String> namespace, Duration limit) {
    ExecutorService threads = Executors.newCachedThreadPool(Inventory::thread);
    try {
      var readings =
          places.stream().map(p -> new ClusterReading(p, namespace, limit, threads)).toList();
      return of(readings.stream().map(ClusterReading::await).toList());
    } finally {
      threads.shutdownNow();
    }
  }

  public Stream<ListedAttachment> attachments() {
    return clusters.stream().flatMap(c -> c.attachments().stream());
  }

  public Stream<ListedCluster> clusters(Status status) {
    return clusters.stream().filter(c -> c.status() == status);
  }

  /** A plugin for credentials may hang, and must not keep the process alive. */
  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "inventory");
    thread.setDaemon(true);
    return thread;
  }

  private static Inventory of(List<Answer> answers) {
    var clusters = new ArrayList<ListedCluster>();
    for (var answer : answers) {
      var twin =
          answers.subList(0, clusters.size()).stream().filter(a -> same(a, answer)).findFirst();
      clusters.add(
          twin.map(
                  t ->
                      ListedCluster.without(
                          answer.name(), Status.SKIPPED, "The same cluster as " + t.name() + "."))
              .orElseGet(() -> cluster(answer, answers)));
    }
    return new Inventory(clusters);
  }

  private static boolean same(Answer earlier, Answer answer) {
    return earlier.status() == Status.READ
        && answer.status() == Status.READ
        && earlier.address().equals(answer.address());
  }

  private static ListedCluster cluster(Answer answer, List<Answer> all) {
    var uses =
        all.stream()
            .flatMap(
                from -> from.networks().uses().stream().filter(u -> means(u, from, answer, all)))
            .toList();
    return new ListedCluster(
        answer.name(),
        answer.status(),
        answer.reason(),
        answer.networks().definitions().stream()
            .map(d -> new ListedAttachment(answer.name(), d, users(d, uses)))
            .toList(),
        answer.networks().notRead());
  }

  /**
   * A node provider lives where the platform does and says by name where its machines run; where no
   * context has that name, it is taken for one of its own cluster.
   */
  private static boolean means(Use use, Answer from, Answer cluster, List<Answer> all) {
    boolean elsewhere = all.stream().anyMatch(a -> a.name().equals(use.cluster()));
    return (elsewhere ? use.cluster() : from.name()).equals(cluster.name());
  }

  private static List<NetworkUser> users(Definition definition, List<Use> uses) {
    return uses.stream()
        .filter(u -> u.reference().equals(definition.reference()))
        .map(Use::user)
        .distinct()
        .toList();
  }
}
