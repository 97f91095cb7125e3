package io.kubevirtnet.provider.serverfacts;

import io.grpc.Status;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.provider.resource.AskedCluster;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.MachineOpening;
import io.kubevirtnet.provider.resource.RecordResource;
import java.util.concurrent.CompletableFuture;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The custom resource {@code kubevirtnet:index:NetrisServerCluster}, as the engine meets it. */
public final class FactsResource extends RecordResource<AskedCluster> {
  /** Written out, since a plugin that starts has no time to load the blueprints. */
  static final String TYPE = "kubevirtnet:index:NetrisServerCluster";

  private final MachineOpening opening;

  public FactsResource(MachineOpening opening) {
    super("facts");
    this.opening = opening;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  protected AskedCluster ask(ClusterChoice choice) {
    return new AskedCluster(opening, choice);
  }

  @Override
  public CompletableFuture<CheckResponse> check(CheckRequest request) {
    return run(() -> checked(Blueprints.NETRIS_SERVER_CLUSTER, request));
  }

  @Override
  public CompletableFuture<DiffResponse> diff(DiffRequest request) {
    return run(
        () -> {
          var urn = request.getUrn();
          var diff =
              new FactsDiff(
                  FactsInputs.read(request.getOldInputs()), FactsInputs.read(request.getNews()));
          if (diff.isChange()) {
            sayOnce(urn, said -> diff.say(cluster(), desk().settings(), name(urn), said));
          }
          return diff.answer();
        });
  }

  @Override
  public CompletableFuture<CreateResponse> create(CreateRequest request) {
    var inputs = FactsInputs.read(request.getProperties());
    var answer = CreateResponse.newBuilder().setProperties(inputs.outputs());
    return CompletableFuture.completedFuture(
        (request.getPreview() ? answer : answer.setId(inputs.name())).build());
  }

  @Override
  public CompletableFuture<UpdateResponse> update(UpdateRequest request) {
    return CompletableFuture.completedFuture(
        UpdateResponse.newBuilder()
            .setProperties(FactsInputs.read(request.getNews()).outputs())
            .build());
  }

  /** Nothing can have changed them but a program. */
  @Override
  public CompletableFuture<ReadResponse> read(ReadRequest request) {
    if (request.getInputs().getFieldsCount() == 0) {
      return CompletableFuture.failedFuture(
          Status.INVALID_ARGUMENT
              .withDescription(
                  "The facts of "
                      + request.getId()
                      + " are what a program says; there is nothing to import.")
              .asRuntimeException());
    }
    return CompletableFuture.completedFuture(
        ReadResponse.newBuilder()
            .setId(request.getId())
            .setProperties(request.getProperties())
            .setInputs(request.getInputs())
            .build());
  }
}
