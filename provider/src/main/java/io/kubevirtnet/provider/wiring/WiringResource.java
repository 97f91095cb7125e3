package io.kubevirtnet.provider.wiring;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.provider.resource.CheckAnswer;
import io.kubevirtnet.provider.resource.CustomResource;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The custom resource {@code kubevirtnet:index:VirtualMachineWiring}, as the engine meets it. */
public final class WiringResource implements CustomResource {
  /** How long one answer of a cluster is waited for. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** Written out, since a plugin that starts has no time to load the blueprints. */
  static final String TYPE = "kubevirtnet:index:VirtualMachineWiring";

  private final MachineOpening opening;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "wiring");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Optional<Office> office = Optional.empty();

  public WiringResource(MachineOpening opening) {
    this.opening = opening;
  }

  /**
   * What is there as long as one configuration holds.
   *
   * @param said the lines on each URN, so that none comes twice
   */
  private record Office(Desk desk, LiveMachines machines, Map<String, List<String>> said) {}

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void configure(Desk desk) {
    var before = office;
    office =
        Optional.of(
            new Office(desk, new LiveMachines(opening, desk.cluster()), new ConcurrentHashMap<>()));
    before.ifPresent(o -> o.machines().close());
  }

  @Override
  public void cancel() {
    threads.shutdownNow();
    office.ifPresent(o -> o.machines().close());
  }

  @Override
  public CompletableFuture<CheckResponse> check(CheckRequest request) {
    return run(
        () -> {
          var read = InputReader.read(request.getNews());
          var blueprint =
              Blueprints.VIRTUAL_MACHINE_WIRING.also(
                  (spec, around, report) -> MissingNetworks.check(spec, machines(), report));
          var around =
              Surroundings.of(blueprint, name(request.getUrn()), "", new Run(), desk().settings());
          return CheckAnswer.of(
              request.getNews(),
              read,
              blueprint.expand(read.tree(), around),
              desk().messages(request.getUrn()));
        });
  }

  @Override
  public CompletableFuture<DiffResponse> diff(DiffRequest request) {
    return run(
        () -> {
          var old = WiringInputs.read(request.getOldInputs());
          var now = WiringInputs.read(request.getNews());
          var diff = new WiringDiff(old, now);
          if (diff.isMachineChanged()) {
            var messages = new OnceMessages(desk().messages(request.getUrn()));
            say(diff, now, name(request.getUrn()), messages);
            if (!messages.lines().equals(office().said().put(request.getUrn(), messages.lines()))) {
              messages.send();
            }
          }
          return diff.answer();
        });
  }

  /** Of a node type no cluster is asked. */
  private void say(WiringDiff diff, WiringInputs now, String name, Messages messages) {
    if (now.isNodeType()) {
      diff.sayOfNodeType(desk().settings(), messages);
    } else {
      var look = machines().look(now.namespace(), now.name());
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
        : machines()
            .look(inputs.namespace(), inputs.name())
            .machine()
            .map(LiveMachine::guestInterfaces)
            .orElseGet(() -> Tree.of(List.of()));
  }

  @Override
  public CompletableFuture<ReadResponse> read(ReadRequest request) {
    return run(
        () ->
            new WiringRead(machines(), desk().settings(), desk().messages(request.getUrn()))
                .answer(request));
  }

  /** There is nothing in the cluster that was ours. */
  @Override
  public CompletableFuture<Empty> delete(DeleteRequest request) {
    return CompletableFuture.completedFuture(Empty.getDefaultInstance());
  }

  private <T> CompletableFuture<T> run(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  private static String name(String urn) {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }

  private Office office() {
    return office.orElseThrow();
  }

  private Desk desk() {
    return office().desk();
  }

  private LiveMachines machines() {
    return office().machines();
  }
}
