package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.inventory.ListedCluster.Status;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.FunctionAnswer;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.resource.Threads;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.spec.ListNetworkAttachmentsSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** {@code listNetworkAttachments}: what the configured cluster has. */
public final class ListFunction implements PluginFunction {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ExecutorService threads = Threads.named("functions");
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
      return CompletableFuture.completedFuture(FunctionAnswer.refused(report.findings()));
    }
    if (!meant.known() || inputs.tree().hasUnknown()) {
      return CompletableFuture.completedFuture(later("Which cluster or namespace is meant"));
    }
    if (meant.offline() && request.getPreview()) {
      return CompletableFuture.completedFuture(later("With kubevirtnet:offline, what there is"));
    }
    if (meant.offline()) {
      return CompletableFuture.completedFuture(
          FunctionAnswer.refused("", "kubevirtnet:offline is set, so that no cluster is asked."));
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
        ? FunctionAnswer.refused("", cluster.reason())
        : FunctionAnswer.of(InventoryTree.of(cluster));
  }

  /** The engine refuses an answer with a part that is not known yet. */
  private static InvokeResponse later(String what) {
    return FunctionAnswer.of(
        Tree.of("attachments", List.of())
            .with("skipped", what + " is known after apply.")
            .with("notRead", List.of()));
  }
}
