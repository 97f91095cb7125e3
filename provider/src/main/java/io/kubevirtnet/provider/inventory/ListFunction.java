package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.inventory.ListedCluster.Status;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.spec.ListNetworkAttachmentsSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** {@code listNetworkAttachments}: what the configured cluster has. */
public final class ListFunction implements PluginFunction {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "functions");
            thread.setDaemon(true);
            return thread;
          });
  private volatile ClusterChoice choice = ClusterChoice.DEFAULT;

  @Override
  public String token() {
    return "kubevirtnet:index:listNetworkAttachments";
  }

  @Override
  public void configure(Desk desk) {
    choice = desk.cluster();
  }

  @Override
  public void cancel() {
    threads.shutdownNow();
  }

  @Override
  public CompletableFuture<InvokeResponse> invoke(InvokeRequest request) {
    var inputs = InputReader.read(request.getArgs());
    var report = new Report();
    inputs.unreadable().forEach(report::add);
    var spec =
        SpecReader.read(inputs.tree(), PropertyPath.ROOT, report, ListNetworkAttachmentsSpec::read);
    var meant = choice;
    if (!report.findings().isEmpty()) {
      var response = InvokeResponse.newBuilder();
      report.findings().forEach(f -> response.addFailures(failure(f.path().text(), f.line())));
      return CompletableFuture.completedFuture(response.build());
    }
    if (!meant.known() || inputs.tree().hasUnknown()) {
      return CompletableFuture.completedFuture(later("Which cluster or namespace is meant"));
    }
    if (meant.offline() && request.getPreview()) {
      return CompletableFuture.completedFuture(later("With kubevirtnet:offline, what there is"));
    }
    if (meant.offline()) {
      return CompletableFuture.completedFuture(
          refused("kubevirtnet:offline is set, so that no cluster is asked."));
    }
    return CompletableFuture.supplyAsync(() -> read(meant, spec.namespace().known()), threads);
  }

  private static InvokeResponse read(ClusterChoice choice, Optional<String> namespace) {
    var place =
        new Place(
            choice.context().orElse("the cluster"),
            () -> ClusterAccess.networks(choice.kubeconfig(), choice.context(), LIMIT));
    var cluster = Inventory.read(List.of(place), namespace, LIMIT).clusters().get(0);
    return cluster.status() == Status.UNREACHABLE
        ? refused(cluster.reason())
        : answer(InventoryTree.of(cluster));
  }

  /** The engine refuses an answer with a part that is not known yet. */
  private static InvokeResponse later(String what) {
    return answer(
        Tree.of("attachments", List.of())
            .with("skipped", what + " is known after apply.")
            .with("notRead", List.of()));
  }

  private static InvokeResponse answer(Fields result) {
    return InvokeResponse.newBuilder().setReturn(TreeWriter.VALUES_ONLY.write(result)).build();
  }

  private static InvokeResponse refused(String reason) {
    return InvokeResponse.newBuilder().addFailures(failure("", reason)).build();
  }

  private static CheckFailure failure(String property, String reason) {
    return CheckFailure.newBuilder().setProperty(property).setReason(reason).build();
  }
}
