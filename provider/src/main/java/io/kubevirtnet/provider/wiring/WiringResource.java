package io.kubevirtnet.provider.wiring;

import com.google.protobuf.Struct;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.provider.resource.AskedCluster;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.MachineOpening;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.resource.RecordResource;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import java.time.Duration;
import java.util.List;
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

/** The custom resource {@code kubevirtnet:index:VirtualMachineWiring}, as the engine meets it. */
public final class WiringResource extends RecordResource<LiveMachines> {
  /** How long one answer of a cluster is waited for. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** Written out, since a plugin that starts has no time to load the blueprints. */
  static final String TYPE = "kubevirtnet:index:VirtualMachineWiring";

  private final MachineOpening opening;

  public WiringResource(MachineOpening opening) {
    super("wiring");
    this.opening = opening;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  protected LiveMachines ask(ClusterChoice choice) {
    return new LiveMachines(new AskedCluster(opening, choice));
  }

  @Override
  public CompletableFuture<CheckResponse> check(CheckRequest request) {
    return run(
        () ->
            checked(
                Blueprints.VIRTUAL_MACHINE_WIRING.also(
                    (spec, around, report) -> MissingNetworks.check(spec, cluster(), report)),
                request));
  }

  @Override
  public CompletableFuture<DiffResponse> diff(DiffRequest request) {
    return run(
        () -> {
          var urn = request.getUrn();
          var now = WiringInputs.read(request.getNews());
          var diff = new WiringDiff(WiringInputs.read(request.getOldInputs()), now);
          if (diff.isMachineChanged()) {
            sayOnce(urn, said -> say(diff, now, name(urn), said));
          }
          return diff.answer();
        });
  }

  /** Of a node type no cluster is asked. */
  private void say(WiringDiff diff, WiringInputs now, String name, Messages messages) {
    if (now.isNodeType()) {
      diff.sayOfNodeType(desk().settings(), messages);
    } else {
      var look = cluster().look(now.namespace(), now.name());
      diff.say(look, desk().settings(), name, messages);
    }
  }

  @Override
  public CompletableFuture<CreateResponse> create(CreateRequest request) {
    return run(
        () -> {
          var inputs = WiringInputs.read(request.getProperties());
          var answer =
              CreateResponse.newBuilder().setProperties(outputs(inputs, request.getPreview()));
          return request.getPreview()
              ? answer.build()
              : answer.setId(inputs.namespace() + "/" + inputs.name()).build();
        });
  }

  @Override
  public CompletableFuture<UpdateResponse> update(UpdateRequest request) {
    return run(
        () ->
            UpdateResponse.newBuilder()
                .setProperties(outputs(WiringInputs.read(request.getNews()), request.getPreview()))
                .build());
  }

  /** What a preview foresees, or what the machine has by now. */
  private Struct outputs(WiringInputs inputs, boolean preview) {
    var interfaces = inputs.isNodeType() ? Tree.items() : interfaces(inputs, preview);
    return TreeWriter.VALUES_ONLY.write(
        Tree.of("virtualMachine", inputs.spec().virtualMachine())
            .with("namespace", inputs.spec().namespace())
            .with("guestInterfaces", interfaces));
  }

  private Tree interfaces(WiringInputs inputs, boolean preview) {
    return preview
        ? new Unknown(Marks.NONE)
        : cluster()
            .look(inputs.namespace(), inputs.name())
            .machine()
            .map(LiveMachine::guestInterfaces)
            .orElseGet(() -> Tree.of(List.of()));
  }

  @Override
  public CompletableFuture<ReadResponse> read(ReadRequest request) {
    return run(
        () ->
            new WiringRead(cluster(), desk().settings(), desk().messages(request.getUrn()))
                .answer(request));
  }
}
